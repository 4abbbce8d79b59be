using Complaints.Organisations;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Tests.Calendars;

/// <summary>The clock against a count minute by minute, over zones, changes of the clock, holidays, make-up days and pauses.</summary>
public sealed class ClockPropertyTests
{
    // As far as the count by minutes goes; what is due later is checked by the definition alone.
    private const int MinutesLooked = 20 * 1_440;

    [Fact]
    public void A_due_time_is_the_one_that_counting_every_minute_finds() =>
        ForAll(
            3_000,
            asked =>
            {
                var due = asked.Clock.Due(asked.Start, asked.Limit, asked.Base, asked.Pauses);
                var counted = MinuteOracle.Due(asked, MinutesLooked);
                Assert.True(
                    counted is null ? due is null || due > asked.Start.AddMinutes(MinutesLooked) : counted == due,
                    $"counted {counted:O}, clock {due:O}"
                );
            }
        );

    [Fact]
    public void Elapsed_time_is_the_number_of_minutes_that_count() =>
        ForAll(
            1_000,
            asked =>
            {
                var (sum, at, clock) = (0, asked.Start, asked.Clock);
                for (var minute = 1; minute <= 5 * 1_440; minute++)
                {
                    sum += MinuteOracle.Counts(asked, at) ? 1 : 0;
                    at = at.AddMinutes(1);
                    if (minute % 331 == 0)
                        Assert.Equal(TimeSpan.FromMinutes(sum), clock.Elapsed(asked.Start, at, asked.Base, asked.Pauses));
                }
            }
        );

    [Fact]
    public void A_due_time_is_the_earliest_at_which_the_limit_has_elapsed() =>
        ForAll(
            3_000,
            asked =>
            {
                var clock = asked.Clock;
                // A start and a limit that lie between the seconds.
                var (start, limit) = (asked.Start.AddTicks(1_234_567), asked.Limit + TimeSpan.FromTicks(7_654_321));
                if (clock.Due(start, limit, asked.Base, asked.Pauses) is not { } due)
                {
                    Assert.Contains(asked.Pauses, p => p.To is null);
                    return;
                }
                Assert.Equal(limit, clock.Elapsed(start, due, asked.Base, asked.Pauses));
                Assert.Equal(limit - TimeSpan.FromTicks(1), clock.Elapsed(start, due.AddTicks(-1), asked.Base, asked.Pauses));
            }
        );

    [Fact]
    public void An_explanation_leads_to_the_due_time_by_its_own_figures() =>
        ForAll(2_000, asked => Explanations.AddUp(asked.Clock, asked.Start, Duration.FromTime(asked.Limit), asked.Base, asked.Pauses));

    [Fact]
    public void A_limit_of_months_and_days_ends_no_earlier_than_a_shorter_one() =>
        ForAll(
            1_000,
            asked =>
            {
                var (clock, months) = (asked.Clock, (int)asked.Limit.TotalMinutes % 25);
                var shorter = clock.Due(asked.Start, new Duration(months, 1, asked.Limit), asked.Base, []);
                var longer = clock.Due(asked.Start, new Duration(months + 1, 1, asked.Limit), asked.Base, []);
                Assert.True(shorter <= longer);
                Explanations.AddUp(clock, asked.Start, new(months, 1, asked.Limit), asked.Base, []);
            }
        );

    [Fact]
    public void The_next_working_instant_is_the_first_minute_that_counts() =>
        ForAll(
            1_000,
            asked =>
            {
                var at = asked.Start;
                var working = asked with { Base = ClockBase.Business, Pauses = [] };
                for (var passed = 0; passed < MinutesLooked && !MinuteOracle.Counts(working, at); passed++)
                    at = at.AddMinutes(1);
                if (MinuteOracle.Counts(working, at))
                    Assert.Equal(at, asked.Clock.NextWorkingInstant(asked.Start));
                else
                    Assert.True(asked.Clock.NextWorkingInstant(asked.Start) > at);
            }
        );

    private static void ForAll(int cases, Action<ClockCase> holds) =>
        Prop.ForAll(Arb.From(ClockCase.Any), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(PropertyRuns.Of(cases)));
}
