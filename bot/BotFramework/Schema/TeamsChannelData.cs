using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>What Teams says about an activity in its channel data.</summary>
public sealed class TeamsChannelData : WireObject
{
    /// <summary>The directory.</summary>
    public TenantInfo? Tenant { get; set; }

    /// <summary>The team, in channels.</summary>
    public TeamInfo? Team { get; set; }

    /// <summary>The channel.</summary>
    public ChannelInfo? Channel { get; set; }

    /// <summary>What a conversationUpdate or message change is about, such as channelCreated or editMessage.</summary>
    public string? EventType { get; set; }

    /// <summary>Outbound: how loudly people are told.</summary>
    public NotificationInfo? Notification { get; set; }

    /// <summary>Where the app was installed from.</summary>
    public TeamsChannelDataSettings? Settings { get; set; }

    /// <summary>compose, message, …</summary>
    public TeamsSourceInfo? Source { get; set; }

    /// <summary>The meeting.</summary>
    public TeamsMeetingInfo? Meeting { get; set; }

    /// <summary>On whose behalf a message was sent.</summary>
    public JsonElement? OnBehalfOf { get; set; }

    /// <summary>The team's id under its old name.</summary>
    public string? TeamsTeamId { get; set; }

    /// <summary>The channel's id under its old name.</summary>
    public string? TeamsChannelId { get; set; }

    /// <summary>Outbound: asks for thumbs up or down.</summary>
    public bool? FeedbackLoopEnabled { get; set; }
}

/// <summary>A directory.</summary>
public sealed class TenantInfo : WireObject
{
    /// <summary>The directory's id; opaque.</summary>
    public string? Id { get; set; }
}

/// <summary>A team.</summary>
public sealed class TeamInfo : WireObject
{
    /// <summary>The team's id, which is also that of its General channel.</summary>
    public string? Id { get; set; }

    /// <summary>The team's name.</summary>
    public string? Name { get; set; }

    /// <summary>The group behind the team.</summary>
    public string? AadGroupId { get; set; }
}

/// <summary>A channel of a team.</summary>
public sealed class ChannelInfo : WireObject
{
    /// <summary>The channel's id.</summary>
    public string? Id { get; set; }

    /// <summary>The channel's name; absent for General.</summary>
    public string? Name { get; set; }

    /// <summary>standard, private or shared.</summary>
    public string? Type { get; set; }
}

/// <summary>The channels of a team.</summary>
public sealed class ConversationList : WireObject
{
    /// <summary>The channels.</summary>
    public IList<ChannelInfo> Conversations { get; set; } = [];
}

/// <summary>How loudly people are told of a message.</summary>
public sealed class NotificationInfo : WireObject
{
    /// <summary>Shows it in the activity feed.</summary>
    public bool? Alert { get; set; }

    /// <summary>Shows it in a meeting.</summary>
    public bool? AlertInMeeting { get; set; }

    /// <summary>What the meeting shows.</summary>
    public string? ExternalResourceUrl { get; set; }
}

/// <summary>Settings in channel data.</summary>
public sealed class TeamsChannelDataSettings : WireObject
{
    /// <summary>The channel chosen at installation.</summary>
    public ChannelInfo? SelectedChannel { get; set; }
}

/// <summary>Where an activity came from.</summary>
public sealed class TeamsSourceInfo : WireObject
{
    /// <summary>compose, message, …</summary>
    public string? Name { get; set; }
}

/// <summary>A meeting.</summary>
public sealed class TeamsMeetingInfo : WireObject
{
    /// <summary>The meeting's id.</summary>
    public string? Id { get; set; }
}

/// <summary>A team as the connector tells.</summary>
public sealed class TeamDetails : WireObject
{
    /// <summary>The team's id.</summary>
    public string? Id { get; set; }

    /// <summary>The team's name.</summary>
    public string? Name { get; set; }

    /// <summary>The group behind the team.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>The directory.</summary>
    public string? TenantId { get; set; }

    /// <summary>Number of channels.</summary>
    public int? ChannelCount { get; set; }

    /// <summary>Number of members.</summary>
    public int? MemberCount { get; set; }
}
