using BotFramework.Connector;
using BotFramework.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>A connector that keeps what it was asked to do, as "verb text".</summary>
internal sealed class RecordingConnectors : IConnectorFactory, IConnectorClient
{
    public List<string> Calls { get; } = [];

    public string ServiceUrl { get; private set; } = "";

    public IConnectorClient Create(string serviceUrl)
    {
        ServiceUrl = serviceUrl;
        return this;
    }

    public Task<ResourceResponse> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Note("send " + activity.Text);

    public Task<ResourceResponse> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Note("reply " + activity.Text);

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Note("update " + activity.Id);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        Note("delete " + activityId);

    public Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters,
        CancellationToken cancellationToken = default
    )
    {
        Calls.Add("create");
        return Task.FromResult(new ConversationResourceResponse { Id = "new-chat" });
    }

    public Task<IReadOnlyList<TeamsChannelAccount>> GetConversationMembersAsync(
        string conversationId,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<IReadOnlyList<TeamsChannelAccount>>([]);

    public Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId,
        int? pageSize = null,
        string? continuationToken = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new PagedMembersResult());

    public Task<TeamsChannelAccount> GetConversationMemberAsync(
        string conversationId,
        string userId,
        CancellationToken cancellationToken = default
    )
    {
        Calls.Add($"member {userId} of {conversationId}");
        return Task.FromResult(new TeamsChannelAccount { Id = userId });
    }

    public Task<IReadOnlyList<TeamsChannelAccount>> GetActivityMembersAsync(
        string conversationId,
        string activityId,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<IReadOnlyList<TeamsChannelAccount>>([]);

    public Task<ResourceResponse> UploadAttachmentAsync(
        string conversationId,
        AttachmentData attachment,
        CancellationToken cancellationToken = default
    ) => Note("upload");

    public Task<AttachmentInfo> GetAttachmentInfoAsync(string attachmentId, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AttachmentInfo());

    public Task<byte[]> GetAttachmentAsync(string attachmentId, string viewId, CancellationToken cancellationToken = default) =>
        Task.FromResult<byte[]>([]);

    public Task<TeamDetails> GetTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default) =>
        Task.FromResult(new TeamDetails());

    public Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(string teamId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ChannelInfo>>([]);

    private Task<ResourceResponse> Note(string call)
    {
        Calls.Add(call);
        return Task.FromResult(new ResourceResponse("made"));
    }
}
