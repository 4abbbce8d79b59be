using System.Buffers;
using System.Collections.Frozen;
using Understanding.Writing;

namespace Understanding.Dates;

/// <summary>Chinese words of time, folded (simplified), from Chinese.txt and Feasts.txt. The longest one at a place is taken.</summary>
internal static class ChineseWords
{
    private const string File = "Dates.Chinese.txt";

    private static readonly FrozenDictionary<char, (string Text, WordSense Sense)[]> ByFirst = DateWords
        .Of(File)
        .Concat(Feasts.Names.Where(n => !char.IsAsciiLetter(n.Text[0])))
        // What stands later in the files counts.
        .GroupBy(w => w.Text, (_, same) => same.Last())
        .GroupBy(w => w.Text[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Text.Length).ThenBy(w => w.Text, StringComparer.Ordinal).ToArray());

    private static readonly SearchValues<char>[] BySign =
    [
        .. Enum.GetNames<Sign>().Select(n => PhraseFiles.Signs(File, char.ToLowerInvariant(n[0]) + n[1..])),
    ];

    private static readonly IReadOnlyList<string> Moon = PhraseFiles.Of(File, "moon"),
        Begins = PhraseFiles.Of(File, "begins"),
        Avenues = PhraseFiles.Of(File, "avenue");

    /// <summary>The longest word that the text has at a place; its length is 0 when there is none.</summary>
    public static WordSense Longest(ReadOnlySpan<char> rest, out int length)
    {
        if (ByFirst.TryGetValue(rest[0], out var entries))
        {
            foreach (var (text, sense) in entries)
            {
                if (rest.StartsWith(text, StringComparison.Ordinal))
                {
                    length = text.Length;
                    return sense;
                }
            }
        }
        length = 0;
        return default;
    }

    /// <summary>True for a sign of a kind.</summary>
    public static bool Is(Sign kind, char c) => BySign[(int)kind].Contains(c);

    /// <summary>True when words of the lunar calendar stand beside a day.</summary>
    public static bool SayMoon(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        foreach (var word in Moon)
        {
            if (after.StartsWith(word, StringComparison.Ordinal) || before.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>星湖街1号, 15弄3号, 四段2号: true when the number behind these words is a house's, unless something begins on it
    /// ("人民路15号起停水").</summary>
    public static bool NumberHouses(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.Length < 2 || StartsAny(after, Begins))
            return false;
        var (last, second) = (before[^1], before[^2]);
        foreach (var avenue in Avenues)
        {
            if (before.EndsWith(avenue, StringComparison.Ordinal))
                return true;
        }
        return Is(Sign.Street, last)
            || Is(Sign.Road, last) && !Is(Sign.NoRoad, second)
            || Is(Sign.Section, last) && (char.IsAsciiDigit(second) || Numbers.Sign(second) is > 0 and <= 10);
    }

    private static bool StartsAny(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}

/// <summary>Signs that decide between two readings, by their names in Chinese.txt.</summary>
internal enum Sign
{
    Guess,
    Pair,
    First,
    Year,
    Number,
    Before,
    Head,
    Counting,
    MoonSign,
    Street,
    Road,
    NoRoad,
    Section,
    Counted,
    Sale,
}
