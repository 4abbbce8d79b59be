using System.Globalization;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Sql;

/// <summary>Weekday and hour at which a complaint was received on the organisation's clock, as SQL over <c>complaints c</c>. Instants
/// are kept in ticks since 1970, a Thursday.</summary>
internal static class LocalTime
{
    private const int FirstYear = 2010;

    /// <summary>0 = Monday … 6 = Sunday.</summary>
    public static string Weekday(Organisation organisation) => $"((({Local(organisation)}) / {Ticks(TimeSpan.TicksPerDay)} + 3) % 7)";

    /// <summary>0..23.</summary>
    public static string Hour(Organisation organisation) => $"((({Local(organisation)}) / {Ticks(TimeSpan.TicksPerHour)}) % 24)";

    /// <summary>The instant moved by the zone's offset of its day; one case for each change of the clock.</summary>
    private static string Local(Organisation organisation)
    {
        var zone = organisation.TimeZone;
        var (day, cases) = (new DateTime(FirstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc), "");
        var offset = zone.GetUtcOffset(day);
        for (var last = DateTime.UtcNow.AddYears(2); zone.SupportsDaylightSavingTime && day < last; day = day.AddHours(1))
        {
            if (zone.GetUtcOffset(day) is var next && next == offset)
                continue;
            cases += $" WHEN c.received_at < {Ticks((day - DateTime.UnixEpoch).Ticks)} THEN {Ticks(offset.Ticks)}";
            offset = next;
        }
        return cases.Length == 0 ? $"c.received_at + {Ticks(offset.Ticks)}" : $"c.received_at + CASE{cases} ELSE {Ticks(offset.Ticks)} END";
    }

    private static string Ticks(long ticks) => ticks.ToString(CultureInfo.InvariantCulture);
}
