using System.Globalization;
using System.Text;

namespace DirectLine.Uploads;

/// <summary>Makes names of visitors' files safe on every system without losing their language.</summary>
public static class FileNames
{
    private const int Longest = 100;
    private const string Forbidden = "<>:\"/\\|?*";
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "COM1",
        "COM2",
        "COM3",
        "COM4",
        "COM5",
        "COM6",
        "COM7",
        "COM8",
        "COM9",
        "LPT1",
        "LPT2",
        "LPT3",
        "LPT4",
        "LPT5",
        "LPT6",
        "LPT7",
        "LPT8",
        "LPT9",
    };

    /// <summary>The last part of the path without control, direction and reserved characters, at most 100 characters, ending in an
    /// extension of the kind.</summary>
    public static string Clean(string? name, FileKind kind)
    {
        var cleaned = Printable(name);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(cleaned), Path.GetExtension(cleaned).TrimStart('.').ToLowerInvariant());
        if (!kind.Extensions.Contains(extension))
            (stem, extension) = (
                extension.Length is > 0 and <= 5 && extension.All(char.IsAsciiLetterOrDigit) ? stem : cleaned,
                kind.Extensions[0]
            );
        stem = stem.Trim(' ', '.');
        if (stem.Length == 0 || Reserved.Contains(stem.Split('.')[0]))
            stem = "file" + (stem.Length == 0 ? "" : "-" + stem);
        return $"{Shorten(stem, Longest - extension.Length - 1)}.{extension}";
    }

    /// <summary>The last part of the path without control, direction and reserved characters, in full length; empty when nothing is
    /// left.</summary>
    public static string Printable(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (
                Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && rune != Rune.ReplacementChar
            )
                kept.Append(rune.IsAscii && Forbidden.Contains((char)rune.Value) ? "_" : rune.ToString());
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '\u00A0', '\u3000');
    }

    /// <summary>The names in order, with " (1)", " (2)" … before the extension of those that came before (letter case ignored).</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        var (taken, result) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<string>());
        foreach (var name in names)
        {
            var candidate = name;
            for (var n = 1; !taken.Add(candidate); n++)
                candidate = $"{Path.GetFileNameWithoutExtension(name)} ({n}){Path.GetExtension(name)}";
            result.Add(candidate);
        }
        return result;
    }

    private static string Shorten(string stem, int length)
    {
        if (stem.Length <= length)
            return stem;
        return stem[..(char.IsHighSurrogate(stem[length - 1]) ? length - 1 : length)].TrimEnd();
    }
}
