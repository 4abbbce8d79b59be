using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>What finds a conversation again: store it and a message can be sent any time later.</summary>
public sealed class ConversationReference : WireObject
{
    /// <summary>The activity it was taken from.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The person.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>The bot, as this channel knows it.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The channel, see <see cref="Channels"/>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Where to send; may change, so the newest is kept.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The person's language as the client told.</summary>
    public string? Locale { get; set; }
}

/// <summary>What a new conversation is made from.</summary>
public sealed class ConversationParameters : WireObject
{
    /// <summary>Whether more than two take part (a channel post), false for a personal chat.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The other members.</summary>
    public IList<ChannelAccount>? Members { get; set; }

    /// <summary>The topic, where a channel knows one.</summary>
    public string? TopicName { get; set; }

    /// <summary>The first message.</summary>
    public Activity? Activity { get; set; }

    /// <summary>Channel data such as {channel:{id}} or {tenant:{id}}.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>The directory.</summary>
    public string? TenantId { get; set; }
}

/// <summary>The id that a channel gave to something. Empty when the channel answered without one: such a message cannot be
/// updated.</summary>
public sealed class ResourceResponse : WireObject
{
    /// <summary>A response without an id.</summary>
    public ResourceResponse() { }

    /// <summary>A response with an id.</summary>
    public ResourceResponse(string? id) => Id = id;

    /// <summary>The id; null or empty when the channel gave none.</summary>
    public string? Id { get; set; }
}

/// <summary>A conversation that was made.</summary>
public sealed class ConversationResourceResponse : WireObject
{
    /// <summary>The conversation's id.</summary>
    public string? Id { get; set; }

    /// <summary>The first message's id, when one was sent along.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where further messages go, when it differs.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>One page of a roster.</summary>
public sealed class PagedMembersResult : WireObject
{
    /// <summary>Members of this page.</summary>
    public IList<TeamsChannelAccount> Members { get; set; } = [];

    /// <summary>What asks for the next page; absent on the last.</summary>
    public string? ContinuationToken { get; set; }
}
