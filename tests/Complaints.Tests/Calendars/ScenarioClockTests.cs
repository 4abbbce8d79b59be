using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>The dates that customers are told when they file a complaint, and when one that waited for them goes on.</summary>
public sealed class ScenarioClockTests
{
    private static readonly BusinessClock Clock = new(SampleCalendars.China2026, SampleCalendars.Shanghai);
    private static readonly DateTimeOffset Filed = new(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Five_working_days_from_Monday_0912_end_next_Monday_at_the_same_time() =>
        Assert.Equal(Filed.AddDays(7), Clock.Due(Filed, Duration.FromDays(5), ClockBase.Business, []));

    [Fact]
    public void A_first_answer_within_two_working_hours_is_due_at_1112() =>
        Assert.Equal(Filed.AddHours(2), Clock.Due(Filed, Duration.FromTime(TimeSpan.FromHours(2)), ClockBase.Business, []));

    [Fact]
    public void On_site_within_24_hours_is_counted_by_the_calendar() =>
        Assert.Equal(Filed.AddDays(1), Clock.Due(Filed, Duration.FromDays(1), ClockBase.Calendar, []));

    [Fact]
    public void A_hold_from_10_to_1330_moves_the_result_by_two_working_hours()
    {
        var hold = new Pause(Filed.Date.At(10, 0), Filed.Date.At(13, 30));
        Assert.Equal(Filed.AddDays(7).AddHours(2), Clock.Due(Filed, Duration.FromDays(5), ClockBase.Business, [hold]));
        Assert.Equal(
            TimeSpan.FromHours(2),
            Clock.Explain(Filed, Duration.FromDays(5), ClockBase.Business, [hold]).Pauses.Single().HeldBack
        );
    }

    [Fact]
    public void A_hold_that_is_still_open_leaves_the_due_time_unknown() =>
        Assert.Null(Clock.Due(Filed, Duration.FromDays(5), ClockBase.Business, [new(Filed.AddHours(1), null)]));
}
