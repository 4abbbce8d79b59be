namespace Understanding.Dates;

/// <summary>Reads 二零一八 (by position), 二十三 (by value) and 几 (about three).</summary>
internal static class ChineseNumerals
{
    private const string DigitCharacters = "零一二三四五六七八九";

    public static bool IsNumeral(char c) =>
        c is '〇' or '○' or '两' or '十' or '廿' or '卅' or '百' or '千' or '几' or '数' or '元'
        || DigitCharacters.Contains(c, StringComparison.Ordinal);

    private static int Digit(char c) =>
        c is '〇' or '○' ? 0
        : c == '两' ? 2
        : c is '几' or '数' ? 3
        : DigitCharacters.IndexOf(c, StringComparison.Ordinal);

    /// <summary>Adds the number that starts here, or a plain word when the character does not count anything; returns where it
    /// ends.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens)
    {
        if (text[start] == '元') // 元年, the first year of a reign
        {
            var first = start + 1 < text.Length && text[start + 1] == '年';
            tokens.Add(new(first ? Word.Number : Word.Other, 1, start, start + 1, 0, Script.Chinese, glued));
            return start + 1;
        }
        var end = start;
        var byValue = false;
        while (end < text.Length && text[end] != '元' && IsNumeral(text[end]))
        {
            // 二十三 stops before a feast or word that starts with a numeral: 去年十一国庆
            if (end > start && ChineseVocabulary.Longest(text[end..], out _).Word is Word.Feast)
                break;
            byValue |= text[end] is '十' or '廿' or '卅' or '百' or '千';
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
            value = value * 10 + Digit(c);
        return value;
    }

    private static int ByValue(ReadOnlySpan<char> digits)
    {
        var (total, current, seen) = (0, 0, false);
        foreach (var c in digits)
        {
            var scale = c switch
            {
                '十' or '廿' or '卅' => 10,
                '百' => 100,
                '千' => 1000,
                _ => 0,
            };
            if (scale == 0)
            {
                (current, seen) = (Digit(c), true);
                continue;
            }
            var times = c switch
            {
                '廿' => 2,
                '卅' => 3,
                _ => seen ? current : 1,
            };
            (total, current, seen) = (total + times * scale, 0, false);
        }
        return total + current;
    }
}
