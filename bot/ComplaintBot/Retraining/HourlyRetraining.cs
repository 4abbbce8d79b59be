using ComplaintBot.Workers;

namespace ComplaintBot.Retraining;

/// <summary>Learns in the background: at start, and every hour in which there is something new. What was learnt before goes on
/// serving until the new one is ready.</summary>
public abstract class HourlyRetraining(TimeProvider time, ILogger log) : PeriodicWorker(time, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    /// <summary>Learns if there is something new and enough of it; true when something new was learnt.</summary>
    public abstract Task<bool> LearnAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await LearnAsync(cancellationToken);
        return false;
    }

    /// <summary>On a thread of its own: turns must not wait for it.</summary>
    protected static Task Aside(Action learn, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(learn, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
