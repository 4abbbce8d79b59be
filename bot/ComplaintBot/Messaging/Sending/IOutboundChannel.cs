using ComplaintBot.BotService.Connector;
using ComplaintBot.Storage;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>A way out: the Bot Connector, or the Direct Line inside this process.</summary>
public interface IOutboundChannel
{
    /// <summary>Whether this is the way to a conversation.</summary>
    bool Serves(ConversationReference reference);

    /// <summary>Sends one message.</summary>
    /// <exception cref="ChannelFailureException">The channel refused or failed; its classification says what happens next.</exception>
    Task<Delivery> DeliverAsync(OutboundMessage message, CancellationToken cancellationToken);
}

/// <summary>One message, ready to leave.</summary>
/// <param name="Id">The outbox row: the same again when delivery is repeated.</param>
/// <param name="Kind">What to do; never "update" without an <paramref name="ActivityId"/>.</param>
/// <param name="Reference">The conversation, as the newest inbound activity gave it.</param>
/// <param name="Activity">What is said; null for a deletion.</param>
/// <param name="ActivityId">The message to replace or remove.</param>
public sealed record OutboundMessage(long Id, OutboxKind Kind, ConversationReference Reference, Activity? Activity, string? ActivityId);

/// <summary>What became of a message: the channel's id of it, empty when the channel gave none.</summary>
public sealed record Delivery(string? ActivityId)
{
    /// <summary>A delivery that is itself a write to our database: it is made in the transaction that marks the message as sent, so that it
    /// happens exactly once. Answers the message's id.</summary>
    public Func<DbTransactionScope, CancellationToken, Task<string?>>? Within { get; private init; }

    /// <summary>Runs once that transaction has committed. Must not fail and must not matter when the process dies before it.</summary>
    public Action? AfterCommit { get; private init; }

    /// <summary>A delivery by a write.</summary>
    public static Delivery ByWrite(Func<DbTransactionScope, CancellationToken, Task<string?>> write, Action? afterCommit = null) =>
        new((string?)null) { Within = write, AfterCommit = afterCommit };
}
