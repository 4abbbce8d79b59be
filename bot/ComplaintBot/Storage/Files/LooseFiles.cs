namespace ComplaintBot.Storage.Files;

/// <summary>Deletes contents that belong to no row any more, every minute: what an admin erased is gone soon, also outside the
/// database.</summary>
public sealed partial class LooseFiles(FileContents files, TimeProvider time, ILogger<LooseFiles> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await files.SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotDeleted(log, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Contents of files that belong to nobody could not be deleted; trying again.")]
    private static partial void NotDeleted(ILogger log, Exception exception);
}
