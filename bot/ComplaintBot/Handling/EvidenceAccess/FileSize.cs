using System.Globalization;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    /// <summary>"380 KB", "1.2 MB"; null when the size is not known.</summary>
    public static string? Of(long? bytes) =>
        bytes switch
        {
            null => null,
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes.Value + 512) / 1024)} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes.Value / 1024.0 / 1024.0:0.0} MB"),
        };
}
