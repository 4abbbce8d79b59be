using System.Net;
using BotFramework.Authentication;
using BotFramework.Connector;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>
/// Runs turns for authenticated activities and sends through the Bot Connector. <see cref="SendActivitiesAsync"/>,
/// <see cref="UpdateActivityAsync"/> and <see cref="DeleteActivityAsync"/> do nothing but send: a host may replace them by writing
/// to an outbox.
/// </summary>
public class CloudAdapter : BotAdapter
{
    private readonly IConnectorFactory _connectors;

    /// <summary>An adapter that sends through clients of a factory.</summary>
    public CloudAdapter(IConnectorFactory connectors, TimeProvider? time = null)
        : base(time) => _connectors = connectors;

    /// <summary>
    /// Runs one turn. The result is what the HTTP response shall be: the answer to an invoke (501 when the bot gave none, 500 when it
    /// failed and <see cref="BotAdapter.OnTurnError"/> dealt with it), collected replies, or null when there is nothing to say.
    /// </summary>
    public Task<InvokeResponse?> ProcessActivityAsync(
        AuthenticateRequestResult auth,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => ProcessActivityAsync(auth, activity, new TurnContextStateCollection(), callback, cancellationToken);

    /// <summary>As above, with objects that the turn carries from its first moment, such as a database transaction.</summary>
    public async Task<InvokeResponse?> ProcessActivityAsync(
        AuthenticateRequestResult auth,
        Activity activity,
        TurnContextStateCollection turnState,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(auth);
        ArgumentNullException.ThrowIfNull(activity);
        activity.CallerId = auth.CallerId;
        var context = new TurnContext(this, activity);
        context.TurnState.AddRange(turnState);
        context.TurnState.Set(auth);
        var succeeded = await RunPipelineAsync(context, callback, cancellationToken);
        return ResultOf(context, succeeded);
    }

    /// <summary>Starts a turn in a stored conversation, with objects that it carries from its first moment.</summary>
    public async Task ContinueConversationAsync(
        ConversationReference reference,
        TurnContextStateCollection turnState,
        BotCallbackHandler callback,
        CancellationToken cancellationToken = default
    )
    {
        var context = new TurnContext(this, reference.GetContinuationActivity());
        context.TurnState.AddRange(turnState);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <summary>Makes a conversation and runs a turn in it.</summary>
    public async Task CreateConversationAsync(
        string channelId,
        string serviceUrl,
        ConversationParameters parameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var made = await _connectors.Create(serviceUrl).CreateConversationAsync(parameters, cancellationToken);
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = ActivityEventNames.CreateConversation,
            ChannelId = channelId,
            ServiceUrl = made.ServiceUrl ?? serviceUrl,
            Id = made.ActivityId,
            Conversation = new ConversationAccount(made.Id, tenantId: parameters.TenantId, isGroup: parameters.IsGroup),
            ChannelData = parameters.ChannelData,
            Recipient = parameters.Bot,
            From = parameters.Members?.Count == 1 ? parameters.Members[0] : null,
        };
        await RunPipelineAsync(new TurnContext(this, activity), callback, cancellationToken);
    }

    /// <summary>The connector client for a turn's service URL.</summary>
    public IConnectorClient CreateConnectorClient(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return _connectors.Create(turnContext.Activity.ServiceUrl ?? "");
    }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await SendAsync(activities[i], cancellationToken);
        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        return _connectors.Create(activity.ServiceUrl ?? "").UpdateActivityAsync(activity, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _connectors
            .Create(reference.ServiceUrl ?? "")
            .DeleteActivityAsync(reference.Conversation?.Id ?? "", reference.ActivityId ?? "", cancellationToken);
    }

    /// <inheritdoc/>
    public override Task SendTransientActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(activity, cancellationToken);

    private Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var client = _connectors.Create(activity.ServiceUrl ?? "");
        return string.IsNullOrEmpty(activity.ReplyToId)
            ? client.SendToConversationAsync(activity, cancellationToken)
            : client.ReplyToActivityAsync(activity, cancellationToken);
    }

    /// <summary>
    /// The answer to an invoke whose turn failed. A card shows the reason under itself only when the HTTP status is 200, so
    /// adaptiveCard/action gets 200 with an inner 500; everything else gets 500.
    /// </summary>
    protected virtual InvokeResponse CreateFailedInvokeResponse(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Name == InvokeNames.AdaptiveCardAction
            ? InvokeResponse.Ok(AdaptiveCardInvokeResponse.InternalError("InternalError", "The bot could not do this. Please try again."))
            : InvokeResponse.Create((int)HttpStatusCode.InternalServerError);
    }

    private InvokeResponse? ResultOf(TurnContext context, bool succeeded)
    {
        var activity = context.Activity;
        if (activity.Type == ActivityTypes.Invoke)
            return context.InvokeResponse
                ?? (succeeded ? InvokeResponse.Create((int)HttpStatusCode.NotImplemented) : CreateFailedInvokeResponse(context));
        return activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? InvokeResponse.Ok(new ExpectedReplies(context.BufferedReplyActivities))
            : null;
    }
}
