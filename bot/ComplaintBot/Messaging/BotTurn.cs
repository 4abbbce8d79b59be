using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging;

/// <summary>What a person is told when what they sent could not be handled.</summary>
public interface IFailureNotice
{
    /// <summary>The message, in the person's language; null when nobody needs to be told, as for a typing signal.</summary>
    Activity? For(Activity inbound);

    /// <summary>What stands under a pressed button whose work takes longer than the channel waits. The work goes on.</summary>
    string StillWorking(Activity invoke);
}

/// <summary>Runs the bot on a stored activity. An exception of the bot undoes the turn; the mailbox runs it again.</summary>
public sealed class BotTurn(InboxAdapter adapter, IBot bot, Outbox outbox, IFailureNotice notice) : IInboxTurn
{
    /// <inheritdoc/>
    public Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken) =>
        adapter.RunAsync(item.ReadActivity(), item.ReadCaller(), work, bot.OnTurnAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
    {
        var activity = item.ReadActivity();
        if (notice.For(activity) is { } message)
        {
            message.ApplyConversationReference(activity.GetConversationReference());
            outbox.Add(work, OutboxMessage.ToConversation(activity.ChannelId!, activity.Conversation!.Id!, message));
        }
        InvokeResponse? answer =
            activity.Type != ActivityTypes.Invoke ? null
            : activity.Name == CardAnswers.InvokeName ? new() { Status = StatusCodes.Status200OK, Body = CardAnswers.Failed() }
            : new() { Status = StatusCodes.Status500InternalServerError };
        return Task.FromResult(answer);
    }
}
