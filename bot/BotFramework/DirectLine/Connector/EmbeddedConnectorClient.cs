using System.Net;
using BotFramework.Connector;
using BotFramework.DirectLine.Streams;
using BotFramework.Schema;

namespace BotFramework.DirectLine.Connector;

/// <summary>The connector's operations on conversations that are served here. What Direct Line does not know fails with 501.</summary>
internal sealed class EmbeddedConnectorClient(
    IDirectLineStore store,
    DirectLineSignal signal,
    DirectLineOptions options,
    TimeProvider clock
) : IConnectorClient
{
    public string ServiceUrl => DirectLineActivities.ServiceUrl;

    public async Task<ResourceResponse> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        var conversation = await FindAsync(activity.Conversation?.Id, cancellationToken);
        switch (DirectLineActivities.VisibilityOf(activity))
        {
            case ClientVisibility.Shown:
                signal.Show(conversation.Id, DirectLineActivities.ForShow(activity, conversation, clock.GetUtcNow(), options));
                return new ResourceResponse();
            case ClientVisibility.Kept:
                return await AppendAsync(
                    conversation,
                    activity.Type,
                    at => DirectLineActivities.ForClient(activity, conversation, at, options),
                    cancellationToken
                );
            default:
                return new ResourceResponse();
        }
    }

    public Task<ResourceResponse> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        SendToConversationAsync(activity, cancellationToken);

    public async Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        var conversation = await FindAsync(activity.Conversation?.Id, cancellationToken);
        if (!DirectLineActivities.IsIdIn(activity.Id, conversation))
            throw new ErrorResponseException(
                HttpStatusCode.NotFound,
                "ActivityNotFoundInConversation",
                "The conversation has no activity of this id."
            );
        return await AppendAsync(
            conversation,
            activity.Type,
            at => DirectLineActivities.ForClient(activity, conversation, activity.Id, at, options),
            cancellationToken,
            activity.Id
        );
    }

    public async Task<IReadOnlyList<TeamsChannelAccount>> GetConversationMembersAsync(
        string conversationId,
        CancellationToken cancellationToken = default
    ) => [MemberOf(await FindAsync(conversationId, cancellationToken))];

    public async Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId,
        int? pageSize = null,
        string? continuationToken = null,
        CancellationToken cancellationToken = default
    ) => new() { Members = [MemberOf(await FindAsync(conversationId, cancellationToken))] };

    public async Task<TeamsChannelAccount> GetConversationMemberAsync(
        string conversationId,
        string userId,
        CancellationToken cancellationToken = default
    )
    {
        var member = MemberOf(await FindAsync(conversationId, cancellationToken));
        return member.Id == userId
            ? member
            : throw new ErrorResponseException(
                HttpStatusCode.NotFound,
                "MemberNotFoundInConversation",
                "The conversation has no member of this id."
            );
    }

    public Task<IReadOnlyList<TeamsChannelAccount>> GetActivityMembersAsync(
        string conversationId,
        string activityId,
        CancellationToken cancellationToken = default
    ) => GetConversationMembersAsync(conversationId, cancellationToken);

    // Web Chat cannot take a message away; whoever wants to, replaces it by a short text.
    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        throw Unknown();

    public Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters,
        CancellationToken cancellationToken = default
    ) => throw Unknown();

    public Task<ResourceResponse> UploadAttachmentAsync(
        string conversationId,
        AttachmentData attachment,
        CancellationToken cancellationToken = default
    ) => throw Unknown();

    public Task<AttachmentInfo> GetAttachmentInfoAsync(string attachmentId, CancellationToken cancellationToken = default) =>
        throw Unknown();

    public Task<byte[]> GetAttachmentAsync(string attachmentId, string viewId, CancellationToken cancellationToken = default) =>
        throw Unknown();

    public Task<TeamDetails> GetTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default) => throw Unknown();

    public Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(string teamId, CancellationToken cancellationToken = default) =>
        throw Unknown();

    private async Task<ResourceResponse> AppendAsync(
        DirectLineConversation conversation,
        string? type,
        Func<LogPosition, LogEntry> shape,
        CancellationToken cancellationToken,
        string? replacedId = null
    )
    {
        var id =
            await store.AppendBotActivityAsync(
                new(conversation.Id, clock.GetUtcNow(), shape, type == ActivityTypes.EndOfConversation, replacedId),
                cancellationToken
            ) ?? throw Gone();
        signal.Wake(conversation.Id);
        return new ResourceResponse(id);
    }

    private async Task<DirectLineConversation> FindAsync(string? conversationId, CancellationToken cancellationToken) =>
        conversationId is not null && await store.FindConversationAsync(conversationId, cancellationToken) is { Ended: false } conversation
            ? conversation
            : throw Gone();

    private static TeamsChannelAccount MemberOf(DirectLineConversation conversation) =>
        new()
        {
            Id = conversation.UserIdForBot,
            Name = conversation.UserName,
            Role = RoleTypes.User,
        };

    private static ErrorResponseException Gone() =>
        new(HttpStatusCode.NotFound, "ConversationNotFound", "The conversation does not exist or has ended.");

    private static ErrorResponseException Unknown() =>
        new(HttpStatusCode.NotImplemented, "NotImplemented", "Direct Line has no such operation.");
}
