using System.Globalization;
using System.Text.RegularExpressions;

namespace Understanding.Orders.Times;

/// <summary>A length as people say it: "3天", "两个小时", "半小时", "two working days", "1h". <paramref name="Start"/> and
/// <paramref name="Length"/> count UTF-16 units of the text.</summary>
internal sealed partial record SpokenLength(int Start, int Length, double Count, LengthUnit Unit)
{
    private static readonly string[] English =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>The first length in a folded text; null when there is none.</summary>
    public static SpokenLength? In(string folded)
    {
        var match = Words().Match(folded);
        if (!match.Success || Number(match.Groups["n"].Value) is not { } count)
            return null;
        var unit = match.Groups["unit"].Value switch
        {
            "工作日" or "working day" or "working days" or "business day" or "business days" => LengthUnit.WorkingDay,
            "天" or "day" or "days" or "d" => LengthUnit.Day,
            "周" or "星期" or "礼拜" or "week" or "weeks" => LengthUnit.Week,
            "分钟" or "分" or "minute" or "minutes" or "min" or "mins" or "m" => LengthUnit.Minute,
            _ => LengthUnit.Hour,
        };
        return new(match.Index, match.Length, count + (match.Groups["half"].Success ? 0.5 : 0), unit);
    }

    /// <summary>The same as wall time; a working day counts as a day.</summary>
    public TimeSpan Wall =>
        Unit switch
        {
            LengthUnit.Minute => TimeSpan.FromMinutes(Count),
            LengthUnit.Hour => TimeSpan.FromHours(Count),
            LengthUnit.Week => TimeSpan.FromDays(7 * Count),
            _ => TimeSpan.FromDays(Count),
        };

    /// <summary>A small number in digits, Chinese or English words; null for anything else.</summary>
    public static double? Number(string word)
    {
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits))
            return digits;
        if (word is "半" or "half a" or "half an")
            return 0.5;
        if (word is "a" or "an")
            return 1;
        if (Array.IndexOf(English, word) is >= 0 and var english)
            return english;
        const string Digits = "零一二三四五六七八九";
        static int Digit(char c) => c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
        return word switch
        {
            [var one] when Digit(one) >= 0 => Digit(one),
            ['十'] => 10,
            ['十', var ones] => 10 + Digit(ones),
            [var tens, '十'] => 10 * Digit(tens),
            [var tens, '十', var ones] => (10 * Digit(tens)) + Digit(ones),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"(?<n>(?<![\d.月/-])\d{1,3}(\.5)?|[一二两三四五六七八九十]{1,3}|半"
            + @"|\bhalf an?|\ban?|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve))"
            + @"\s*个?\s*(more |extra |additional |further |other )?(?<unit>工作日|天|小时|钟头|分钟|分(?!\d)|周|星期|礼拜"
            + @"|(working |business )days?\b|days?\b|hours?\b|hrs?\b|minutes?\b|mins?\b|weeks?\b|[hmd]\b)(?<half>半)?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Words();
}

/// <summary>Units of a length.</summary>
internal enum LengthUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days of the calendar.</summary>
    Day,

    /// <summary>Working days.</summary>
    WorkingDay,

    /// <summary>Weeks.</summary>
    Week,
}
