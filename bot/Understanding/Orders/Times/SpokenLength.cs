using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Orders.Times;

/// <summary>A length as people say it: "3天", "两个小时", "半小时", "two working days", "1h". <paramref name="Start"/> and
/// <paramref name="Length"/> count UTF-16 units of the text.</summary>
internal sealed record SpokenLength(int Start, int Length, double Count, LengthUnit Unit)
{
    private static readonly Regex Words = OrderTimes.Forms["length"];

    /// <summary>The first length in a folded text; null when there is none.</summary>
    public static SpokenLength? In(string folded)
    {
        var match = Words.Match(folded);
        if (!match.Success || Numbers.Read(match.Groups["count"].Value) is not { } count)
            return null;
        var unit = Enum.GetValues<LengthUnit>()
            .First(u => match.Groups.Keys.Any(k => match.Groups[k].Success && k.Equals($"{u}", StringComparison.OrdinalIgnoreCase)));
        return new(match.Index, match.Length, (double)count + (match.Groups["half"].Success ? 0.5 : 0), unit);
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
