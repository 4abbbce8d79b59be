using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>Calendars and zones that the tests count in.</summary>
internal static class Calendars
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>09:00–12:00 and 13:30–18:00 from Monday to Friday: 7.5 h a day.</summary>
    public static readonly IReadOnlyList<WorkPeriod> OfficeHours = [new(new(9, 0), new(12, 0)), new(new(13, 30), new(18, 0))];

    public static readonly IReadOnlySet<DayOfWeek> MondayToFriday = new HashSet<DayOfWeek>
    {
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    };

    /// <summary>The public holidays of 2026 in mainland China with their make-up working days, as announced for that year.</summary>
    public static readonly WorkCalendar China2026 = new()
    {
        WorkingDays = MondayToFriday,
        Hours = OfficeHours,
        Holidays = new HashSet<DateOnly>(
        [
            .. Days("2026-01-01", 3), // New Year
            .. Days("2026-02-15", 9), // Spring Festival
            .. Days("2026-04-04", 3), // Qingming
            .. Days("2026-05-01", 5), // Labour Day
            .. Days("2026-06-19", 3), // Dragon Boat
            .. Days("2026-09-25", 3), // Mid-Autumn
            .. Days("2026-10-01", 7), // National Day
            .. Days("2027-01-01", 3),
        ]),
        MakeUpWorkingDays = new HashSet<DateOnly>(
        [
            new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10),
        ]),
        QuietHours = new(new(22, 0), new(7, 30)),
    };

    /// <summary>A local time of a day in Shanghai.</summary>
    public static DateTimeOffset At(this DateTime day, int hour, int minute) =>
        new(day.Year, day.Month, day.Day, hour, minute, 0, TimeSpan.FromHours(8));

    private static IEnumerable<DateOnly> Days(string first, int count) =>
        Enumerable.Range(0, count).Select(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture).AddDays);
}
