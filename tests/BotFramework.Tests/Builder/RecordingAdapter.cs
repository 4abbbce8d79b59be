using System.Collections.Concurrent;
using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>An adapter that keeps what it was asked to send.</summary>
internal sealed class RecordingAdapter(TimeProvider? time = null) : BotAdapter(time)
{
    public ConcurrentQueue<Activity> Sent { get; } = new();

    public List<Activity> Updated { get; } = [];

    public List<string?> Deleted { get; } = [];

    public ConcurrentQueue<Activity> Transient { get; } = new();

    public Task RunAsync(ITurnContext context, BotCallbackHandler bot) => RunPipelineAsync(context, bot, CancellationToken.None);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        foreach (var activity in activities)
            Sent.Enqueue(activity);
        return Task.FromResult(activities.Select(a => new ResourceResponse("id-of-" + a.Text)).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference.ActivityId);
        return Task.CompletedTask;
    }

    public override Task SendTransientActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Transient.Enqueue(activity);
        return Task.CompletedTask;
    }
}
