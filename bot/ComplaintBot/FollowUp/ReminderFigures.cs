using ComplaintBot.Storage;
using ComplaintBot.Telemetry;
using ComplaintBot.Workers;

namespace ComplaintBot.FollowUp;

/// <summary>Measures how many complaints wait for a reminder, escalation or survey whose time is over, while somebody collects
/// figures. Above 0 the timers of no process run.</summary>
internal sealed class ReminderFigures(Database database, TimeProvider time, ILogger<ReminderFigures> log) : PeriodicWorker(time, log)
{
    // The timers look every second; who is later than this waits for something that does not come.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override string Failure => "Late reminders could not be counted";

    /// <inheritdoc/>
    protected override bool IsWanted => Figures.RemindersLate.Enabled;

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        Figures.RemindersLate.Record(
            await database.ScalarAsync<long>(
                "SELECT count(*) FROM complaints WHERE next_at <= @before",
                new { before = Time.GetUtcNow() - Late },
                cancellationToken
            )
        );
        return false;
    }
}
