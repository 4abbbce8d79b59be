using System.Diagnostics.CodeAnalysis;

namespace ComplaintBot.Storage;

/// <summary>Text from outside on its way into a text column.</summary>
public static class SqlText
{
    /// <summary>The text without NUL characters, which PostgreSQL refuses, and with lone surrogates replaced, which are no Unicode text.
    /// JSON columns need this not: JSON escapes both.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Printable(string? text)
    {
        if (text is null)
            return null;
        if (text.Contains('\0', StringComparison.Ordinal))
            text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text
            : string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
    }
}
