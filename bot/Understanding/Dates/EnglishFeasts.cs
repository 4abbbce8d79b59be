using System.Collections.Frozen;

namespace Understanding.Dates;

/// <summary>English names of feasts in a text, one to three words, from Feasts.txt.</summary>
internal static class EnglishFeasts
{
    private static readonly FrozenDictionary<string, (string Name, WordSense Sense)[]> ByFirstWord = Feasts
        .Names.Where(n => char.IsAsciiLetter(n.Text[0]))
        .GroupBy(n => n.Text.Split(' ')[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Text.Length).ToArray());

    public static bool TryRead(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens, out int end)
    {
        end = start;
        while (end < text.Length && (char.IsAsciiLetter(text[end])))
            end++;
        if (!ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[start..end], out var names))
            return false;
        foreach (var (name, sense) in names)
        {
            if (Matches(text, start, name) is { } at)
            {
                end = at;
                tokens.Add(new(Word.Feast, sense.Value, start, end, 0, Script.English, glued));
                return true;
            }
        }
        return false;
    }

    /// <summary>Where the name ends in the text; apostrophes, hyphens and the s before them may be missing.</summary>
    private static int? Matches(ReadOnlySpan<char> text, int start, string name)
    {
        var i = start;
        foreach (var c in name)
        {
            while (i < text.Length && text[i] is '\'' or '.')
                i++;
            if (c == ' ')
            {
                if (i < text.Length && text[i] == 's' && text[i - 1] == '\'')
                    i++;
                if (i >= text.Length || text[i] is not (' ' or '-'))
                    return null;
                i++;
            }
            else if (i >= text.Length || text[i++] != c)
                return null;
        }
        return i < text.Length && char.IsAsciiLetterOrDigit(text[i]) ? null : i;
    }
}
