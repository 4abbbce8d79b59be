namespace ComplaintBot.Workers;

/// <summary>Work that the bot does by itself again and again: at start, then after each pause. What fails is logged and tried again
/// after the pause; nothing that people sent depends on a single round.</summary>
public abstract partial class PeriodicWorker(TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Where it says what happened.</summary>
    protected ILogger Log => log;

    /// <summary>How long it rests when there is nothing more to do.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>What is said in the log when a round fails, without full stop: alerts wait for these words.</summary>
    protected abstract string Failure { get; }

    /// <summary>False where this installation has no need of it: then it never runs.</summary>
    protected virtual bool IsWanted => true;

    /// <summary>Does what is to be done now; true when more is waiting and it should go on without a pause.</summary>
    protected abstract Task<bool> WorkAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (IsWanted && !stoppingToken.IsCancellationRequested)
            {
                if (!await TryAsync(stoppingToken))
                    await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await WorkAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Such as a database that is away for a while: what was due is still due then.
            Failed(log, e, Failure, Pause);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Failure}; trying again in {Pause}.")]
    private static partial void Failed(ILogger log, Exception exception, string failure, TimeSpan pause);
}
