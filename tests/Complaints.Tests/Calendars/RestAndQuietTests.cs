using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>Working days, the next working minute, quiet hours, and calendars that cannot be.</summary>
public sealed class RestAndQuietTests
{
    private static readonly BusinessClock China = SampleCalendars.ByName["China"];
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-23", DayKind.Working)]
    [InlineData("2026-11-28", DayKind.Weekend)]
    [InlineData("2026-10-01", DayKind.Holiday)]
    [InlineData("2026-10-03", DayKind.Weekend)]
    [InlineData("2026-10-10", DayKind.MakeUp)]
    public void A_day_is_what_the_calendar_says(string day, DayKind kind)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(kind, China.KindOf(date));
        Assert.Equal(kind is DayKind.Working or DayKind.MakeUp, China.IsWorkingDay(date));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_day_on_which_it_begins()
    {
        var clock = new BusinessClock(
            SampleCalendars.China2026 with
            {
                Hours = [new(new(14, 0), new(18, 0)), new(new(22, 0), new(6, 0))],
            },
            SampleCalendars.Shanghai
        );
        Assert.Equal(TimeSpan.FromHours(12), clock.WorkingDayLength);
        // Friday's shift goes on into Saturday morning; Saturday evening is free; Monday begins at two in the afternoon.
        Assert.True(clock.IsWorkingTime(Shanghai(11, 28, 5, 59)));
        Assert.False(clock.IsWorkingTime(Shanghai(11, 28, 6, 0)));
        Assert.False(clock.IsWorkingTime(Shanghai(11, 28, 23, 0)));
        Assert.False(clock.IsWorkingTime(Shanghai(11, 30, 5, 0)));
        Assert.Equal(Shanghai(11, 30, 14, 0), clock.NextWorkingInstant(Shanghai(11, 28, 6, 0)));
        Assert.Equal(
            Shanghai(11, 28, 1, 0),
            clock.Due(Shanghai(11, 27, 17, 0), Duration.FromTime(TimeSpan.FromHours(4)), ClockBase.Business, [])
        );
        Assert.Equal(TimeSpan.FromHours(12), clock.Elapsed(Shanghai(11, 27, 6, 0), Shanghai(11, 28, 12, 0), ClockBase.Business, []));
    }

    [Fact]
    public void A_make_up_day_that_is_also_listed_as_a_holiday_is_worked()
    {
        var day = new DateOnly(2026, 10, 1);
        var clock = new BusinessClock(
            SampleCalendars.China2026 with
            {
                MakeUpWorkingDays = new HashSet<DateOnly> { day },
            },
            SampleCalendars.Shanghai
        );
        Assert.True(clock.IsWorkingDay(day));
        Assert.Equal(
            Shanghai(10, 1, 10, 0),
            clock.Due(Shanghai(9, 30, 17, 0), Duration.FromTime(TimeSpan.FromHours(2)), ClockBase.Business, [])
        );
    }

    [Theory]
    [InlineData(23, 9, 0, 23, 9, 0)]
    [InlineData(23, 11, 59, 23, 11, 59)]
    [InlineData(23, 12, 0, 23, 13, 30)]
    [InlineData(23, 18, 0, 24, 9, 0)]
    [InlineData(23, 3, 0, 23, 9, 0)]
    [InlineData(27, 18, 0, 30, 9, 0)]
    public void Work_begins_again_at_the_next_working_minute(int day, int hour, int minute, int nextDay, int nextHour, int nextMinute)
    {
        var at = Shanghai(11, day, hour, minute);
        Assert.Equal(Shanghai(11, nextDay, nextHour, nextMinute), China.NextWorkingInstant(at));
        Assert.Equal(China.NextWorkingInstant(at) == at, China.IsWorkingTime(at));
    }

    [Fact]
    public void A_complaint_logged_on_a_holiday_begins_to_count_at_the_next_working_minute()
    {
        var filed = Shanghai(10, 3, 12, 0);
        Assert.Equal(Shanghai(10, 8, 9, 0), China.NextWorkingInstant(filed));
        Assert.Equal(TimeSpan.Zero, China.Elapsed(filed, Shanghai(10, 8, 9, 0), ClockBase.Business, []));
        Assert.Equal(TimeSpan.FromMinutes(1), China.Elapsed(filed, Shanghai(10, 8, 9, 1), ClockBase.Business, []));
    }

    [Theory]
    [InlineData(22, 0, true)]
    [InlineData(23, 59, true)]
    [InlineData(0, 0, true)]
    [InlineData(7, 29, true)]
    [InlineData(7, 30, false)]
    [InlineData(12, 0, false)]
    [InlineData(21, 59, false)]
    public void Quiet_hours_may_span_midnight(int hour, int minute, bool quiet)
    {
        var at = Shanghai(11, 23, hour, minute);
        Assert.Equal(quiet, China.IsQuiet(at));
        var morning = Shanghai(11, hour >= 22 ? 24 : 23, 7, 30);
        Assert.Equal(quiet ? morning : at, China.NextLoudInstant(at));
    }

    [Fact]
    public void Quiet_hours_end_by_the_wall_clock_when_the_night_is_longer_or_shorter()
    {
        var clock = Quiet(new(22, 0), new(7, 0));
        Assert.Equal(At("2026-03-29T07:00+02:00"), clock.NextLoudInstant(At("2026-03-28T22:00+01:00")));
        Assert.Equal(At("2026-10-25T07:00+01:00"), clock.NextLoudInstant(At("2026-10-24T22:00+02:00")));
    }

