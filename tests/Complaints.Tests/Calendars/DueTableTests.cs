using System.Globalization;
using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>Due times worked out by hand with a calendar on the table. A time without offset is the local time of the clock;
/// "never" = not while the pause is open.</summary>
public sealed class DueTableTests
{
    public static TheoryData<string, string, string, string, string> Working =>
        new()
        {
            // Within the day and over lunch (2026-11-23 is a Monday).
            { "China", "2026-11-23 09:12", "PT2H", "", "2026-11-23 11:12" },
            { "China", "2026-11-23 09:12", "PT4H", "", "2026-11-23 14:42" },
            { "China", "2026-11-23 11:30", "PT1H", "", "2026-11-23 14:00" },
            { "China", "2026-11-23 12:30", "PT1H", "", "2026-11-23 14:30" },
            { "China", "2026-11-23 12:00", "PT1M", "", "2026-11-23 13:31" },
            { "China", "2026-11-23 10:00", "PT2H", "", "2026-11-23 12:00" },
            { "China", "2026-11-23 17:00", "PT2S", "", "2026-11-23 17:00:02" },
            { "China", "2026-11-23 17:59", "PT1M", "", "2026-11-23 18:00" },
            { "China", "2026-11-23 07:00", "PT1H", "", "2026-11-23 10:00" },
            // Over nights and weekends; a day is 7.5 hours.
            { "China", "2026-11-23 18:00", "PT1M", "", "2026-11-24 09:01" },
            { "China", "2026-11-23 09:00", "P1D", "", "2026-11-23 18:00" },
            { "China", "2026-11-23 09:00", "PT7H30M", "", "2026-11-23 18:00" },
            { "China", "2026-11-23 13:30", "P1D", "", "2026-11-24 12:00" },
            { "China", "2026-11-23 09:12", "P5D", "", "2026-11-30 09:12" },
            { "China", "2026-11-23 09:12", "P10D", "", "2026-12-07 09:12" },
            { "China", "2026-11-27 16:00", "PT4H", "", "2026-11-30 11:00" },
            { "China", "2026-11-27 18:00", "PT1S", "", "2026-11-30 09:00:01" },
            { "China", "2026-11-28 10:00", "PT1H", "", "2026-11-30 10:00" },
            { "China", "2026-11-29 23:59:59", "PT1S", "", "2026-11-30 09:00:01" },
            { "China", "2026-11-23 09:12", "P1DT1H", "", "2026-11-24 10:12" },
            // National Day 2026: 1 to 7 October off, Saturday 10 October worked, Sunday 20 September worked.
            { "China", "2026-09-30 17:00", "PT2H", "", "2026-10-08 10:00" },
            { "China", "2026-09-30 09:00", "P2D", "", "2026-10-08 18:00" },
            { "China", "2026-10-03 12:00", "PT30M", "", "2026-10-08 09:30" },
            { "China", "2026-10-07 23:59", "PT30M", "", "2026-10-08 09:30" },
            { "China", "2026-10-09 17:00", "PT2H", "", "2026-10-10 10:00" },
            { "China", "2026-10-10 09:00", "P1D", "", "2026-10-10 18:00" },
            { "China", "2026-10-10 17:30", "PT1H", "", "2026-10-12 09:30" },
            { "China", "2026-09-18 17:00", "PT2H", "", "2026-09-20 10:00" },
            { "China", "2026-09-20 09:12", "P5D", "", "2026-09-28 09:12" },
            { "China", "2026-09-24 16:00", "P1D", "", "2026-09-28 16:00" },
            // Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked.
            { "China", "2026-02-13 17:00", "PT10H", "", "2026-02-24 10:30" },
            { "China", "2026-02-14 09:00", "P1D", "", "2026-02-14 18:00" },
            { "China", "2026-02-27 16:00", "P1D", "", "2026-02-28 16:00" },
            { "China", "2026-02-28 09:00", "P2D", "", "2026-03-02 18:00" },
            // Qingming, Labour Day with Saturday 9 May worked, Dragon Boat.
            { "China", "2026-04-03 16:00", "P1D", "", "2026-04-07 16:00" },
            { "China", "2026-04-30 13:30", "P1D", "", "2026-05-06 12:00" },
            { "China", "2026-05-08 17:00", "PT9H", "", "2026-05-11 09:30" },
            { "China", "2026-06-18 18:00", "PT1S", "", "2026-06-22 09:00:01" },
            // Year ends: Sunday 4 January 2026 worked, 1 to 3 January 2027 off; 248 working days in 2026.
            { "China", "2025-12-31 17:30", "PT1H", "", "2026-01-04 09:30" },
            { "China", "2026-12-31 17:00", "PT2H", "", "2027-01-04 10:00" },
            { "China", "2026-01-01 00:00", "P248D", "", "2026-12-31 18:00" },
            // Pauses.
            { "China", "2026-11-23 09:12", "P5D", "2026-11-23 10:00 > 2026-11-23 13:30", "2026-11-30 11:12" },
            { "China", "2026-11-23 11:30", "PT1H", "2026-11-23 12:00 > 2026-11-23 13:30", "2026-11-23 14:00" },
            { "China", "2026-11-27 16:00", "PT4H", "2026-11-27 18:00 > 2026-11-30 09:00", "2026-11-30 11:00" },
            { "China", "2026-09-30 09:00", "P2D", "2026-09-30 16:00 > 2026-10-09 10:00", "2026-10-10 12:00" },
            { "China", "2026-09-30 17:00", "PT2H", "2026-10-01 09:00 > 2026-10-07 18:00", "2026-10-08 10:00" },
            {
                "China",
                "2026-11-23 09:00",
                "PT2H",
                "2026-11-23 10:30 > 2026-11-23 11:30 | 2026-11-23 10:00 > 2026-11-23 11:00",
                "2026-11-23 14:00"
            },
            {
                "China",
                "2026-11-23 09:00",
                "PT2H",
                "2026-11-23 10:00 > 2026-11-23 11:00 | 2026-11-23 11:00 > 2026-11-23 12:00",
                "2026-11-23 14:30"
            },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-23 08:00 > 2026-11-23 09:30", "2026-11-23 10:30" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-20 10:00 > 2026-11-20 12:00", "2026-11-23 10:00" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-23 10:00 > 2026-11-23 11:00", "2026-11-23 10:00" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-23 09:59 > 2026-11-23 11:00", "2026-11-23 11:01" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-23 09:45 > 2026-11-23 09:15", "2026-11-23 10:00" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-23 10:00 > open", "2026-11-23 10:00" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-23 09:59:59 > open", "never" },
            { "China", "2026-11-23 09:00", "PT1H", "2026-11-20 09:00 > open", "never" },
            // Months of work lead to the same day of the next month, or to the last working minute before it.
            { "China", "2026-11-23 09:12", "P1M", "", "2026-12-23 09:12" },
            { "China", "2026-09-03 10:00", "P1M", "", "2026-09-30 18:00" },
            // Other working times.
            { "evenings, Shanghai", "2026-11-27 23:00", "PT1H", "", "2026-11-28 00:00" },
            { "evenings, Shanghai", "2026-11-27 23:00", "PT2H", "", "2026-11-30 19:00" },
            { "weekdays around the clock, Shanghai", "2026-11-27 22:00", "PT4H", "", "2026-11-30 02:00" },
            { "weekdays around the clock, Shanghai", "2026-11-27 22:00", "P1D", "", "2026-11-30 22:00" },
            { "Wednesday 10 to 11, Shanghai", "2026-11-26 12:00", "PT3H", "", "2026-12-16 11:00" },
            { "Wednesday 10 to 11, Shanghai", "2026-11-26 12:00", "P52D", "", "2027-11-24 11:00" },
            { "three shifts, Shanghai", "2026-11-23 08:30", "PT3H", "", "2026-11-23 20:30" },
            { "three shifts, Shanghai", "2026-11-23 21:00", "P1D", "", "2026-11-24 21:00" },
            // The clock is put forward (Berlin 29 March 2026, New York 8 March) or back (25 October, 1 November).
            { "Berlin", "2026-03-27 16:00", "PT2H", "", "2026-03-30 10:00+02:00" },
            { "Berlin", "2026-10-23 16:00", "PT2H", "", "2026-10-26 10:00+01:00" },
            { "Berlin", "2026-03-27 16:00", "P5D", "", "2026-04-03 16:00+02:00" },
            { "New York", "2026-03-06 16:00", "PT2H", "", "2026-03-09 10:00-04:00" },
            { "New York", "2026-10-30 16:00", "PT2H", "", "2026-11-02 10:00-05:00" },
            { "New York", "2026-11-02 14:00+00:00", "PT1H", "", "2026-11-02 10:00-05:00" },
            { "always, Berlin", "2026-03-28 12:00", "P1D", "", "2026-03-29 13:00+02:00" },
            { "always, Berlin", "2026-10-24 12:00", "P1D", "", "2026-10-25 11:00+01:00" },
            { "nights, Berlin", "2026-03-28 22:00", "P1D", "", "2026-03-29 23:00+02:00" },
            { "nights, Berlin", "2026-10-24 22:00", "P1D", "", "2026-10-25 05:00+01:00" },
            { "2 to 3, Berlin", "2026-03-28 02:30", "PT1H", "", "2026-03-30 02:30+02:00" },
            { "2 to 3, Berlin", "2026-10-24 02:30", "PT2H", "", "2026-10-25 02:30+01:00" },
            { "1 to half past 2, Berlin", "2026-03-28 03:00", "PT1H30M", "", "2026-03-30 01:30+02:00" },
            { "1 to half past 2, Berlin", "2026-10-24 03:00", "PT2H", "", "2026-10-25 02:30+01:00" },
        };

