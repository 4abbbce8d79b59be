using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>Joins a bot to channels: runs turns through the middleware, and sends what the bot says.</summary>
public abstract class BotAdapter
{
    /// <summary>An adapter whose waits follow a clock.</summary>
    protected BotAdapter(TimeProvider? time = null) => Time = time ?? TimeProvider.System;

    /// <summary>The clock of every wait.</summary>
    public TimeProvider Time { get; }

    /// <summary>What runs around every turn.</summary>
    public MiddlewareSet MiddlewareSet { get; } = new();

    /// <summary>What happens when a turn throws; without it the exception goes to whoever started the turn.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>Sends activities in order; one answer each.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    );

    /// <summary>Replaces an activity.</summary>
    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes an activity.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Sends something that is worthless a moment later, such as typing. It may run beside the turn, so it must use nothing of the
    /// turn but its activity, and it is neither stored nor repeated.
    /// </summary>
    public virtual Task SendTransientActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        SendActivitiesAsync(turnContext, [activity], cancellationToken);

    /// <summary>Starts a turn in a stored conversation.</summary>
    public virtual Task ContinueConversationAsync(
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken = default
    ) => RunPipelineAsync(new TurnContext(this, reference.GetContinuationActivity()), callback, cancellationToken);

    /// <summary>Adds middleware; the first added is the outermost.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Runs the middleware and then the bot; false when the turn failed and <see cref="OnTurnError"/> dealt with it.</summary>
    protected async Task<bool> RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        try
        {
            await MiddlewareSet.ReceiveActivityAsync(turnContext, callback, cancellationToken);
            return true;
        }
        catch (Exception exception) when (OnTurnError is not null && !cancellationToken.IsCancellationRequested)
        {
            await OnTurnError(turnContext, exception);
            return false;
        }
    }
}
