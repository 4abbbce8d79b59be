using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>What the sender does next for an item. No message: there is nothing to do. No reference: nobody can be reached.</summary>
internal sealed record OutboxStep(OutboxItem Item, long LastId, ConversationReference? Reference, OutboundMessage? Message);

/// <summary>The outbox's rows as the sender moves them along. Each change holds the lane's lease.</summary>
internal sealed class OutboxRows(Database database, LaneQueue lanes, TimeProvider time)
{
    /// <summary>Looks up where the item goes and whether it replaces something. Several waiting messages with the same key become
    /// one: the newest.</summary>
    public Task<OutboxStep> PlanAsync(OutboxItem item, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async s =>
            {
                var sent = item.MessageKey is null
                    ? null
                    : await s.FirstOrDefaultAsync<SentMessage>(
                        "SELECT conversation_id, activity_id FROM sent_messages WHERE lane = @Lane AND message_key = @MessageKey",
                        new { item.Lane, item.MessageKey },
                        cancellationToken
                    );
                if (await ConversationReferences.FindAsync(s, item.Lane, cancellationToken) is not { } found)
                    return new OutboxStep(item, item.Id, null, null);
                var reference = found.Reference;
                reference.ActivityId = null;
                if (item.ReadKind() == OutboxKind.Delete)
                    return new(item, item.Id, reference, new(item.Id, OutboxKind.Delete, reference, null, item.TargetId));

                var same =
                    item.MessageKey is null || item.TargetId is not null
                        ? []
                        : await s.QueryAsync<OutboxItem>(
                            """
                            SELECT * FROM outbox
                            WHERE lane = @Lane AND message_key = @MessageKey AND state = 'pending' AND id >= @Id
                            ORDER BY id
                            """,
                            new
                            {
                                item.Lane,
                                item.MessageKey,
                                item.Id,
                            },
                            cancellationToken
                        );
                var newest = same.Count == 0 ? item : same[^1];
                var target = item.TargetId ?? (string.IsNullOrEmpty(sent?.ActivityId) ? null : sent.ActivityId);
                var mayBeNew =
                    sent is not null || item.TargetId is not null || same.Count == 0 || same.Any(i => i.ReadKind() == OutboxKind.Send);
                var message =
                    target is null && !mayBeNew
                        ? null
                        : new OutboundMessage(
                            item.Id,
                            target is null ? OutboxKind.Send : OutboxKind.Update,
                            reference,
                            Address(newest.ReadActivity(), reference),
                            target
                        );
                return new(item, newest.Id, reference, message);
            },
            cancellationToken
        );

