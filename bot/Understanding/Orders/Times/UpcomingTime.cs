using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Calendars;
using Complaints.Organisations;
using Understanding.Dates;

namespace Understanding.Orders.Times;

/// <summary>A time to come that a text names ("周五前", "by 27 November 5pm", "三天内"). <paramref name="Value"/> is what a card's date
/// input would carry: a local date, or a local date and time. <paramref name="Start"/> and <paramref name="Length"/> count UTF-16
/// units and include words like 前 and "by".</summary>
internal sealed partial record UpcomingTime(int Start, int Length, string Value)
{
    /// <summary>The first time named in a folded text; null when there is none. <paramref name="now"/> is the local time in the
    /// organisation's zone.</summary>
    public static UpcomingTime? In(string folded, DateTimeOffset now, Organisation organisation)
    {
        folded = NotBefore().Replace(folded, match => new string(' ', match.Length));
        var day = DateRecognizer.Upcoming(folded, now).FirstOrDefault(d => !d.IsVague);
        var length = SpokenLength.In(folded);
        // "三天内" is a length for the calendar, "3 working days" is one that only the working calendar can count.
        if (length is not null && (day is null || length.Start <= day.Start) && After(length, now, organisation) is { } then)
            return Widened(folded, length.Start, length.Start + length.Length, then);
        var hour = TimeOfDay.In(folded);
        if (day is null)
            return hour is null
                ? null
                : Widened(
                    folded,
                    hour.Start,
                    hour.Start + hour.Length,
                    Written(
                        DateOnly.FromDateTime(now.DateTime).AddDays(hour.Time <= TimeOnly.FromDateTime(now.DateTime) ? 1 : 0),
                        hour.Time
                    )
                );
        var (start, end) = (day.Start, day.Start + day.Length);
        hour = hour is not null && hour.Start + hour.Length > start ? hour : TimeOfDay.In(folded, end) ?? hour;
        if (hour is null || !Touches(folded, start, end, hour))
            return Widened(folded, start, end, LastWorkingDay(day, organisation).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Widened(folded, Math.Min(start, hour.Start), Math.Max(end, hour.Start + hour.Length), Written(day.To, hour.Time));
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
            ? Between().IsMatch(folded[end..hour.Start])
            : hour.Start + hour.Length > start || Between().IsMatch(folded[(hour.Start + hour.Length)..start]);

    private static UpcomingTime Widened(string folded, int start, int end, string value)
    {
        var before = Before().Match(folded[..start]);
        var after = Behind().Match(folded, end);
        return new(start - before.Length, before.Length + (end - start) + (after.Success ? after.Length : 0), value);
    }

    private static string Written(DateTimeOffset local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static string Written(DateOnly day, TimeOnly time) =>
        day.ToDateTime(time).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    // "周五前" as a deadline is Friday, not the days before it.
    [GeneratedRegex(@"(?<=[\d一二三四五六日天末底号点时分])(之前|以前|前)(?![天年日])|\bbefore\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NotBefore();

    [GeneratedRegex(@"^[\s的,]*(at|on|by|before)?\s*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"(期限|限期|时限|deadline|due|within|no later than|not later than|until|till|before|by|on|to|in|在|于|到|至|延至)?[\s:是为]*(the)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.RightToLeft,
        10_000
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"\G\s*(之前|以前|之内|以内|以后|之后|前|内|后|下班前|为止|底|再)?(完成|到货|到位|回复)?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Behind();
}
