using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Organisations;
using static Complaints.Tests.ExampleOrganisation;
using static Complaints.Tests.Life.ALife;

namespace Complaints.Tests.Deadlines;

public class ReminderLadderTests
{
    private static readonly BusinessClock Clock = BusinessClock.Of(Instance, "network");
    private static readonly Ladder Ladder = new()
    {
        BeforeDue = [0.5, 0.8],
        AtDue = [Rung.Owner],
        OverdueEvery = D("PT4H"),
        EscalateAfter = [new(D("PT6H"), Rung.DepartmentManager), new(D("P1D"), Rung.Executive)],
    };

    // Ten hours of the calendar, from nine in the morning.
    private static readonly Deadline Ten = new()
    {
        Id = "resolve",
        Kind = DeadlineKind.Resolve,
        Start = At("2026-11-23T09:00:00"),
        Limit = D("PT10H"),
        Clock = ClockBase.Calendar,
        Due = At("2026-11-23T19:00:00"),
    };

    [Fact]
    public void It_reminds_at_the_shares_of_the_time_then_at_the_deadline_then_every_so_often_and_at_each_escalation() =>
        Assert.Equal(
            [
                At("2026-11-23T14:00:00"),
                At("2026-11-23T17:00:00"),
                At("2026-11-23T19:00:00"),
                At("2026-11-23T23:00:00"),
                // Six hours late: the next rung.
                At("2026-11-24T01:00:00"),
                At("2026-11-24T03:00:00"),
                At("2026-11-24T07:00:00"),
            ],
            Walk(Ten, critical: true).Take(7)
        );

    [Fact]
    public void Quiet_hours_hold_a_reminder_back_to_their_end_but_not_for_a_critical_complaint()
    {
        var late = Ten with { LastReminded = At("2026-11-23T19:00:00") };
        Assert.Equal(At("2026-11-24T07:30:00"), ReminderLadder.Next(late, Ladder, Clock, critical: false));
        Assert.Equal(At("2026-11-23T23:00:00"), ReminderLadder.Next(late, Ladder, Clock, critical: true));
    }

    [Fact]
    public void A_deadline_of_working_hours_is_chased_in_working_hours_only()
    {
        // Due at the end of a working day; four working hours later is the next day after lunch.
        var business = Ten with { Clock = ClockBase.Business, Limit = D("PT7H30M"), Due = At("2026-11-23T18:00:00") };
        var late = business with { LastReminded = business.Due };
        Assert.Equal(At("2026-11-24T14:30:00"), ReminderLadder.Next(late, Ladder, Clock, critical: true));
    }

    [Fact]
    public void A_snooze_is_quiet_until_its_end_and_what_fell_into_it_comes_once_at_its_end()
    {
        var snoozed = Ten with { LastReminded = At("2026-11-23T14:00:00"), SnoozedUntil = At("2026-11-23T18:00:00") };
        Assert.Equal([At("2026-11-23T18:00:00"), At("2026-11-23T19:00:00")], Walk(snoozed, critical: true).Take(2));
    }

    [Fact]
    public void A_snooze_until_the_deadline_leaves_the_deadline_itself()
    {
        var snoozed = Ten with { SnoozedUntil = Ten.Due };
        Assert.Equal(Ten.Due, ReminderLadder.Next(snoozed, Ladder, Clock, critical: true));
    }

    [Fact]
    public void What_is_met_or_stands_still_reminds_nobody()
    {
        Assert.Null(ReminderLadder.Next(Ten with { EndedAt = Ten.Start }, Ladder, Clock, critical: true));
        Assert.Null(ReminderLadder.Next(Ten with { PausedSince = Ten.Start }, Ladder, Clock, critical: true));
    }

    [Fact]
    public void Nobody_is_chased_to_accept_after_the_time_because_the_next_person_is_asked()
    {
        var accept = Ten with { Kind = DeadlineKind.Accept, LastReminded = Ten.Due };
        Assert.Null(ReminderLadder.Next(accept, Ladder, Clock, critical: true));
    }

    [Theory]
    [InlineData("2026-11-23T18:59:59", "Owner")]
    [InlineData("2026-11-23T19:00:00", "Owner")]
    [InlineData("2026-11-24T00:59:59", "Owner")]
    [InlineData("2026-11-24T01:00:00", "Owner DepartmentManager")]
    [InlineData("2026-11-24T19:00:00", "Owner DepartmentManager Executive")]
    public void The_later_it_is_the_more_rungs_hear_of_it(string now, string rungs) =>
        Assert.Equal(rungs, string.Join(' ', ReminderLadder.RungsAt(Ten, Ladder, Clock, At(now), critical: false)));

    [Fact]
    public void A_broken_deadline_of_a_critical_complaint_reaches_the_executives_at_once()
    {
        Assert.Equal([Rung.Owner], ReminderLadder.RungsAt(Ten, Ladder, Clock, Ten.Due.AddSeconds(-1), critical: true));
        Assert.Equal([Rung.Owner, Rung.Executive], ReminderLadder.RungsAt(Ten, Ladder, Clock, Ten.Due, critical: true));
    }

    private static IEnumerable<DateTimeOffset> Walk(Deadline deadline, bool critical)
    {
        while (ReminderLadder.Next(deadline, Ladder, Clock, critical) is { } next)
        {
            yield return next;
            deadline = deadline with { LastReminded = next };
        }
    }
}