    /// <summary>Marks a message, and those it stands for, as sent.</summary>
    public async Task SentAsync(OutboxStep step, Delivery delivery, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async tx =>
            {
                var item = step.Item;
                await lanes.HoldAsync(tx, item.Lane, cancellationToken);
                var id = delivery.Within is null ? delivery.ActivityId : await delivery.Within(tx, cancellationToken);
                await EndAsync(tx, step, "sent", cancellationToken);
                if (item.MessageKey is null)
                    return;
                await tx.ExecuteAsync(
                    """
                    INSERT INTO sent_messages (lane, message_key, conversation_id, activity_id, sent_at)
                    VALUES (@Lane, @MessageKey, @conversation, @activity, @now)
                    ON CONFLICT (lane, message_key) DO UPDATE SET
                      conversation_id = excluded.conversation_id, activity_id = excluded.activity_id, sent_at = excluded.sent_at
                    """,
                    new
                    {
                        item.Lane,
                        item.MessageKey,
                        conversation = step.Reference!.Conversation?.Id ?? "",
                        // An update may be answered without an id: the message keeps the one it had.
                        activity = string.IsNullOrEmpty(id) && step.Message!.Kind == OutboxKind.Update ? step.Message.ActivityId : id ?? "",
                        now = time.GetUtcNow(),
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );
        delivery.AfterCommit?.Invoke();
    }

    /// <summary>Ends an item for which there was nothing to do.</summary>
    public Task SkipAsync(OutboxStep step, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await lanes.HoldAsync(tx, step.Item.Lane, cancellationToken);
                await EndAsync(tx, step, "skipped", cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Puts an item off.</summary>
    public Task PostponeAsync(OutboxItem item, TimeSpan wait, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await lanes.HoldAsync(tx, item.Lane, cancellationToken);
                await tx.ExecuteAsync(
                    "UPDATE outbox SET next_at = @at, error = @error WHERE id = @Id",
                    new
                    {
                        at = time.GetUtcNow() + wait,
                        error = SqlText.Printable(error),
                        item.Id,
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>Gives an item up, visibly.</summary>
    public Task GiveUpAsync(OutboxItem item, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await lanes.HoldAsync(tx, item.Lane, cancellationToken);
                await tx.ExecuteAsync(
                    "UPDATE outbox SET state = 'dead', done_at = @now, error = @error WHERE id = @Id",
                    new
                    {
                        now = time.GetUtcNow(),
                        error = SqlText.Printable(error),
                        item.Id,
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>Gives the lane back until somebody can be reached there. References renewed after <paramref name="notAfter"/> (the
    /// moment of
    /// the failed try) stay active, and then the lane is tried again at once.</summary>
    public Task ParkAsync(OutboxItem item, DateTimeOffset? notAfter, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await lanes.HoldAsync(tx, item.Lane, cancellationToken);
                if (notAfter is { } moment)
                    await ConversationReferences.DeactivateAsync(tx, item.Lane, moment, cancellationToken);
                await tx.ExecuteAsync("UPDATE outbox SET attempts = 0 WHERE id = @Id", new { item.Id }, cancellationToken);
                if (await ConversationReferences.FindAsync(tx, item.Lane, cancellationToken) is null)
                    await lanes.ParkAsync(tx, item.Lane, cancellationToken);
                else
                    await lanes.ReleaseAsync(tx, item.Lane, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Moves what waited for a person, of which <paramref name="first"/> is the first, behind what waits in their conversation;
    /// false (and the lane given back) when none is known.</summary>
    public Task<bool> MoveToConversationAsync(OutboxItem first, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                var person = first.Lane;
                await lanes.HoldAsync(tx, person, cancellationToken);
                if (await ConversationReferences.FindAsync(tx, person, cancellationToken) is not { } conversation)
                {
                    // Only the first was tried: what waits behind it, maybe much, is left alone.
                    await tx.ExecuteAsync("UPDATE outbox SET attempts = 0 WHERE id = @Id", new { first.Id }, cancellationToken);
                    await lanes.ParkAsync(tx, person, cancellationToken);
                    return false;
                }
                await lanes.TouchAsync(tx, conversation.Lane, time.GetUtcNow(), cancellationToken);
                await tx.ExecuteAsync(
                    "UPDATE outbox SET lane = @Lane, attempts = 0 WHERE lane = @person AND state = 'pending'",
                    new { conversation.Lane, person },
                    cancellationToken
                );
                await lanes.ReleaseAsync(tx, person, cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <summary>Addresses an activity by the newest reference; whom it answers stays.</summary>
    public static Activity Address(Activity activity, ConversationReference reference)
    {
        var recipient = activity.Recipient;
        activity.ApplyConversationReference(reference);
        activity.Recipient = recipient ?? activity.Recipient;
        return activity;
    }

    private Task<int> EndAsync(DbTransactionScope tx, OutboxStep step, string state, CancellationToken cancellationToken) =>
        tx.ExecuteAsync(
            """
            UPDATE outbox SET state = CASE WHEN id = @LastId THEN @state ELSE 'superseded' END, done_at = @now, error = NULL
            WHERE lane = @Lane AND state = 'pending' AND (id = @Id OR (message_key = @MessageKey AND id > @Id AND id <= @LastId))
            """,
            new
            {
                step.LastId,
                state,
                now = time.GetUtcNow(),
                step.Item.Lane,
                step.Item.Id,
                step.Item.MessageKey,
            },
            cancellationToken
        );
}
