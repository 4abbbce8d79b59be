using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>A card, picture or file.</summary>
[JsonDerivedType(typeof(Attachment))]
[JsonDerivedType(typeof(MessagingExtensionAttachment))]
public class Attachment : WireObject
{
    /// <summary>Media type, see <see cref="AttachmentContentTypes"/>.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where the content is, when it is not inline.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The content inline, such as a card; any JSON.</summary>
    public JsonElement? Content { get; set; }

    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>Where a small picture of it is.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>Reads <see cref="Content"/> as <typeparamref name="T"/>; null when absent or not of that shape.</summary>
    public T? GetContent<T>()
        where T : class => ProtocolJson.As<T>(Content);
}

/// <summary>Media types of attachments.</summary>
public static class AttachmentContentTypes
{
    /// <summary>An Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>A hero card.</summary>
    public const string HeroCard = "application/vnd.microsoft.card.hero";

    /// <summary>A thumbnail card.</summary>
    public const string ThumbnailCard = "application/vnd.microsoft.card.thumbnail";

    /// <summary>A file that a Teams user sent; content is <see cref="FileDownloadInfo"/>.</summary>
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>A file that the bot put into the user's drive; content is <see cref="FileInfoCard"/>.</summary>
    public const string FileInfoCard = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>Asks a Teams user for leave to send a file.</summary>
    public const string FileConsentCard = "application/vnd.microsoft.teams.card.file.consent";

    /// <summary>The HTML copy of a Teams message's text.</summary>
    public const string Html = "text/html";
}

/// <summary>What is uploaded to a channel's attachment store.</summary>
public sealed class AttachmentData : WireObject
{
    /// <summary>Media type.</summary>
    public string? Type { get; set; }

    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>The content.</summary>
    [JsonPropertyName("originalBase64")]
    public byte[]? OriginalBase64 { get; set; }

    /// <summary>A small picture.</summary>
    [JsonPropertyName("thumbnailBase64")]
    public byte[]? ThumbnailBase64 { get; set; }
}

/// <summary>What a channel's attachment store knows about a file.</summary>
public sealed class AttachmentInfo : WireObject
{
    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>Media type.</summary>
    public string? Type { get; set; }

    /// <summary>The views it can be fetched in.</summary>
    public IList<AttachmentView>? Views { get; set; }
}

/// <summary>One view of a stored attachment.</summary>
public sealed class AttachmentView : WireObject
{
    /// <summary>original, thumbnail, …</summary>
    public string? ViewId { get; set; }

    /// <summary>Size in bytes.</summary>
    public long? Size { get; set; }
}
