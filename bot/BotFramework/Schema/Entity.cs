using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>Metadata of an activity; its fields beside the type are in <see cref="WireObject.Properties"/>.</summary>
[JsonDerivedType(typeof(Entity))]
[JsonDerivedType(typeof(Mention))]
public class Entity : WireObject
{
    /// <summary>Kind of entity, such as mention or clientInfo.</summary>
    public string? Type { get; set; }

    /// <summary>Reads the entity as <typeparamref name="T"/>; null when it is not of that shape.</summary>
    public T? GetAs<T>()
        where T : class => ProtocolJson.As<T>(JsonSerializer.SerializeToElement(this, ProtocolJson.Options));
}

/// <summary>Somebody is mentioned; <see cref="Text"/> occurs verbatim in the activity's text.</summary>
public sealed class Mention : Entity
{
    /// <summary>The entity type of mentions.</summary>
    public const string EntityType = "mention";

    /// <summary>A mention without details.</summary>
    public Mention() => Type = EntityType;

    /// <summary>Who is mentioned.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>The words in the text, such as &lt;at&gt;Name&lt;/at&gt;.</summary>
    public string? Text { get; set; }

    /// <summary>A mention of an account, with text made from its name.</summary>
    public static Mention Of(ChannelAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new Mention { Mentioned = account, Text = $"<at>{System.Net.WebUtility.HtmlEncode(account.Name)}</at>" };
    }
}

/// <summary>What a Teams client tells about itself.</summary>
public sealed class ClientInfo : WireObject
{
    /// <summary>The entity type of client information.</summary>
    public const string EntityType = "clientInfo";

    /// <summary>Language of the client.</summary>
    public string? Locale { get; set; }

    /// <summary>Two-letter country.</summary>
    public string? Country { get; set; }

    /// <summary>Web, Windows, iOS, …</summary>
    public string? Platform { get; set; }

    /// <summary>IANA time zone.</summary>
    public string? Timezone { get; set; }
}

/// <summary>A reaction; any text, as channels keep adding new ones.</summary>
public sealed class MessageReaction : WireObject
{
    /// <summary>like, heart, laugh, surprised, sad, angry or another.</summary>
    public string? Type { get; set; }
}
