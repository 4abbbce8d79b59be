using BotFramework.Connector;
using BotFramework.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>Sends through the Bot Connector that a conversation's service URL names.</summary>
public sealed class ConnectorChannel(IConnectorFactory connectors) : IOutboundChannel
{
    /// <inheritdoc/>
    public bool Serves(ConversationReference reference) =>
        Uri.TryCreate(reference.ServiceUrl, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    /// <inheritdoc/>
    public async Task<Delivery> DeliverAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var connector = connectors.Create(message.Reference.ServiceUrl!);
        switch (message.Kind)
        {
            case OutboxKind.CreateConversation:
                var made = await connector.CreateConversationAsync(message.NewConversation!, cancellationToken);
                return new(made.ActivityId, made.Id);
            case OutboxKind.Delete:
                await connector.DeleteActivityAsync(message.Reference.Conversation?.Id ?? "", message.ActivityId!, cancellationToken);
                return new(message.ActivityId);
            case OutboxKind.Update:
                message.Activity!.Id = message.ActivityId;
                return new((await connector.UpdateActivityAsync(message.Activity, cancellationToken)).Id);
            default:
                var activity = message.Activity!;
                activity.Id = null;
                var sent = string.IsNullOrEmpty(activity.ReplyToId)
                    ? await connector.SendToConversationAsync(activity, cancellationToken)
                    : await connector.ReplyToActivityAsync(activity, cancellationToken);
                return new(sent.Id);
        }
    }
}
