using ComplaintBot.Storage;
using ComplaintBot.Workers;

namespace ComplaintBot.Messaging;

/// <summary>Forgets messages that are over, once an hour: inbox rows once no channel delivers them again, outbox rows once nobody asks
/// whether they left. What is set aside or given up stays longer, so that somebody can look. Messages for a person who never came are
/// given up after a month.</summary>
public sealed class MessageRetention(Database database, TimeProvider time, ILogger<MessageRetention> log) : PeriodicWorker(time, log)
{
    private static readonly TimeSpan KeepDone = TimeSpan.FromDays(3);
    private static readonly TimeSpan KeepFailed = TimeSpan.FromDays(30);
    private static readonly TimeSpan WaitForPerson = TimeSpan.FromDays(30);

    /// <summary>Forgets what is over now.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken = default)
    {
        var now = Time.GetUtcNow();
        await database.ExecuteAsync(
            "DELETE FROM inbox WHERE done_at < @before AND (state = 'done' OR done_at < @long)",
            new { before = now - KeepDone, @long = now - KeepFailed },
            cancellationToken
        );
        await database.ExecuteAsync(
            "DELETE FROM outbox WHERE done_at < @before AND (state <> 'dead' OR done_at < @long)",
            new { before = now - KeepDone, @long = now - KeepFailed },
            cancellationToken
        );
        await database.ExecuteAsync(
            """
            UPDATE outbox SET state = 'dead', done_at = @now, error = 'Nobody could be reached for a month.'
            WHERE state = 'pending' AND created_at < @before
            """,
            new { now, before = now - WaitForPerson },
            cancellationToken
        );
        await database.ExecuteAsync(
            """
            DELETE FROM inbox_lanes WHERE next_at IS NULL AND lease_owner IS NULL
              AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.lane = inbox_lanes.lane)
            """,
            cancellationToken: cancellationToken
        );
    }

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override string Failure => "Old messages could not be removed";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        return false;
    }
}
