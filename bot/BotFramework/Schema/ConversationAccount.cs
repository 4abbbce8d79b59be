namespace BotFramework.Schema;

/// <summary>A conversation on a channel.</summary>
public sealed class ConversationAccount : WireObject
{
    /// <summary>A conversation without details.</summary>
    public ConversationAccount() { }

    /// <summary>A conversation by id.</summary>
    public ConversationAccount(
        string? id,
        string? conversationType = null,
        string? tenantId = null,
        string? name = null,
        bool? isGroup = null
    )
    {
        Id = id;
        ConversationType = conversationType;
        TenantId = tenantId;
        Name = name;
        IsGroup = isGroup;
    }

    /// <summary>The channel's id; opaque, may contain ; : and @.</summary>
    public string? Id { get; set; }

    /// <summary>The name that people see.</summary>
    public string? Name { get; set; }

    /// <summary>Whether more than two take part; absent in personal chats of some clients.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>personal, groupChat or channel, see <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; set; }

    /// <summary>The directory the conversation lives in.</summary>
    public string? TenantId { get; set; }

    /// <summary>The directory's object id of the conversation.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>Role of the entity behind the account.</summary>
    public string? Role { get; set; }
}
