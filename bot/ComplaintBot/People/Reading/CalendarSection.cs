using System.Globalization;
using Complaints.Organisations;

namespace ComplaintBot.People.Reading;

/// <summary>Time zone, working days and hours.</summary>
internal static class CalendarSection
{
    private static readonly Dictionary<string, DayOfWeek> Weekdays = Enum.GetValues<DayOfWeek>()
        .ToDictionary(d => d.ToString()[..3], d => d, StringComparer.OrdinalIgnoreCase);

    public static TimeZoneInfo Zone(ObjectReader file) =>
        (file.Required("timeZone") is { } node ? ZoneOf(file, node) : null) ?? TimeZoneInfo.Utc;

    /// <summary>The zone that a value names; null after a problem.</summary>
    public static TimeZoneInfo? ZoneOf(ObjectReader reader, FileNode node)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(node.Text, out var zone))
            return zone;
        reader.Problem(node, $"unknown time zone \"{node.Text}\"; write it like Asia/Shanghai");
        return null;
    }

    public static WorkCalendar Calendar(ObjectReader file, ProblemList problems)
    {
        if (file.Required("calendar") is not { } node)
            return new() { WorkingDays = new HashSet<DayOfWeek>(), Hours = [] };
        var reader = new ObjectReader(node, problems);
        var days = reader.Items("workingDays", required: true).Select(d => reader.OneOf(d, Weekdays)).OfType<DayOfWeek>().ToHashSet();
        if (days.Count == 0 && reader.Optional("workingDays") is { Items.Count: 0 } none)
            problems.Add(none, "at least one working day is needed");
        var calendar = new WorkCalendar
        {
            WorkingDays = days,
            Hours = Hours(reader, problems, required: true),
            Holidays = Days(reader, problems, "holidays"),
            MakeUpWorkingDays = Days(reader, problems, "makeUpWorkingDays"),
            QuietHours = reader.Optional("quietHours") is { } quiet ? Period(quiet, problems) : null,
            FiscalYearStart = reader.Whole("fiscalYearStart", otherwise: 1, least: 1, most: 12),
        };
        foreach (
            var day in reader
                .Items("makeUpWorkingDays")
                .Where(d => DateOnly.TryParseExact(d.Text, "yyyy-MM-dd", out var date) && calendar.Holidays.Contains(date))
        )
            problems.Add(day, "this day is listed as a holiday too");
        reader.End();
        return calendar;
    }

    // A longer night is a slip of the pen.
    private static readonly TimeOnly LatestEndOfANight = new(12, 0);

    /// <summary>Working periods of a day: in order, not overlapping; only the last may end at 00:00 (midnight) or on the next morning,
    /// before the first begins.</summary>
    public static IReadOnlyList<WorkPeriod> Hours(ObjectReader reader, ProblemList problems, bool required = false)
    {
        var nodes = reader.Items("hours", required);
        var periods = new List<WorkPeriod>();
        foreach (var node in nodes)
        {
            var period = Period(node, problems);
            if ((period.To == period.From && period.To != TimeOnly.MinValue) || (period.IsOverMidnight && period.To > LatestEndOfANight))
                problems.Add(node, "\"to\" must be later than \"from\"");
            else if (periods.Count > 0 && (period.From < periods[^1].To || periods[^1].To <= periods[^1].From))
                problems.Add(node, "the periods of a day must follow one another without overlap");
            else if (period.IsOverMidnight && period.To > (periods.Count > 0 ? periods[0] : period).From)
                problems.Add(node, "a night shift must end before the first period of the day begins");
            periods.Add(period);
        }
        if (required && nodes.Count == 0 && reader.Optional("hours") is { } none)
            problems.Add(none, "at least one working period is needed");
        return periods;
    }

    private static WorkPeriod Period(FileNode node, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var period = new WorkPeriod(Time(reader, problems, "from"), Time(reader, problems, "to"));
        reader.End();
        return period;
    }

    private static TimeOnly Time(ObjectReader reader, ProblemList problems, string key)
    {
        if (reader.Required(key) is not { } node)
            return TimeOnly.MinValue;
        if (node.Text == "24:00")
            return TimeOnly.MinValue;
        if (
            TimeOnly.TryParseExact(
                node.Text,
                ["HH:mm", "H:mm", "HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
            return time;
        problems.Add(node, $"\"{node.Text}\" is no time of day; write it like 09:00");
        return TimeOnly.MinValue;
    }

    private static HashSet<DateOnly> Days(ObjectReader reader, ProblemList problems, string key) =>
        reader.Items(key).Select(node => Day(node, problems)).OfType<DateOnly>().ToHashSet();

    public static DateOnly? Day(FileNode node, ProblemList problems)
    {
        if (DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems.Add(node, $"\"{node.Text}\" is no day; write it like 2026-10-01");
        return null;
    }
}
