using ComplaintBot.BotService.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>Sends through the Bot Connector that a conversation's service URL names.</summary>
public sealed class ConnectorChannel(ConnectorCalls connector) : IOutboundChannel
{
    /// <inheritdoc/>
    public bool Serves(ConversationReference reference) =>
        Uri.TryCreate(reference.ServiceUrl, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    /// <inheritdoc/>
    public async Task<Delivery> DeliverAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var (serviceUrl, conversation) = (message.Reference.ServiceUrl, message.Reference.Conversation);
        switch (message.Kind)
        {
            case OutboxKind.Delete:
                await connector.DeleteAsync(serviceUrl, conversation, message.ActivityId, cancellationToken);
                return new(message.ActivityId);
            case OutboxKind.Update:
                message.Activity!.Id = message.ActivityId;
                return new(await connector.UpdateAsync(serviceUrl, message.Activity, cancellationToken));
            default:
                return new(await connector.SendAsync(serviceUrl, message.Activity!, cancellationToken));
        }
    }
}
