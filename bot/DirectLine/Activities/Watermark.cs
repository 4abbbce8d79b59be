using System.Globalization;

namespace DirectLine.Activities;

/// <summary>The place up to which a client has seen the log, as decimal text.</summary>
internal static class Watermark
{
    /// <summary>The sequence; 0 (from the start) for missing, "-" and anything unreadable.</summary>
    public static long Read(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    /// <summary>The text of a sequence.</summary>
    public static string Write(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
