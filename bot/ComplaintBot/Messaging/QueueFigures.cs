using ComplaintBot.Storage;
using ComplaintBot.Telemetry;
using ComplaintBot.Workers;

namespace ComplaintBot.Messaging;

/// <summary>Measures how many messages wait, and the oldest for how long, while somebody collects figures.</summary>
internal sealed class QueueFigures(Database database, TimeProvider time, ILogger<QueueFigures> log) : PeriodicWorker(time, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override string Failure => "The queues could not be measured";

    /// <inheritdoc/>
    protected override bool IsWanted => Figures.QueueDepth.Enabled;

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var rows = await database.QueryAsync<QueueRow>(
            """
            SELECT 'inbox' AS queue, 'pending' AS state, count(*) AS depth, min(received_at) AS oldest FROM inbox WHERE state = 'pending'
            UNION ALL
            SELECT 'outbox', 'pending', count(*), min(created_at) FROM outbox WHERE state = 'pending'
            UNION ALL
            SELECT 'outbox', 'dead', count(*), NULL FROM outbox WHERE state = 'dead'
            """,
            cancellationToken: cancellationToken
        );
        foreach (var row in rows)
        {
            Figures.QueueDepth.Record(row.Depth, new("queue", row.Queue), new("state", row.State));
            if (row.State == "pending")
                Figures.OldestPending.Record(
                    row.Oldest is { } oldest ? (now - oldest).TotalSeconds : 0,
                    new KeyValuePair<string, object?>("queue", row.Queue)
                );
        }
        return false;
    }

    private sealed class QueueRow
    {
        public string Queue { get; init; } = "";

        public string State { get; init; } = "";

        public long Depth { get; init; }

        public DateTimeOffset? Oldest { get; init; }
    }
}
