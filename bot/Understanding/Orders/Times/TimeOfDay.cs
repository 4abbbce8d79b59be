using System.Globalization;
using System.Text.RegularExpressions;

namespace Understanding.Orders.Times;

/// <summary>An hour as people say it: "下午3点半", "17:00", "5pm", "noon". <paramref name="Start"/> and <paramref name="Length"/> count
/// UTF-16 units of the text.</summary>
internal sealed partial record TimeOfDay(int Start, int Length, TimeOnly Time)
{
    /// <summary>The first hour in a folded text at or after <paramref name="from"/>; null when there is none.</summary>
    public static TimeOfDay? In(string folded, int from = 0)
    {
        for (var match = Words().Match(folded, from); match.Success; match = match.NextMatch())
        {
            if (Read(match) is { } time)
                return new(match.Index, match.Length, time);
        }
        return null;
    }

    private static TimeOnly? Read(Match match)
    {
        if (match.Groups["noon"].Success)
            return new(12, 0);
        if (SpokenLength.Number(match.Groups["hour"].Value) is not { } said)
            return null;
        var (hour, minute) = ((int)said, 0);
        if (match.Groups["half"].Success)
            minute = 30;
        else if (match.Groups["minute"] is { Success: true, Value: var minutes })
            minute = int.Parse(minutes, CultureInfo.InvariantCulture);
        var afternoon = match.Groups["part"].Value is "下午" or "晚上" or "傍晚" or "中午" || match.Groups["ampm"].Value.StartsWith('p');
        if (afternoon && hour is > 0 and < 12 && !(match.Groups["part"].Value == "中午" && hour == 11))
            hour += 12;
        if (match.Groups["ampm"].Value.StartsWith('a') && hour == 12)
            hour = 0;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        @"(?<part>上午|早上|中午|下午|傍晚|晚上)?\s*(?<hour>(?<!\d)\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(点|时)(钟|整)?"
            + @"((?<half>半)|(?<minute>\d{1,2})分?)?"
            + @"|(?<part>上午|早上|中午|下午|傍晚|晚上)?\s*(?<![\d:.-])(?<hour>\d{1,2}):(?<minute>\d{2})(?![\d:])\s*(?<ampm>[ap]\.?m\b\.?)?"
            + @"|(?<![\d:.-])(?<hour>\d{1,2})\s*(?<ampm>[ap]\.?m\b\.?)"
            + @"|(?<noon>\bnoon\b|正午|中午)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Words();
}
