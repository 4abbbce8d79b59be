using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace ComplaintBot.BotService.Connector;

/// <summary>
/// Makes calls to channels: limits, a new token when one is refused, the government's host when a tenant is served there, and failures told
/// in one way. Nothing else is tried again here: the outbox does that, durably.
/// </summary>
public sealed class ConnectorCalls(Connectors connectors, ThreadRateLimiter limiter, TimeProvider time)
{
    /// <summary>Sends an activity, as an answer when it names what it answers. Null: the channel gave no id.</summary>
    /// <exception cref="ChannelFailureException">The channel refused or failed.</exception>
    public async Task<string?> SendAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken)
    {
        var (conversation, answered) = (Segment(activity.Conversation?.Id), activity.ReplyToId);
        OutboundActivity.Strip(activity, id: null);
        return string.IsNullOrEmpty(answered)
            ? await IdAsync(
                serviceUrl,
                RateOf(activity),
                c => c.SendToConversationAsync(conversation, activity, cancellationToken),
                cancellationToken
            )
            : await IdAsync(
                serviceUrl,
                RateOf(activity),
                c => c.ReplyToActivityAsync(conversation, Segment(answered), activity, cancellationToken),
                cancellationToken
            );
    }

    /// <summary>Puts an activity in the place of the one with its id. Null: the channel gave no id.</summary>
    /// <exception cref="ChannelFailureException">The channel refused or failed.</exception>
    public Task<string?> UpdateAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken)
    {
        var (conversation, id) = (Segment(activity.Conversation?.Id), Segment(activity.Id));
        OutboundActivity.Strip(activity, id);
        return IdAsync(
            serviceUrl,
            RateOf(activity),
            c => c.UpdateActivityAsync(conversation, id, activity, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Deletes an activity.</summary>
    /// <exception cref="ChannelFailureException">The channel refused or failed.</exception>
    public Task DeleteAsync(string serviceUrl, ConversationAccount? conversation, string? activityId, CancellationToken cancellationToken)
    {
        var (conversationId, id) = (Segment(conversation?.Id), Segment(activityId));
        return IdAsync(
            serviceUrl,
            new CallRate(conversationId, conversation!.TenantId),
            async c =>
            {
                await c.DeleteActivityAsync(conversationId, id, cancellationToken);
                return new ResourceResponse();
            },
            cancellationToken
        );
    }

    private async Task<string?> IdAsync(
        string serviceUrl,
        CallRate? rate,
        Func<IConversations, Task<ResourceResponse>> call,
        CancellationToken cancellationToken
    )
    {
        var (address, renewed) = (new Uri(serviceUrl), false);
        while (true)
        {
            if (rate is not null)
                await limiter.WaitAsync(rate.ConversationId, rate.TenantId, cancellationToken);
            var client = await connectors.ForAsync(address.AbsoluteUri);
            try
            {
                return (await call(client.Conversations))?.Id;
            }
            catch (SerializationException)
            {
                // Taken, and answered with a page of HTML: there is no id.
                return null;
            }
            catch (Exception e) when (ChannelErrors.Read(e, address, time.GetUtcNow(), cancellationToken) is { } failure)
            {
                if (failure.Status == HttpStatusCode.Unauthorized && !renewed && Renew(client, address))
                    renewed = true;
                else if (failure.Code == GovernmentHost.Code && GovernmentHost.For(address) is { } other)
                    address = other;
                else
                    // The SDK's exception became the outbox's own: the trace of the former begins in the SDK.
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }
        }
    }

    private static bool Renew(IConnectorClient client, Uri address) =>
        client is ConnectorClient { Credentials: TrustedCredentials credentials } && credentials.Renew(address);

    // A segment of dots would climb to another operation; an empty one would call another operation.
    private static string Segment(string? id) =>
        string.IsNullOrEmpty(id) || id is "." or ".."
            ? throw new ChannelFailureException(HttpStatusCode.BadRequest, "BadArgument", "An id in the path is missing or no id.")
            : id;

    // Only Teams has these limits.
    private static CallRate? RateOf(Activity activity) =>
        activity.ChannelId is null or Channels.Msteams ? new CallRate(activity.Conversation!.Id, activity.Conversation.TenantId) : null;

    private sealed record CallRate(string ConversationId, string? TenantId);
}