    public static TheoryData<string, string, string, string, string> EveryHour =>
        new()
        {
            { "China", "2026-11-23 09:12", "P1D", "", "2026-11-24 09:12" },
            { "China", "2026-11-27 16:00", "P2D", "", "2026-11-29 16:00" },
            { "China", "2026-09-30 17:00", "PT24H", "", "2026-10-01 17:00" },
            { "China", "2026-12-31 23:30", "PT1H", "", "2027-01-01 00:30" },
            { "China", "2026-11-23 09:12", "P1D", "2026-11-23 10:00 > 2026-11-23 13:30", "2026-11-24 12:42" },
            { "China", "2026-11-23 09:12", "P1D", "2026-11-23 10:00 > open", "never" },
            { "China", "2026-01-31 09:00", "P1M", "", "2026-02-28 09:00" },
            { "China", "2028-01-31 09:00", "P1M", "", "2028-02-29 09:00" },
            { "China", "2026-08-31 09:00", "P6M", "", "2027-02-28 09:00" },
            { "China", "2026-01-31 09:00", "P1M1D", "", "2026-03-01 09:00" },
            { "China", "2028-02-29 09:00", "P1Y", "", "2029-02-28 09:00" },
            { "China", "2026-01-31 09:00", "P1M", "2026-02-01 00:00 > 2026-02-02 00:00", "2026-03-01 09:00" },
            { "Berlin", "2026-03-28 12:00", "P1D", "", "2026-03-29 13:00+02:00" },
            { "Berlin", "2026-10-24 12:00", "P1D", "", "2026-10-25 11:00+01:00" },
            { "Berlin", "2026-03-15 12:00", "P1M", "", "2026-04-15 12:00+02:00" },
            { "Berlin", "2025-12-29 02:30", "P3M", "", "2026-03-29 03:00+02:00" },
            { "Berlin", "2026-09-25 02:30", "P1M", "", "2026-10-25 02:30+02:00" },
            { "New York", "2026-10-31 12:00", "PT24H", "", "2026-11-01 11:00-05:00" },
            { "New York", "2026-11-01 01:30-05:00", "PT1H", "", "2026-11-01 02:30-05:00" },
        };

