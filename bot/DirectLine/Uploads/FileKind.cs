namespace DirectLine.Uploads;

/// <summary>A kind of file that visitors may send, found by its content. <paramref name="Extensions"/> without dot; the first is
/// given to files named otherwise.</summary>
public sealed record FileKind(string ContentType, params string[] Extensions)
{
    /// <summary>May be shown inside a page: pictures that cannot carry script.</summary>
    public bool ShownInPage { get; init; }

    /// <summary>PNG picture.</summary>
    public static readonly FileKind Png = new("image/png", "png") { ShownInPage = true };

    /// <summary>JPEG picture.</summary>
    public static readonly FileKind Jpeg = new("image/jpeg", "jpg", "jpeg", "jfif") { ShownInPage = true };

    /// <summary>GIF picture.</summary>
    public static readonly FileKind Gif = new("image/gif", "gif") { ShownInPage = true };

    /// <summary>WebP picture.</summary>
    public static readonly FileKind Webp = new("image/webp", "webp") { ShownInPage = true };

    /// <summary>Photo of an iPhone; browsers do not all show it.</summary>
    public static readonly FileKind Heic = new("image/heic", "heic", "heif");

    /// <summary>PDF document.</summary>
    public static readonly FileKind Pdf = new("application/pdf", "pdf");

    /// <summary>Plain text.</summary>
    public static readonly FileKind Text = new("text/plain", "txt", "log");

    /// <summary>Comma-separated values.</summary>
    public static readonly FileKind Csv = new("text/csv", "csv");

    /// <summary>Word document without macros.</summary>
    public static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    /// <summary>Excel workbook without macros.</summary>
    public static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    /// <summary>PowerPoint presentation without macros.</summary>
    public static readonly FileKind Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

    /// <summary>MPEG-4 video.</summary>
    public static readonly FileKind Mp4 = new("video/mp4", "mp4", "m4v", "3gp");

    /// <summary>QuickTime video.</summary>
    public static readonly FileKind Mov = new("video/quicktime", "mov");

    /// <summary>WebM video.</summary>
    public static readonly FileKind Webm = new("video/webm", "webm");

    /// <summary>MPEG-4 sound.</summary>
    public static readonly FileKind M4a = new("audio/mp4", "m4a");

    /// <summary>MP3 sound.</summary>
    public static readonly FileKind Mp3 = new("audio/mpeg", "mp3");

    /// <summary>Wave sound.</summary>
    public static readonly FileKind Wav = new("audio/wav", "wav");

    /// <summary>AMR sound, as phones record calls.</summary>
    public static readonly FileKind Amr = new("audio/amr", "amr");

    /// <summary>The kind that pages may show under this content type, or null.</summary>
    public static FileKind? ShownAs(string contentType) =>
        new[] { Png, Jpeg, Gif, Webp }.FirstOrDefault(k => string.Equals(k.ContentType, contentType, StringComparison.OrdinalIgnoreCase));
}
