namespace Understanding.Facts;

/// <summary>Numbers in words: 一百二 is 120, 两千三百, "two hundred and fifty".</summary>
internal static class SpokenNumbers
{
    private static readonly string[] Words =
    [
        .. "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".Split(' '),
        .. "seventeen eighteen nineteen".Split(' '),
    ];

    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>A Chinese number below 100 million; null when it is none.</summary>
    public static decimal? Chinese(string text)
    {
        var (total, section, digit, last) = (0m, 0m, -1m, 1m);
        foreach (var c in text)
        {
            var value = "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
                value = c == '〇' ? 0 : c == '两' ? 2 : " 壹贰叁肆伍陆柒捌玖".IndexOf(c, StringComparison.Ordinal);
            if (value >= 0)
            {
                if (digit > 0)
                    return null;
                digit = value;
                if (value == 0)
                    last = 10;
                continue;
            }
            var scale = c switch
            {
                '十' or '拾' => 10m,
                '百' or '佰' => 100m,
                '千' or '仟' => 1000m,
                '万' => 10000m,
                _ => 0m,
            };
            if (scale == 0)
                return null;
            if (scale == 10000)
                (total, section) = (total + (section + Math.Max(digit, 0)) * scale, 0);
            else
                section += (digit < 0 ? 1 : digit) * scale;
            (digit, last) = (-1, scale);
        }
        // 一百二 says twenty, not two; 一百零二 says two.
        var rest =
            digit <= 0 ? 0
            : last > 10 ? digit * last / 10
            : digit;
        return total + section + rest;
    }

    /// <summary>An English number below a million; null when a word is none.</summary>
    public static decimal? English(string text)
    {
        var (total, current) = (0, 0);
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.IndexOf(Words, word) is >= 0 and var small)
                current += small;
            else if (Array.IndexOf(Tens, word) is > 1 and var tens)
                current += 10 * tens;
            else if (word == "a")
                current += 1;
            else if (word == "hundred")
                current = Math.Max(current, 1) * 100;
            else if (word == "thousand")
                (total, current) = (total + Math.Max(current, 1) * 1000, 0);
            else if (word != "and")
                return null;
        }
        return total + current is var sum and > 0 ? sum : null;
    }
}
