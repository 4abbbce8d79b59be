using BotFramework.Schema;

namespace BotFramework.Connector;

/// <summary>
/// The Bot Connector's operations at one service URL. Every refusal and failure is an <see cref="ErrorResponseException"/>
/// whose classification says what to do.
/// </summary>
public interface IConnectorClient
{
    /// <summary>Where this client sends, without trailing slash.</summary>
    string ServiceUrl { get; }

    /// <summary>Sends to the activity's conversation. The id may be empty: such a message cannot be updated.</summary>
    Task<ResourceResponse> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends as an answer to <see cref="Activity.ReplyToId"/>.</summary>
    Task<ResourceResponse> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Replaces the activity <see cref="Activity.Id"/>. It should carry exactly one attachment or text, never both.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity.</summary>
    Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default);

    /// <summary>Makes a conversation, or finds the personal one that exists.</summary>
    Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters,
        CancellationToken cancellationToken = default
    );

    /// <summary>All members at once; Teams limits this hard, prefer pages.</summary>
    Task<IReadOnlyList<TeamsChannelAccount>> GetConversationMembersAsync(
        string conversationId,
        CancellationToken cancellationToken = default
    );

    /// <summary>One page of members.</summary>
    Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId,
        int? pageSize = null,
        string? continuationToken = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>One member by channel id or directory object id; not a member is a 404.</summary>
    Task<TeamsChannelAccount> GetConversationMemberAsync(
        string conversationId,
        string userId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Members who see one activity.</summary>
    Task<IReadOnlyList<TeamsChannelAccount>> GetActivityMembersAsync(
        string conversationId,
        string activityId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Uploads to the channel's attachment store (not in Teams).</summary>
    Task<ResourceResponse> UploadAttachmentAsync(
        string conversationId,
        AttachmentData attachment,
        CancellationToken cancellationToken = default
    );

    /// <summary>What the channel's attachment store knows about a file.</summary>
    Task<AttachmentInfo> GetAttachmentInfoAsync(string attachmentId, CancellationToken cancellationToken = default);

    /// <summary>The bytes of one view of a stored file.</summary>
    Task<byte[]> GetAttachmentAsync(string attachmentId, string viewId, CancellationToken cancellationToken = default);

    /// <summary>A team.</summary>
    Task<TeamDetails> GetTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default);

    /// <summary>The channels of a team; General comes without a name.</summary>
    Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(string teamId, CancellationToken cancellationToken = default);
}

/// <summary>Makes connector clients for service URLs.</summary>
public interface IConnectorFactory
{
    /// <summary>A client for a service URL as it came with an activity; throws <see cref="ArgumentException"/> when it is no
    /// absolute URL.</summary>
    IConnectorClient Create(string serviceUrl);
}

/// <summary>A connector of its own for some service URLs, such as the embedded Direct Line.</summary>
public interface IConnectorRoute
{
    /// <summary>Whether this route serves the URL.</summary>
    bool Serves(string serviceUrl);

    /// <summary>The client for it.</summary>
    IConnectorClient Create(string serviceUrl);
}
