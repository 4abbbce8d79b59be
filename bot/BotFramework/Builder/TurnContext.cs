using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>
/// A turn: addresses what the bot says, runs the hooks around it, and hands it to the adapter. Delays, invoke responses, traces and
/// buffered replies are dealt with here, so that an adapter only ever sees what has to leave.
/// </summary>
public sealed class TurnContext : ITurnContext
{
    private readonly List<SendActivitiesHandler> _onSend = [];
    private readonly List<UpdateActivityHandler> _onUpdate = [];
    private readonly List<DeleteActivityHandler> _onDelete = [];

    /// <summary>A turn for an activity.</summary>
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    /// <inheritdoc/>
    public BotAdapter Adapter { get; }

    /// <inheritdoc/>
    public TurnContextStateCollection TurnState { get; } = new();

    /// <inheritdoc/>
    public Activity Activity { get; }

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <summary>Replies that go back in the HTTP response (deliveryMode expectReplies), in order.</summary>
    public IList<Activity> BufferedReplyActivities { get; } = [];

    /// <summary>The answer to the invoke, once the bot gave one.</summary>
    public InvokeResponse? InvokeResponse { get; private set; }

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        return SendActivityAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = textReplyToSend,
                Speak = speak,
                InputHint = inputHint,
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        // A hook may keep an activity back, which is no error.
        return responses.Length > 0 ? responses[0] : new ResourceResponse();
    }

    /// <inheritdoc/>
    public Task<ResourceResponse[]> SendActivitiesAsync(IEnumerable<Activity> activities, CancellationToken cancellationToken = default)
    {
        var reference = Activity.GetConversationReference();
        List<Activity> addressed = [.. activities.Select(a => a.ApplyConversationReference(reference))];
        if (addressed.Count == 0)
            throw new ArgumentException("Nothing to send.", nameof(activities));
        return Next(0);

        Task<ResourceResponse[]> Next(int hook) =>
            hook < _onSend.Count ? _onSend[hook](this, addressed, () => Next(hook + 1)) : DeliverAsync(addressed, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (string.IsNullOrEmpty(activity.Id))
            throw new ArgumentException("An update needs the id of what it replaces.", nameof(activity));
        activity.ApplyConversationReference(Activity.GetConversationReference());
        return Next(0);

        Task<ResourceResponse> Next(int hook) =>
            hook < _onUpdate.Count
                ? _onUpdate[hook](this, activity, () => Next(hook + 1))
                : Adapter.UpdateActivityAsync(this, activity, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return Next(0);

        Task Next(int hook) =>
            hook < _onDelete.Count
                ? _onDelete[hook](this, conversationReference, () => Next(hook + 1))
                : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        _onSend.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        _onUpdate.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        _onDelete.Add(handler);
        return this;
    }

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Count];
        var leaving = new List<int>();
        for (var i = 0; i < activities.Count; i++)
        {
            var activity = activities[i];
            responses[i] = new ResourceResponse();
            switch (activity.Type)
            {
                case ActivityTypes.Delay:
                    await FlushAsync();
                    await Task.Delay(TimeSpan.FromMilliseconds(activity.Value?.GetInt32() ?? 0), Adapter.Time, cancellationToken);
                    break;
                case ActivityTypes.InvokeResponse:
                    InvokeResponse = activity.GetValue<InvokeResponse>();
                    break;
                case ActivityTypes.Trace when Activity.ChannelId != Channels.Emulator:
                    break;
                case var _ when Activity.DeliveryMode == DeliveryModes.ExpectReplies:
                    BufferedReplyActivities.Add(activity);
                    break;
                default:
                    leaving.Add(i);
                    break;
            }
        }

        await FlushAsync();
        Responded |= activities.Exists(a => a.Type != ActivityTypes.Trace);
        return responses;

        async Task FlushAsync()
        {
            if (leaving.Count == 0)
                return;
            var sent = await Adapter.SendActivitiesAsync(this, [.. leaving.Select(i => activities[i])], cancellationToken);
            for (var n = 0; n < leaving.Count && n < sent.Length; n++)
                responses[leaving[n]] = sent[n];
            leaving.Clear();
        }
    }
}
