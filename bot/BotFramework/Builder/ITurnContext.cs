using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>One activity with everything needed to answer it.</summary>
public interface ITurnContext
{
    /// <summary>The adapter that started the turn.</summary>
    BotAdapter Adapter { get; }

    /// <summary>Objects of this turn, by type.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>What came in.</summary>
    Activity Activity { get; }

    /// <summary>Whether anything but a trace was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Sends text to the activity's conversation.</summary>
    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sends an activity; addressing is filled in.</summary>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends activities in order; the answers are in the same order, with an empty id for what did not leave the bot.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(IEnumerable<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces an earlier activity; <see cref="Activity.Id"/> says which.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an earlier activity of this conversation.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an earlier activity; <see cref="ConversationReference.ActivityId"/> says which.</summary>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler around sends of this turn.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds a handler around updates of this turn.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds a handler around deletions of this turn.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}
