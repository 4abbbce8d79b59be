using BotFramework.Connector;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>Asks Teams about the conversation of a turn. Failures are <see cref="ErrorResponseException"/>.</summary>
public static class TeamsInfo
{
    /// <summary>One member of the turn's conversation, by channel id or directory object id.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext,
        string userId,
        CancellationToken cancellationToken = default
    ) => ClientOf(turnContext).GetConversationMemberAsync(ConversationOf(turnContext), userId, cancellationToken);

    /// <summary>One page of the members of the turn's team or conversation.</summary>
    public static Task<PagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext,
        int? pageSize = null,
        string? continuationToken = null,
        CancellationToken cancellationToken = default
    ) =>
        ClientOf(turnContext).GetConversationPagedMembersAsync(ConversationOf(turnContext), pageSize, continuationToken, cancellationToken);

    /// <summary>The turn's team; throws <see cref="InvalidOperationException"/> outside of teams.</summary>
    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        ClientOf(turnContext).GetTeamDetailsAsync(TeamOf(turnContext), cancellationToken);

    /// <summary>The channels of the turn's team; throws <see cref="InvalidOperationException"/> outside of teams.</summary>
    public static Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(
        ITurnContext turnContext,
        CancellationToken cancellationToken = default
    ) => ClientOf(turnContext).GetTeamChannelsAsync(TeamOf(turnContext), cancellationToken);

    private static IConnectorClient ClientOf(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Adapter is CloudAdapter cloud
            ? cloud.CreateConnectorClient(turnContext)
            : throw new InvalidOperationException("The turn's adapter has no connector.");
    }

    // The roster of a channel is the roster of its team.
    private static string ConversationOf(ITurnContext turnContext) =>
        turnContext.Activity.GetChannelData<TeamsChannelData>()?.Team?.Id ?? turnContext.Activity.Conversation?.Id ?? "";

    private static string TeamOf(ITurnContext turnContext) =>
        turnContext.Activity.GetChannelData<TeamsChannelData>()?.Team?.Id
        ?? throw new InvalidOperationException("The turn is not in a team.");
}
