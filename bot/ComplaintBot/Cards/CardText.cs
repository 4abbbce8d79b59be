using System.Text;
using System.Text.RegularExpressions;
using AdaptiveCards.Templating;

namespace ComplaintBot.Cards;

/// <summary>Makes texts of people harmless in cards: they can make no link, picture, mention or heading, and cannot turn the
/// reading direction.</summary>
public static partial class CardText
{
    /// <summary>A text as it goes to a place of a card: cleaned and at most <paramref name="limit"/> characters where it is shown,
    /// Markdown-escaped where clients read Markdown, untouched where it is data (ids, values).</summary>
    public static string Encode(TextPlace place, string text, int limit) =>
        place switch
        {
            { Owner: "TextBlock", Property: "text" } or { Owner: "facts", Property: "title" or "value" } => EscapeMarkdown(
                Shorten(Clean(text), limit)
            ),
            { Owner: "AdaptiveCard", Property: "fallbackText" } or { Owner: "TextRun", Property: "text" } => Shorten(Clean(text), limit),
            { Property: "title" or "label" or "placeholder" or "altText" or "tooltip" } => Shorten(Clean(text), limit),
            _ => text,
        };

    /// <summary>Without control characters, lone surrogates and characters that turn the reading direction; <c>{{DATE(…)}}</c>
    /// stays words.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var keep = rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && !TurnsDirection(rune.Value) && rune != Rune.ReplacementChar);
            if (keep)
                clean.Append(rune);
        }
        return clean.Replace("{{", "{\u200b{").ToString();
    }

    /// <summary>At most <paramref name="limit"/> characters (more than 1), with … at the end when something was cut; never half a
    /// character.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Words that Markdown shows as they are. Only what could mean something is escaped, so that ticket numbers and dates
    /// stay plain.</summary>
    public static string EscapeMarkdown(string text)
    {
        var escaped = Special().Replace(text, @"\$0");
        escaped = LineStart().Replace(escaped, @"${before}\${sign}");
        escaped = NumberedLine().Replace(escaped, @"${before}\${sign}");
        escaped = Host().Replace(escaped, @"\$0");
        return LineBreaks().Replace(escaped, "\n\n").Trim();
    }

    private static bool TurnsDirection(int c) => c is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x200e or 0x200f or 0x061c;

    // An ampersand only where an entity could begin; a colon's slashes so that an address stays words.
    [GeneratedRegex(@"[\\`*_\[\]<>~|]|&(?=#|[A-Za-z])|(?<=:)/(?=/)|(?<=:/)/", RegexOptions.None, 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<before>^|\n)[ \t]*(?<sign>[#+\-=])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"(?<before>(^|\n)[ \t]*\d+)(?<sign>[.)])(?=\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedLine();

    // Clients make links of www.example.com and a@example.com by themselves.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}_\-])(?:\.(?=\p{L})|@(?=[\p{L}\p{N}]))", RegexOptions.None, 1000)]
    private static partial Regex Host();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex LineBreaks();
}
