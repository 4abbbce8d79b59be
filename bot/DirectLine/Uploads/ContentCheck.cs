namespace DirectLine.Uploads;

/// <summary>Why a file was refused.</summary>
public enum ContentFault
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Its content is none of the kinds that may be sent.</summary>
    NotAllowed,

    /// <summary>HTML, SVG or other markup that a browser could run.</summary>
    Markup,

    /// <summary>An archive that unpacks to something huge.</summary>
    Bomb,

    /// <summary>An office document with macros.</summary>
    Macros,

    /// <summary>An archive that cannot be read.</summary>
    Broken,
}

/// <summary>The kind of an accepted file, or why it was refused: exactly one of the two.</summary>
public sealed record ContentVerdict(FileKind? Kind, ContentFault? Fault)
{
    /// <summary>A file of this kind may be stored.</summary>
    public static ContentVerdict Accepted(FileKind kind) => new(kind, null);

    /// <summary>The file may not be stored.</summary>
    public static ContentVerdict Refused(ContentFault fault) => new(null, fault);
}

/// <summary>Decides by content whether a file may be sent, and as what. The claimed content type is never asked.</summary>
public static class ContentCheck
{
    /// <summary>Looks at the whole content. The name only chooses between plain text kinds, and refuses text under a name that some
    /// system would run.</summary>
    public static ContentVerdict Check(string? name, ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.IsEmpty)
            return ContentVerdict.Refused(ContentFault.Empty);
        if (FileSignatures.Find(bytes) is { } kind)
            return ContentVerdict.Accepted(kind);
        if (bytes.StartsWith("PK\x03\x04"u8))
            return OfficeArchive.Check(content);
        if (TextContent.FaultOf(bytes) is { } fault)
            return ContentVerdict.Refused(fault);
        return Path.GetExtension(name ?? "").TrimStart('.').ToLowerInvariant() switch
        {
            "csv" => ContentVerdict.Accepted(FileKind.Csv),
            "" or "txt" or "log" => ContentVerdict.Accepted(FileKind.Text),
            "html" or "htm" or "xhtml" or "svg" or "xml" or "mht" => ContentVerdict.Refused(ContentFault.Markup),
            _ => ContentVerdict.Refused(ContentFault.NotAllowed),
        };
    }
}
