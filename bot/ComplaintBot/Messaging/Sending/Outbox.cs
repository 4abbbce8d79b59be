using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using ComplaintBot.Telemetry;

namespace ComplaintBot.Messaging.Sending;

/// <summary>Where everything that leaves is written first, in the transaction of what it tells about. It then leaves at least
/// once.</summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    private readonly LaneQueue _lanes = new(database, time, "outbox");
    private Action? _wake;

    /// <summary>Has <paramref name="wake"/> called after a commit that added messages: the sender wakes.</summary>
    public void WhenAdded(Action wake) => _wake += wake;

    /// <summary>Adds a message to what a turn will write.</summary>
    public void Add(UnitOfWork work, OutboxMessage message) =>
        work.Keep(() =>
            {
                var batch = new Batch(_lanes, time);
                work.AddLast(batch);
                work.AfterCommit(() => _wake?.Invoke());
                return batch;
            })
            .Messages.Add(message);

    /// <summary>Messages that were given up, newest first, at most <paramref name="max"/>: somebody has to look.</summary>
    public Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int max = 100, CancellationToken cancellationToken = default) =>
        database.QueryAsync<DeadLetter>(
            """
            SELECT id, lane, kind, message_key, attempts, created_at, done_at, error FROM outbox
            WHERE state = 'dead' ORDER BY id DESC LIMIT @max
            """,
            new { max },
            cancellationToken
        );

    // Lanes are taken in one order by everybody, so that two turns that write to the same two people do not block each other.
    private sealed class Batch(LaneQueue lanes, TimeProvider time) : IWrite
    {
        public List<OutboxMessage> Messages { get; } = [];

        public async Task ExecuteAsync(DbTransactionScope tx, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var queues = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var lane in Messages.Select(m => m.Lane).Distinct())
            {
                // A person with a known conversation queues there, behind what was said there before.
                var known = LaneKey.IsPerson(lane) ? await ConversationReferences.FindAsync(tx, lane, cancellationToken) : null;
                queues[lane] = known?.Lane ?? lane;
            }
            foreach (var queue in queues.Values.Distinct().Order(StringComparer.Ordinal))
                await lanes.TouchAsync(tx, queue, now, cancellationToken);
            foreach (var message in Messages)
            {
                var payload = await CardViewers.ResolveAsync(message.Payload, tx, cancellationToken);
                await tx.ExecuteAsync(
                    """
                    INSERT INTO outbox (lane, kind, payload, message_key, target_id, next_at, created_at, trace)
                    VALUES (@queue, @kind, @payload, @MessageKey, @TargetId, @now, @now, @Mark)
                    """,
                    new
                    {
                        queue = queues[message.Lane],
                        kind = message.Kind.ToString(),
                        payload,
                        message.MessageKey,
                        message.TargetId,
                        now,
                        Spans.Mark,
                    },
                    cancellationToken
                );
            }
        }
    }
}

/// <summary>A message that was given up, and why.</summary>
public sealed class DeadLetter
{
    /// <summary>Ascends in the order of writing.</summary>
    public long Id { get; init; }

    /// <summary>The conversation or person it was for.</summary>
    public string Lane { get; init; } = "";

    /// <summary>What should have been done.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What the message was about.</summary>
    public string? MessageKey { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The channel's last answer.</summary>
    public string? Error { get; init; }
}
