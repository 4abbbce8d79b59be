using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Calendars;
using Complaints.Organisations;
using Understanding.Dates;

namespace Understanding.Orders.Times;

/// <summary>A time to come that a text names ("周五前", "by 27 November 5pm", "三天内").</summary>
internal static class UpcomingTime
{
    private static readonly Regex NotBefore = OrderTimes.Forms["notBefore"],
        Between = OrderTimes.Forms["between"];

    /// <summary>The first time named in a folded text as a card's date input would carry it: a local date, or a local date and time;
    /// null when there is none. <paramref name="now"/> is the local time in the organisation's zone.</summary>
    public static string? In(string folded, DateTimeOffset now, Organisation organisation)
    {
        folded = NotBefore.Replace(folded, match => new string(' ', match.Length));
        var day = DateRecognizer.Upcoming(folded, now).FirstOrDefault(d => !d.IsVague);
        var length = SpokenLength.In(folded);
        // "三天内" is a length for the calendar, "3 working days" is one that only the working calendar can count.
        if (length is not null && (day is null || length.Start <= day.Start) && After(length, now, organisation) is { } then)
            return then;
        var hour = TimeOfDay.In(folded);
        if (day is null)
        {
            var today = DateOnly.FromDateTime(now.DateTime);
            return hour is null ? null : Written(today.AddDays(hour.Time <= TimeOnly.FromDateTime(now.DateTime) ? 1 : 0), hour.Time);
        }
        var (start, end) = (day.Start, day.Start + day.Length);
        hour = hour is not null && hour.Start + hour.Length > start ? hour : TimeOfDay.In(folded, end) ?? hour;
        return hour is null || !Touches(folded, start, end, hour)
            ? LastWorkingDay(day, organisation).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Written(day.To, hour.Time);
    }

    // "Next week" as a deadline is its last day of work.
    private static DateOnly LastWorkingDay(DateMatch match, Organisation organisation)
    {
        var calendar = organisation.Calendar;
        var day = match.To;
        while (
            day > match.From
            && !calendar.MakeUpWorkingDays.Contains(day)
            && (calendar.Holidays.Contains(day) || !calendar.WorkingDays.Contains(day.DayOfWeek))
        )
            day = day.AddDays(-1);
        return day;
    }

    private static string? After(SpokenLength length, DateTimeOffset now, Organisation organisation)
    {
        if (length.Unit == LengthUnit.WorkingDay)
        {
            var due = BusinessClock
                .Of(organisation, null)
                .Due(now, Duration.FromDays((int)Math.Ceiling(length.Count)), ClockBase.Business, []);
            return due is { } at ? Written(organisation.Local(at)) : null;
        }
        var then = now + length.Wall;
        return length.Unit is LengthUnit.Day or LengthUnit.Week
            ? DateOnly.FromDateTime(then.DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Written(then);
    }

    // "周五下午" is a day to the one reader and "下午5点" an hour to the other: then they overlap.
    private static bool Touches(string folded, int start, int end, TimeOfDay hour) =>
        hour.Start >= end
            ? Between.IsMatch(folded[end..hour.Start])
            : hour.Start + hour.Length > start || Between.IsMatch(folded[(hour.Start + hour.Length)..start]);

    private static string Written(DateTimeOffset local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static string Written(DateOnly day, TimeOnly time) =>
        day.ToDateTime(time).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
