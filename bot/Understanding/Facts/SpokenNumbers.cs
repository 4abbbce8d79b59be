namespace Understanding.Facts;

/// <summary>Numbers in words: 一百二 is 120, 两千三百, "two hundred and fifty".</summary>
internal static class SpokenNumbers
{
    private static readonly Dictionary<string, int> Small = new(StringComparer.Ordinal)
    {
        ["a"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    /// <summary>A Chinese number below 100 million; null when it is none.</summary>
    public static decimal? Chinese(string text)
    {
        var (total, section, digit, last) = (0m, 0m, -1m, 1m);
        foreach (var c in text)
        {
            var value = "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
            if (c == '两')
                value = 2;
            if (c is '〇')
                value = 0;
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
                '十' => 10m,
                '百' => 100m,
                '千' => 1000m,
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
            if (Small.TryGetValue(word, out var small))
                current += small;
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
