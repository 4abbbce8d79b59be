using System.Data.Common;

namespace ComplaintBot.Storage;

/// <summary>Lets the database's planner know how the tables have grown: at start and once a day. Without it questions stay right
/// and become slow.</summary>
public sealed partial class Tidying(Database database, TimeProvider time, ILogger<Tidying> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await database.TidyAsync(stoppingToken);
            }
            catch (DbException e)
            {
                // Nothing depends on it; the next day tries again.
                NotTidied(log, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The planner's statistics could not be brought up to date; trying again in a day.")]
    private static partial void NotTidied(ILogger log, Exception exception);
}
