using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Browser.Tests.DirectLineJs;

/// <summary>A bot that repeats what it hears, through the real inbox and outbox.</summary>
public sealed class EchoTurn(Outbox outbox) : IInboxTurn
{
    public Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
    {
        var heard = item.ReadActivity();
        if (heard.Type == ActivityTypes.Message)
            outbox.Add(
                work,
                OutboxMessage.ToConversation(heard.ChannelId!, heard.Conversation!.Id!, heard.CreateReply("echo: " + heard.Text))
            );
        return Task.FromResult<InvokeResponse?>(null);
    }

    public Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"The echo of {item.Activity} failed.");
}
