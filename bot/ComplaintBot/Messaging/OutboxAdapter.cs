using BotFramework.Builder;
using BotFramework.Connector;
using BotFramework.Schema;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;

namespace ComplaintBot.Messaging;

/// <summary>The adapter of this host: what a bot says during a turn is added to the turn's unit of work and leaves through the outbox once
/// the turn is committed. The ids that a bot gets back are therefore empty; a message that shall be replaced later has a message key.
/// Typing goes out at once and is forgotten.</summary>
public sealed class OutboxAdapter(IConnectorFactory connectors, Outbox outbox, TimeProvider time) : CloudAdapter(connectors, time)
{
    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        var work = WorkOf(turnContext);
        foreach (var activity in activities)
            outbox.Add(work, OutboxMessage.ToConversation(activity.ChannelId!, activity.Conversation!.Id!, activity));
        return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("")));
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        outbox.Add(WorkOf(turnContext), OutboxMessage.Update(activity.ChannelId!, activity.Conversation!.Id!, activity.Id!, activity));
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        outbox.Add(WorkOf(turnContext), OutboxMessage.Delete(reference.ChannelId!, reference.Conversation!.Id!, reference.ActivityId!));
        return Task.CompletedTask;
    }

    private static UnitOfWork WorkOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<UnitOfWork>()
        ?? throw new InvalidOperationException("This turn carries no unit of work; start it through the mailbox.");
}
