using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>Counts by looking at every minute and at nothing else: slow and plain, so that it can be believed.</summary>
internal static class MinuteOracle
{
    /// <summary>True when the minute that begins at <paramref name="at"/> counts.</summary>
    public static bool Counts(ClockCase asked, DateTimeOffset at)
    {
        if (asked.Pauses.Any(p => p.From <= at && (p.To is null || at < p.To)))
            return false;
        if (asked.Base == ClockBase.Calendar)
            return true;
        var local = TimeZoneInfo.ConvertTime(at, asked.Zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var worked =
            asked.Calendar.MakeUpWorkingDays.Contains(day)
            || (asked.Calendar.WorkingDays.Contains(day.DayOfWeek) && !asked.Calendar.Holidays.Contains(day));
        return worked && asked.Calendar.Hours.Any(h => h.From <= time && (time < h.To || h.To == TimeOnly.MinValue));
    }

    /// <summary>The end of the minute in which the limit is used up; null when it is not within <paramref name="minutes"/>.</summary>
    public static DateTimeOffset? Due(ClockCase asked, int minutes)
    {
        var (at, left) = (asked.Start, (int)asked.Limit.TotalMinutes);
        for (var passed = 0; left > 0; passed++, at = at.AddMinutes(1))
        {
            if (passed == minutes)
                return null;
            left -= Counts(asked, at) ? 1 : 0;
        }
        return at;
    }
}