    [Fact]
    public void Quiet_hours_that_end_in_a_missing_or_repeated_hour_end_at_the_first_minute_that_is_not_quiet()
    {
        var clock = Quiet(new(22, 0), new(2, 30));
        Assert.Equal(At("2026-03-29T03:00+02:00"), clock.NextLoudInstant(At("2026-03-29T01:00+01:00")));
        Assert.Equal(At("2026-10-25T02:30+02:00"), clock.NextLoudInstant(At("2026-10-25T01:00+02:00")));
        Assert.True(clock.IsQuiet(At("2026-10-25T02:10+01:00")));
    }

    [Fact]
    public void Without_quiet_hours_it_is_never_quiet()
    {
        var night = At("2026-03-28T03:00+01:00");
        Assert.False(SampleCalendars.ByName["Berlin"].IsQuiet(night));
        Assert.Equal(night, SampleCalendars.ByName["Berlin"].NextLoudInstant(night));
        Assert.False(Quiet(new(8, 0), new(8, 0)).IsQuiet(night));
    }

    [Fact]
    public void No_length_at_all_is_due_at_once_even_on_a_holiday() =>
        Assert.Equal(Shanghai(10, 3, 12, 0), China.Due(Shanghai(10, 3, 12, 0), Duration.Zero, ClockBase.Business, []));

    [Fact]
    public void An_end_before_the_start_is_no_time() =>
        Assert.Equal(TimeSpan.Zero, China.Elapsed(Shanghai(11, 24, 9, 0), Shanghai(11, 23, 9, 0), ClockBase.Business, []));

    [Fact]
    public void A_department_counts_its_own_hours_and_its_own_working_day()
    {
        var clock = new BusinessClock(SampleCalendars.China2026, SampleCalendars.Shanghai, [new(new(8, 0), new(12, 0))]);
        Assert.Equal(TimeSpan.FromHours(4), clock.WorkingDayLength);
        Assert.Equal(Shanghai(11, 24, 9, 0), clock.Due(Shanghai(11, 23, 9, 0), Duration.FromDays(1), ClockBase.Business, []));
    }

    [Fact]
    public void A_length_whose_start_does_not_matter_takes_a_month_for_thirty_days()
    {
        var limit = new Duration(1, 2, TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(32 * 24 + 1), China.Length(limit, ClockBase.Calendar));
        Assert.Equal(TimeSpan.FromHours((21 + 2) * 7.5 + 1), China.Length(limit, ClockBase.Business));
    }

    [Fact]
    public void A_calendar_on_which_nobody_ever_works_is_refused()
    {
        var noDays = SampleCalendars.China2026 with { WorkingDays = new HashSet<DayOfWeek>() };
        Assert.Throws<ArgumentException>(() => new BusinessClock(noDays, SampleCalendars.Shanghai));
        Assert.Throws<ArgumentException>(() => new BusinessClock(SampleCalendars.China2026 with { Hours = [] }, SampleCalendars.Shanghai));
    }

    [Theory]
    [InlineData("09:00-09:00")]
    [InlineData("09:00-12:00", "11:00-13:00")]
    [InlineData("13:00-18:00", "09:00-12:00")]
    public void Working_periods_that_are_empty_overlap_or_are_out_of_order_are_refused(params string[] hours) =>
        Assert.Throws<ArgumentException>(() => SampleCalendars.Clock("Asia/Shanghai", SampleCalendars.MondayToFriday, hours));

    [Fact]
    public void An_explanation_names_weekends_holidays_make_up_days_and_pauses()
    {
        var hold = new Pause(Shanghai(10, 8, 9, 0), Shanghai(10, 8, 18, 0));
        var why = China.Explain(Shanghai(9, 30, 17, 0), Duration.FromDays(2), ClockBase.Business, [hold]);

        Assert.Equal(Shanghai(10, 10, 17, 0), why.Due);
        Assert.Equal(TimeSpan.FromHours(8), why.Due!.Value.Offset);
        Assert.Equal(
            [
                new(DayKind.Holiday, new(2026, 10, 1), new(2026, 10, 2)),
                new(DayKind.Weekend, new(2026, 10, 3), new(2026, 10, 4)),
                new(DayKind.Holiday, new(2026, 10, 5), new(2026, 10, 7)),
            ],
            why.Skipped
        );
        Assert.Equal([new(2026, 10, 10)], why.MakeUpDays);
        Assert.Equal([new(hold.From, hold.To, TimeSpan.FromHours(7.5))], why.Pauses);
        Assert.Equal(
            [
                new(Shanghai(9, 30, 17, 0), Shanghai(9, 30, 18, 0)),
                new(Shanghai(10, 9, 9, 0), Shanghai(10, 9, 12, 0)),
                new(Shanghai(10, 9, 13, 30), Shanghai(10, 9, 18, 0)),
                new(Shanghai(10, 10, 9, 0), Shanghai(10, 10, 12, 0)),
                new CountedSpan(Shanghai(10, 10, 13, 30), Shanghai(10, 10, 17, 0)),
            ],
            why.Counted
        );
    }

    private static BusinessClock Quiet(TimeOnly from, TimeOnly to) =>
        new(
            new WorkCalendar
            {
                WorkingDays = SampleCalendars.MondayToFriday,
                Hours = SampleCalendars.OfficeHours,
                QuietHours = new(from, to),
            },
            Berlin
        );

    private static DateTimeOffset Shanghai(int month, int day, int hour, int minute) =>
        new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
