using System.Net;
using ComplaintBot.BotService.Connector;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using DirectLine;
using DirectLine.Streams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace ComplaintBot.WebChannel;

/// <summary>From the outbox to web visitors: the message moves into their log in the very transaction that marks it as sent, so it
/// is there exactly once.</summary>
public sealed class WebOutboundChannel(DirectLineSignal signal, IOptions<DirectLineOptions> options, TimeProvider time) : IOutboundChannel
{
    /// <inheritdoc/>
    public bool Serves(ConversationReference reference) => reference.ServiceUrl == DirectLineActivities.ServiceUrl;

    /// <inheritdoc/>
    public Task<Delivery> DeliverAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        // Web Chat cannot take a message away, and a visitor's conversation is begun by the visitor.
        if (
            message
            is not { Kind: OutboxKind.Send or OutboxKind.Update, Activity: { } activity, Reference.Conversation.Id: { } conversationId }
        )
            throw new ChannelFailureException(HttpStatusCode.NotImplemented, "NotImplemented", "Direct Line has no such operation.");
        return Task.FromResult(
            DirectLineActivities.VisibilityOf(activity) == ClientVisibility.Kept
                ? Delivery.ByWrite(
                    (tx, ct) => WriteAsync(tx, conversationId, activity, message.ActivityId, ct),
                    () => signal.Wake(conversationId)
                )
                : new Delivery(ActivityId: null)
        );
    }

    private async Task<string?> WriteAsync(
        DbTransactionScope tx,
        string conversationId,
        Activity activity,
        string? replacedId,
        CancellationToken cancellationToken
    )
    {
        if (await ConversationRow.FindAsync(tx, conversationId, lockRow: true, cancellationToken) is not { Ended: false } row)
            throw new ChannelFailureException(
                HttpStatusCode.NotFound,
                "ConversationNotFound",
                "The conversation does not exist or has ended."
            );
        var conversation = row.Read();
        // What cannot be replaced, because the log does not have it, is said anew.
        var replaced = DirectLineActivities.IsIdIn(replacedId, conversation) ? replacedId : null;
        return await DirectLineLog.AppendAsync(
            tx,
            new(
                conversationId,
                time.GetUtcNow(),
                at =>
                    replaced is null
                        ? DirectLineActivities.ForClient(activity, conversation, at, options.Value)
                        : DirectLineActivities.ForClient(activity, conversation, replaced, at, options.Value),
                activity.Type == ActivityTypes.EndOfConversation,
                replaced
            ),
            cancellationToken
        );
    }
}