    [Theory]
    [MemberData(nameof(Working))]
    public void Working_hours_are_counted_as_by_hand(string calendar, string start, string limit, string pauses, string due) =>
        Check(ClockBase.Business, calendar, start, limit, pauses, due);

    [Theory]
    [MemberData(nameof(EveryHour))]
    public void Every_hour_is_counted_as_by_hand(string calendar, string start, string limit, string pauses, string due) =>
        Check(ClockBase.Calendar, calendar, start, limit, pauses, due);

    [Fact]
    public void The_tables_hold_at_least_sixty_cases() => Assert.InRange(Working.Count + EveryHour.Count, 60, int.MaxValue);

    private static void Check(ClockBase clockBase, string calendar, string start, string limit, string pauses, string due)
    {
        var clock = SampleCalendars.ByName[calendar];
        Assert.True(Duration.TryParse(limit, out var duration));
        var from = Time(clock, start);
        var paused =
            pauses.Length == 0
                ? []
                : pauses
                    .Split(" | ")
                    .Select(p => p.Split(" > "))
                    .Select(p => new Pause(Time(clock, p[0]), p[1] == "open" ? null : Time(clock, p[1])))
                    .ToArray();

        var answer = clock.Due(from, duration, clockBase, paused);

        Assert.Equal(due == "never" ? null : Time(clock, due), answer);
        Explanations.AddUp(clock, from, duration, clockBase, paused);
        if (answer is { } at)
            Assert.Equal(clock.Length(duration, clockBase, from), clock.Elapsed(from, at, clockBase, paused));
    }

    private static DateTimeOffset Time(BusinessClock clock, string text)
    {
        var hasOffset = text.LastIndexOfAny(['+', '-']) > 10;
        if (hasOffset)
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var guess = new DateTimeOffset(local, TimeSpan.Zero);
        return new(local.Ticks, clock.Local(guess - clock.Local(guess).Offset).Offset);
    }
}
