using System.Globalization;
using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>Calendars and zones that the tests count in.</summary>
internal static class SampleCalendars
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>09:00–12:00 and 13:30–18:00 from Monday to Friday: 7.5 h a day.</summary>
    public static readonly IReadOnlyList<WorkPeriod> OfficeHours = [new(new(9, 0), new(12, 0)), new(new(13, 30), new(18, 0))];

    public static readonly IReadOnlySet<DayOfWeek> MondayToFriday = new HashSet<DayOfWeek>
    {
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    };

    /// <summary>The public holidays of 2026 in mainland China with their make-up working days, as announced for that year.</summary>
    public static readonly WorkCalendar China2026 = new()
    {
        WorkingDays = MondayToFriday,
        Hours = OfficeHours,
        Holidays = new HashSet<DateOnly>([
            .. Days("2026-01-01", 3), // New Year
            .. Days("2026-02-15", 9), // Spring Festival
            .. Days("2026-04-04", 3), // Qingming
            .. Days("2026-05-01", 5), // Labour Day
            .. Days("2026-06-19", 3), // Dragon Boat
            .. Days("2026-09-25", 3), // Mid-Autumn
            .. Days("2026-10-01", 7), // National Day
            .. Days("2027-01-01", 3),
        ]),
        MakeUpWorkingDays = new HashSet<DateOnly>([
            new(2026, 1, 4),
            new(2026, 2, 14),
            new(2026, 2, 28),
            new(2026, 5, 9),
            new(2026, 9, 20),
            new(2026, 10, 10),
        ]),
        QuietHours = new(new(22, 0), new(7, 30)),
    };

    /// <summary>Every calendar that a table names.</summary>
    public static readonly IReadOnlyDictionary<string, BusinessClock> ByName = new Dictionary<string, BusinessClock>
    {
        ["China"] = new(China2026, Shanghai),
        ["Berlin"] = Clock("Europe/Berlin", MondayToFriday, "09:00-17:00"),
        ["New York"] = Clock("America/New_York", MondayToFriday, "09:00-17:00"),
        ["always, Berlin"] = Clock("Europe/Berlin", EveryDay, "00:00-00:00"),
        ["nights, Berlin"] = Clock("Europe/Berlin", EveryDay, "00:00-06:00", "22:00-00:00"),
        ["2 to 3, Berlin"] = Clock("Europe/Berlin", EveryDay, "02:00-03:00"),
        ["1 to half past 2, Berlin"] = Clock("Europe/Berlin", EveryDay, "01:00-02:30"),
        ["evenings, Shanghai"] = Clock("Asia/Shanghai", MondayToFriday, "18:00-00:00"),
        ["weekdays around the clock, Shanghai"] = Clock("Asia/Shanghai", MondayToFriday, "00:00-00:00"),
        ["Wednesday 10 to 11, Shanghai"] = Clock("Asia/Shanghai", new HashSet<DayOfWeek> { DayOfWeek.Wednesday }, "10:00-11:00"),
        ["three shifts, Shanghai"] = Clock("Asia/Shanghai", MondayToFriday, "06:00-09:00", "10:00-12:00", "20:00-22:00"),
    };

    public static IReadOnlySet<DayOfWeek> EveryDay => Enum.GetValues<DayOfWeek>().ToHashSet();

    /// <summary>A clock without holidays; periods are written 09:00-12:00.</summary>
    public static BusinessClock Clock(string zone, IReadOnlySet<DayOfWeek> days, params string[] hours) =>
        new(new WorkCalendar { WorkingDays = days, Hours = [.. hours.Select(Period)] }, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static WorkPeriod Period(string text) =>
        new(TimeOnly.Parse(text[..5], CultureInfo.InvariantCulture), TimeOnly.Parse(text[6..], CultureInfo.InvariantCulture));

    /// <summary>A local time of a day in Shanghai.</summary>
    public static DateTimeOffset At(this DateTime day, int hour, int minute) =>
        new(day.Year, day.Month, day.Day, hour, minute, 0, TimeSpan.FromHours(8));

    private static IEnumerable<DateOnly> Days(string first, int count) =>
        Enumerable.Range(0, count).Select(DateOnly.Parse(first, CultureInfo.InvariantCulture).AddDays);
}
