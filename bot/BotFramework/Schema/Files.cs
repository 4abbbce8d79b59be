using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>The value of fileConsent/invoke.</summary>
public sealed class FileConsentCardResponse : WireObject
{
    /// <summary>accept or decline.</summary>
    public string? Action { get; set; }

    /// <summary>What the card carried along.</summary>
    public JsonElement? Context { get; set; }

    /// <summary>Where to upload, when accepted.</summary>
    public FileUploadInfo? UploadInfo { get; set; }
}

/// <summary>Where a file is uploaded to a user's drive.</summary>
public sealed class FileUploadInfo : WireObject
{
    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>Where to PUT the bytes; carries its own permission, never the bot's token.</summary>
    public string? UploadUrl { get; set; }

    /// <summary>Where the file will be.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The file's id.</summary>
    public string? UniqueId { get; set; }

    /// <summary>The file's type.</summary>
    public string? FileType { get; set; }
}

/// <summary>Content of a consent card: asks for leave to put a file into the user's drive.</summary>
public sealed class FileConsentCard : WireObject
{
    /// <summary>What the file is.</summary>
    public string? Description { get; set; }

    /// <summary>Size in bytes.</summary>
    public long? SizeInBytes { get; set; }

    /// <summary>Comes back on accept.</summary>
    public JsonElement? AcceptContext { get; set; }

    /// <summary>Comes back on decline.</summary>
    public JsonElement? DeclineContext { get; set; }
}

/// <summary>Content of the card that shows an uploaded file.</summary>
public sealed class FileInfoCard : WireObject
{
    /// <summary>The file's id.</summary>
    public string? UniqueId { get; set; }

    /// <summary>The file's type.</summary>
    public string? FileType { get; set; }
}

/// <summary>Content of a file that a Teams user sent.</summary>
public sealed class FileDownloadInfo : WireObject
{
    /// <summary>Where to fetch it; short-lived, carries its own permission.</summary>
    public string? DownloadUrl { get; set; }

    /// <summary>The file's id.</summary>
    public string? UniqueId { get; set; }

    /// <summary>The file's type.</summary>
    public string? FileType { get; set; }
}
