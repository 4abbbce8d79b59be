using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>What answers activities.</summary>
public interface IBot
{
    /// <summary>Handles one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>The bot's part of a turn, at the end of the pipeline.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>Runs around every send of a turn; may change the list; calls <paramref name="next"/> or keeps the activities back.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext,
    List<Activity> activities,
    Func<Task<ResourceResponse[]>> next
);

/// <summary>Runs around every update of a turn.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(
    ITurnContext turnContext,
    Activity activity,
    Func<Task<ResourceResponse>> next
);

/// <summary>Runs around every deletion of a turn.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
