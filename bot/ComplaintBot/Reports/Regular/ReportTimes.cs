using Complaints.Calendars;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Regular;

/// <summary>When a report comes, and which days it is about. The hour is that of whoever gets it, the days are the
/// organisation's.</summary>
public static class ReportTimes
{
    /// <summary>The day that names the report which is due at <paramref name="now"/>; null when none is. A digest comes on working
    /// days, the others on the first working day of a week or month, each from <paramref name="at"/> on by the clock of the
    /// reader's <paramref name="zone"/> (null = the organisation's).</summary>
    public static DateOnly? Due(ReportKind kind, Organisation organisation, DateTimeOffset now, TimeOnly at, TimeZoneInfo? zone = null)
    {
        var local = zone is null ? organisation.Local(now) : TimeZoneInfo.ConvertTime(now, zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        var clock = BusinessClock.Of(organisation, null);
        if (TimeOnly.FromDateTime(local.DateTime) < at || !clock.IsWorkingDay(today))
            return null;
        var first = kind switch
        {
            ReportKind.Weekly => today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
            ReportKind.Monthly => new DateOnly(today.Year, today.Month, 1),
            _ => today,
        };
        for (var day = first; day < today; day = day.AddDays(1))
        {
            if (clock.IsWorkingDay(day))
                return null;
        }
        return today;
    }

    /// <summary>The days of a weekly or monthly report that comes on <paramref name="day"/>: the whole week or month before.</summary>
    public static QueryPeriod Before(ReportKind kind, DateOnly day)
    {
        if (kind == ReportKind.Monthly)
        {
            var month = new DateOnly(day.Year, day.Month, 1).AddMonths(-1);
            return new(month, month.AddMonths(1).AddDays(-1));
        }
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7) - 7);
        return new(monday, monday.AddDays(6));
    }
}
