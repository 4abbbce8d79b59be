using System.Security.Principal;
using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging;

/// <summary>
/// The adapter of this host. A turn runs on an activity that was stored before, and only writes: what a bot says is added to the turn's
/// unit of work and leaves through the outbox once the turn is committed. The ids that a bot gets back are therefore empty; a message
/// that shall be replaced later has a message key. Nothing comes in through it: the endpoint stores, the mailbox runs.
/// </summary>
public sealed class InboxAdapter(BotFrameworkAuthentication authentication, Outbox outbox) : CloudAdapterBase(authentication)
{
    /// <summary>
    /// Runs one turn. The result is what the HTTP response shall be: the answer to an invoke (501 when the bot gave none), collected
    /// replies, or null when there is nothing to say.
    /// </summary>
    public async Task<InvokeResponse?> RunAsync(
        Activity activity,
        Caller caller,
        UnitOfWork work,
        BotCallbackHandler bot,
        CancellationToken cancellationToken
    )
    {
        activity.CallerId = caller.CallerId;
        // Not ProcessActivityAsync: it makes a connector and a user token client for each turn, and a turn that only writes needs neither.
        using var context = new TurnContext(this, activity);
        context.TurnState.Add<IIdentity>(BotIdentityKey, caller.Identity());
        context.TurnState.Add(bot);
        context.TurnState.Add(work);
        var locale = activity.Locale;
        // The pipeline would make the sender's locale the culture of the turn, in which numbers and dates are then written.
        activity.Locale = null;
        try
        {
            await RunPipelineAsync(context, (turn, token) => WithLocale(turn, locale, bot, token), cancellationToken);
        }
        finally
        {
            activity.Locale = locale;
        }
        return ResultOf(context);
    }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            // Answers to invokes, pauses and traces go nowhere: the SDK's own adapter keeps them for the turn.
            if (activities[i].Type is ActivityTypesEx.InvokeResponse or ActivityTypesEx.Delay or ActivityTypes.Trace)
                responses[i] = (await base.SendActivitiesAsync(turnContext, [activities[i]], cancellationToken))[0];
            else
                responses[i] = Write(turnContext, activities[i]);
        }
        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        outbox.Add(WorkOf(turnContext), OutboxMessage.Update(activity.ChannelId, activity.Conversation.Id, activity.Id, activity));
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        outbox.Add(WorkOf(turnContext), OutboxMessage.Delete(reference.ChannelId, reference.Conversation.Id, reference.ActivityId));
        return Task.CompletedTask;
    }

    private ResourceResponse Write(ITurnContext turnContext, Activity activity)
    {
        outbox.Add(WorkOf(turnContext), OutboxMessage.ToConversation(activity.ChannelId, activity.Conversation.Id, activity));
        return new ResourceResponse("");
    }

    private static Task WithLocale(ITurnContext turn, string? locale, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        turn.Activity.Locale = locale;
        return bot(turn, cancellationToken);
    }

    private static InvokeResponse? ResultOf(TurnContext context)
    {
        var activity = context.Activity;
        if (activity.Type == ActivityTypes.Invoke)
            return context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
                ?? new InvokeResponse { Status = StatusCodes.Status501NotImplemented };
        return activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? new InvokeResponse { Status = StatusCodes.Status200OK, Body = new ExpectedReplies(context.BufferedReplyActivities) }
            : null;
    }

    private static UnitOfWork WorkOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<UnitOfWork>()
        ?? throw new InvalidOperationException("This turn carries no unit of work; start it through the mailbox.");
}
