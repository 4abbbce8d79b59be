using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Orders.Times;

/// <summary>An hour as people say it: "下午3点半", "17:00", "5pm", "noon". <paramref name="Start"/> and <paramref name="Length"/> count
/// UTF-16 units of the text.</summary>
internal sealed record TimeOfDay(int Start, int Length, TimeOnly Time)
{
    private static readonly Regex Words = OrderTimes.Forms["hour"];

    /// <summary>The first hour in a folded text at or after <paramref name="from"/>; null when there is none.</summary>
    public static TimeOfDay? In(string folded, int from = 0)
    {
        for (var match = Words.Match(folded, from); match.Success; match = match.NextMatch())
        {
            if (Read(match.Groups) is { } time)
                return new(match.Index, match.Length, time);
        }
        return null;
    }

    private static TimeOnly? Read(GroupCollection said)
    {
        if (said["noon"].Success)
            return new(12, 0);
        if (Numbers.Read(said["hour"].Value) is not { } number || number != (int)number)
            return null;
        var (hour, minute) = ((int)number, said["thirty"].Success ? 30 : 0);
        if (said["minute"] is { Success: true, Value: var minutes })
            minute = (int)(Numbers.Read(minutes) ?? 60);
        var isAfternoon = said["afternoon"].Success || said["pm"].Success || said["midday"].Success && hour != 11;
        if (isAfternoon && hour is > 0 and < 12)
            hour += 12;
        if (said["am"].Success && hour == 12)
            hour = 0;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute) : null;
    }
}
