using System.Globalization;

namespace Understanding.Questions.Reading;

/// <summary>Counts as people write them in a question: 12, 十二, 两, five, twice.</summary>
internal static class SmallNumbers
{
    private static readonly string[] English =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".Split(' ');

    /// <summary>A pattern for every way of writing one.</summary>
    public const string Any = $"{Figures}|{Characters}|{Words}";

    /// <summary>A pattern over folded text for one number in figures or Chinese characters, as group n.</summary>
    public const string Zh = $"(?<n>{Figures}|{Characters})";

    /// <summary>A pattern for one number in figures or English words, as group n.</summary>
    public const string En = $"(?<n>{Figures}|{Words})";

    /// <summary>What every way of writing one begins with.</summary>
    public const string Beginnings = "0123456789一二两三四五六七八九十百otfsenah";

    private const string Figures = "[0-9]{1,4}";
    private const string Characters = "[一二两三四五六七八九十百]{1,4}";
    private const string Words =
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|a hundred|hundred" + "|once|twice";

    /// <summary>The number, or null when it is none.</summary>
    public static int? Read(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (Array.IndexOf(English, words) is >= 0 and var index)
            return index;
        return words switch
        {
            "once" => 1,
            "twice" => 2,
            "twenty" => 20,
            "thirty" => 30,
            "fifty" => 50,
            "hundred" or "a hundred" => 100,
            _ => ReadChinese(words),
        };
    }

    private static int? ReadChinese(string words)
    {
        const string digits = "零一二三四五六七八九";
        var (total, digit) = (0, -1);
        foreach (var c in words)
        {
            if (c is '十' or '百')
                (total, digit) = (total + (digit < 0 ? 1 : digit) * (c == '十' ? 10 : 100), 0);
            else if (c == '两')
                digit = 2;
            else if (digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value && digit <= 0)
                digit = value;
            else
                return null;
        }
        return words.Length == 0 ? null : total + Math.Max(0, digit);
    }
}
