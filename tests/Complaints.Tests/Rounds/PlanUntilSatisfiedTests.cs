using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Investigation;
using Complaints.Rounds;
using Complaints.Tests.Life;

namespace Complaints.Tests.Rounds;

public class PlanUntilSatisfiedTests
{
    [Fact]
    public void The_first_round_begins_with_the_complaint_and_has_no_words_of_dissatisfaction()
    {
        var life = ALife.Filed();
        var round = Assert.Single(life.Complaint.Rounds.All);
        Assert.Equal((1, life.Now, null), (round.Number, round.StartedAt, round.Words));
    }

    [Fact]
    public void Each_further_round_begins_with_what_the_customer_said()
    {
        var life = Unsatisfied("晚上还是断线");
        Again(life, "再换一根光纤", "测速正常");
        Assert.True(life.CustomerDoes(new RejectResult("还是慢")).Ok);
        Assert.Equal([null, "晚上还是断线", "还是慢"], life.Complaint.Rounds.All.Select(r => r.Words));
        Assert.Equal("还是慢", life.Complaint.Rounds.Words);
    }

    [Fact]
    public void A_round_keeps_its_own_measures_and_its_own_answer()
    {
        var life = Unsatisfied("晚上还是断线");
        Assert.Empty(life.Complaint.Rounds.Present.Measures);
        Assert.Null(life.Complaint.Rounds.Present.Answer);
        Again(life, "换一根光纤", "测速正常");
        Assert.Equal(
            [("1.1", "更换光猫", "已更换光猫，测速正常"), ("2.1", "换一根光纤", "测速正常")],
            life.Complaint.Rounds.All.Select(r => (r.Measures[0].Id, r.Measures[0].Text, r.Answer!))
        );
        Assert.Equal("测速正常", life.Complaint.Answer);
    }

    [Fact]
    public void One_clock_runs_over_all_rounds_and_stands_still_while_the_customer_looks_at_an_answer()
    {
        var life = ALife.Filed().Accepted();
        var promised = life.Complaint.Pending(PlanUntilSatisfied.Clock)!.Due;
        life.Until("2026-11-24T09:00:00");
        Answer(life, "更换光猫", "好了");
        Assert.NotNull(life.Complaint.Pending(PlanUntilSatisfied.Clock)!.PausedSince);

        life.Until("2026-11-25T09:00:00");
        Assert.True(life.CustomerDoes(new RejectResult("没好")).Ok);
        var clock = Assert.Single(life.Complaint.Deadlines, d => d.Kind == PlanUntilSatisfied.Clock);
        // One working day with the customer is one working day more, and nothing of the time spent is given back.
        Assert.Null(clock.PausedSince);
        Assert.Equal(promised.AddDays(1), clock.Due);
    }

    [Fact]
    public void A_round_that_was_judged_late_stays_late_however_many_follow()
    {
        var life = ALife.Filed().Accepted();
        life.Until("2026-12-10T09:00:00");
        Answer(life, "更换光猫", "好了");
        Assert.True(life.CustomerDoes(new RejectResult("没好")).Ok);
        Again(life, "换光纤", "好了");
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        Assert.False(life.Complaint.Deadlines.Single(d => d.Kind == PlanUntilSatisfied.Clock).InTime);
    }

    [Fact]
    public void The_next_round_asks_for_a_plan_of_its_own_and_nobody_asks_the_customer_meanwhile()
    {
        var life = Unsatisfied("没好");
        Assert.Equal(ComplaintState.Planning, life.Complaint.State);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Plan));
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Progress));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Confirmation));
    }

    [Fact]
    public void A_plan_that_waited_for_approval_waits_no_more_in_the_next_round()
    {
        var life = ALife.Filed(severity: Organisations.Severity.High).Resolved();
        Assert.True(life.CustomerDoes(new RejectResult("没好")).Ok);
        Assert.False(life.Complaint.PlanWaitsForApproval);
        life.Must(life.Complaint.Owner!, new ProposePlan("换光纤"));
        Assert.True(life.Complaint.PlanWaitsForApproval);
        Assert.False(life.Complaint.Rounds.All[0].WaitsForApproval);
    }

    [Fact]
    public void Reopening_is_a_round_too_and_begins_with_the_words_that_asked_for_it()
    {
        var life = ALife.Filed().Closed();
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        Assert.Equal((2, "又断了"), (life.Complaint.Round, life.Complaint.Rounds.Words));
        Assert.Empty(life.Complaint.OpenMeasures);
    }

    [Fact]
    public void It_ends_when_the_customer_is_satisfied()
    {
        var life = Unsatisfied("没好");
        Again(life, "换光纤", "好了");
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        Assert.Equal((ComplaintState.Closed, 2), (life.Complaint.State, life.Complaint.Round));
        Assert.Single(life.Complaint.History, e => e.Event is Satisfied);
    }

    private static ALife Unsatisfied(string words)
    {
        var life = ALife.Filed().Resolved();
        Assert.True(life.CustomerDoes(new RejectResult(words)).Ok);
        return life;
    }

    private static void Answer(ALife life, string measure, string answer)
    {
        life.Must(life.Complaint.Owner!, new RecordCause([CauseClass.Equipment], "光猫老化"));
        Again(life, measure, answer);
    }

    private static void Again(ALife life, string measure, string answer)
    {
        var owner = life.Complaint.Owner!;
        life.Must(owner, new ProposePlan(measure));
        life.Must(owner, new CompleteMeasure("all", "做了"));
        life.Must(owner, new ReportResult(answer));
    }
}
