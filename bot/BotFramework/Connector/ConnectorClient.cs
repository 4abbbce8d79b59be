using System.Globalization;
using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Connector;

/// <summary>The Bot Connector over HTTP.</summary>
public sealed class ConnectorClient(Uri serviceUrl, ConnectorHttp http) : IConnectorClient
{
    /// <inheritdoc/>
    public string ServiceUrl { get; } = serviceUrl.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    public Task<ResourceResponse> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(
            new ConnectorCall(HttpMethod.Post, ActivitiesOf(activity), OutboundActivity.ForSending(activity), RateOf(activity)),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var path = $"{ActivitiesOf(activity)}/{Segment(activity.ReplyToId)}";
        return SendAsync(
            new ConnectorCall(HttpMethod.Post, path, OutboundActivity.ForSending(activity), RateOf(activity)),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var path = $"{ActivitiesOf(activity)}/{Segment(activity.Id)}";
        return SendAsync(
            new ConnectorCall(HttpMethod.Put, path, OutboundActivity.ForUpdating(activity), RateOf(activity)),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default)
    {
        var path = $"{Conversation(conversationId)}/activities/{Segment(activityId)}";
        return http.SendAsync(
            serviceUrl,
            new ConnectorCall(HttpMethod.Delete, path, null, new CallRate(RateKind.Send, conversationId, null)),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        // The thread does not exist yet: what is limited is the making of conversations with the same people.
        var thread = "new:" + string.Join(',', parameters.Members?.Select(m => m.Id) ?? []);
        var call = new ConnectorCall(
            HttpMethod.Post,
            "/v3/conversations",
            OutboundActivity.ForCreating(parameters),
            new CallRate(RateKind.Send, thread, parameters.TenantId)
        );
        return Read<ConversationResourceResponse>(await http.SendAsync(serviceUrl, call, cancellationToken))
            ?? new ConversationResourceResponse();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TeamsChannelAccount>> GetConversationMembersAsync(
        string conversationId,
        CancellationToken cancellationToken = default
    ) => await GetAsync<List<TeamsChannelAccount>>($"{Conversation(conversationId)}/members", conversationId, cancellationToken);

    /// <inheritdoc/>
    public Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId,
        int? pageSize = null,
        string? continuationToken = null,
        CancellationToken cancellationToken = default
    )
    {
        string?[] query =
        [
            pageSize is { } size ? "pageSize=" + size.ToString(CultureInfo.InvariantCulture) : null,
            continuationToken is null ? null : "continuationToken=" + Uri.EscapeDataString(continuationToken),
        ];
        var text = string.Join('&', query.Where(q => q is not null));
        return GetAsync<PagedMembersResult>(
            $"{Conversation(conversationId)}/pagedmembers{(text.Length > 0 ? "?" + text : "")}",
            conversationId,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<TeamsChannelAccount> GetConversationMemberAsync(
        string conversationId,
        string userId,
        CancellationToken cancellationToken = default
    ) => GetAsync<TeamsChannelAccount>($"{Conversation(conversationId)}/members/{Segment(userId)}", conversationId, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TeamsChannelAccount>> GetActivityMembersAsync(
        string conversationId,
        string activityId,
        CancellationToken cancellationToken = default
    ) =>
        await GetAsync<List<TeamsChannelAccount>>(
            $"{Conversation(conversationId)}/activities/{Segment(activityId)}/members",
            conversationId,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ResourceResponse> UploadAttachmentAsync(
        string conversationId,
        AttachmentData attachment,
        CancellationToken cancellationToken = default
    ) => SendAsync(new ConnectorCall(HttpMethod.Post, $"{Conversation(conversationId)}/attachments", attachment), cancellationToken);

    /// <inheritdoc/>
    public Task<AttachmentInfo> GetAttachmentInfoAsync(string attachmentId, CancellationToken cancellationToken = default) =>
        GetAsync<AttachmentInfo>($"/v3/attachments/{Segment(attachmentId)}", null, cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]> GetAttachmentAsync(string attachmentId, string viewId, CancellationToken cancellationToken = default) =>
        http.SendAsync(
            serviceUrl,
            new ConnectorCall(HttpMethod.Get, $"/v3/attachments/{Segment(attachmentId)}/views/{Segment(viewId)}"),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<TeamDetails> GetTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default) =>
        GetAsync<TeamDetails>($"/v3/teams/{Segment(teamId)}", teamId, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(string teamId, CancellationToken cancellationToken = default)
    {
        var list = await GetAsync<ConversationList>($"/v3/teams/{Segment(teamId)}/conversations", teamId, cancellationToken);
        return [.. list.Conversations];
    }

    private static string ActivitiesOf(Activity activity) => Conversation(activity.Conversation?.Id) + "/activities";

    private static string Conversation(string? id) => "/v3/conversations/" + Segment(id);

    // A segment of dots would climb to another operation; an empty one would call another operation.
    private static string Segment(string? id) =>
        string.IsNullOrEmpty(id) || id is "." or ".."
            ? throw new ErrorResponseException(
                System.Net.HttpStatusCode.BadRequest,
                "BadArgument",
                "An id in the path is missing or no id."
            )
            : Uri.EscapeDataString(id);

    // Only Teams has these limits.
    private static CallRate? RateOf(Activity activity) =>
        activity.ChannelId is null or Channels.Msteams
            ? new CallRate(RateKind.Send, activity.Conversation!.Id!, activity.Conversation.TenantId)
            : null;

    private async Task<ResourceResponse> SendAsync(ConnectorCall call, CancellationToken cancellationToken) =>
        Read<ResourceResponse>(await http.SendAsync(serviceUrl, call, cancellationToken)) ?? new ResourceResponse("");

    private async Task<T> GetAsync<T>(string path, string? thread, CancellationToken cancellationToken)
        where T : class
    {
        var rate = thread is null ? null : new CallRate(RateKind.Read, thread, null);
        var body = await http.SendAsync(serviceUrl, new ConnectorCall(HttpMethod.Get, path, null, rate), cancellationToken);
        return Read<T>(body) ?? throw new ErrorResponseException($"The channel's answer to {path} is not what was asked for.");
    }

    // Channels answer 202 with nothing, or with a page of HTML: then there is no id.
    private static T? Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize<T>(body, ProtocolJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
