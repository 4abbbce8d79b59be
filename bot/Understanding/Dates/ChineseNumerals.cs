using System.Collections.Frozen;
using System.Globalization;
using Understanding.Writing;

namespace Understanding.Dates;

/// <summary>Reads 二零一八 (by position), 二十三 (by value) and 几 (about three).</summary>
internal static class ChineseNumerals
{
    private static readonly FrozenDictionary<char, int> Digits = Values("digit"),
        Scales = Values("scale"),
        Tens = Values("tens");

    /// <summary>True for what counts, and for the first year of a reign.</summary>
    public static bool IsNumeral(char c) =>
        Digits.ContainsKey(c) || Scales.ContainsKey(c) || Tens.ContainsKey(c) || ChineseWords.Is(Sign.First, c);

    private static FrozenDictionary<char, int> Values(string kind) =>
        PhraseFiles
            .Of("Dates.Chinese.txt")
            .Where(p => p.Name.StartsWith(kind + " ", StringComparison.Ordinal))
            .ToFrozenDictionary(p => p.Phrase[0], p => int.Parse(p.Name.AsSpan(kind.Length), CultureInfo.InvariantCulture));

    /// <summary>Adds the number that starts here, or a plain word when the character does not count anything; returns where it
    /// ends.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens)
    {
        if (ChineseWords.Is(Sign.First, text[start])) // 元年, the first year of a reign
        {
            var first = start + 1 < text.Length && ChineseWords.Is(Sign.Year, text[start + 1]);
            tokens.Add(new(first ? Word.Number : Word.Other, 1, start, start + 1, 0, Script.Chinese, glued));
            return start + 1;
        }
        var end = start;
        var byValue = false;
        while (end < text.Length && !ChineseWords.Is(Sign.First, text[end]) && IsNumeral(text[end]))
        {
            // 二十三 stops before a feast or word that starts with a numeral: 去年十一国庆
            if (end > start && ChineseWords.Longest(text[end..], out _).Word is Word.Feast)
                break;
            byValue |= !Digits.ContainsKey(text[end]);
            end++;
        }
        var digits = text[start..end];
        var value = byValue ? ByValue(digits) : ByPosition(digits);
        tokens.Add(new(Word.Number, value, start, end, (byte)(byValue ? 0 : digits.Length), Script.Chinese, glued));
        return end;
    }

    private static int ByPosition(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 9)
            return -1;
        var value = 0;
        foreach (var c in digits)
            value = value * 10 + Digits[c];
        return value;
    }

    private static int ByValue(ReadOnlySpan<char> digits)
    {
        var (total, current, seen) = (0, 0, false);
        foreach (var c in digits)
        {
            if (Digits.TryGetValue(c, out var digit))
            {
                (current, seen) = (digit, true);
                continue;
            }
            var (scale, times) = Tens.TryGetValue(c, out var tens) ? (10, tens) : (Scales[c], seen ? current : 1);
            (total, current, seen) = (total + times * scale, 0, false);
        }
        return total + current;
    }
}
