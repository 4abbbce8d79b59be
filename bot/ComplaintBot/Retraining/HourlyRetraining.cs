namespace ComplaintBot.Retraining;

/// <summary>Learns in the background: at start, and every hour in which there is something new. What was learnt before goes on
/// serving until the new one is ready.</summary>
public abstract class HourlyRetraining(TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Learns if there is something new and enough of it; true when something new was learnt.</summary>
    public abstract Task<bool> LearnAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LearnAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // What was learnt before goes on serving.
                log.LogError(e, "{Retraining} failed; trying again in an hour.", GetType().Name);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    /// <summary>On a thread of its own: turns must not wait for it.</summary>
    protected static Task Aside(Action learn, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(learn, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
