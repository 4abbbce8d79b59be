namespace BotFramework.Schema;

/// <summary>A person or bot on a channel. Ids are opaque and compared ordinally.</summary>
public class ChannelAccount : WireObject
{
    /// <summary>An account without details.</summary>
    public ChannelAccount() { }

    /// <summary>An account by id, with name and role when known.</summary>
    public ChannelAccount(string? id, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>The channel's id.</summary>
    public string? Id { get; set; }

    /// <summary>The name that people see.</summary>
    public string? Name { get; set; }

    /// <summary>The directory's object id; an opaque text, not always a GUID.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user, bot or skill, see <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }
}

/// <summary>A member of a Teams conversation as its roster tells.</summary>
public sealed class TeamsChannelAccount : ChannelAccount
{
    /// <summary>First name.</summary>
    public string? GivenName { get; set; }

    /// <summary>Last name.</summary>
    public string? Surname { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Sign-in name.</summary>
    public string? UserPrincipalName { get; set; }

    /// <summary>Directory of the member.</summary>
    public string? TenantId { get; set; }

    /// <summary>user, guest or anonymous.</summary>
    public string? UserRole { get; set; }

    /// <summary>The directory's object id under the name that older rosters use.</summary>
    public string? ObjectId { get; set; }
}
