using Complaints.Deadlines;
using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Surveys;
using Complaints.Tests.Life;

namespace Complaints.Tests.Deadlines;

/// <summary>Which deadlines run after each step of a life (docs/procedure.md §5).</summary>
public class DeadlineRulesTests
{
    [Fact]
    public void Filed_and_assigned_starts_what_was_told_the_customer_and_what_the_owner_owes() =>
        Assert.Equal("Accept Cause FirstResponse Plan Progress Resolve", Pending(ALife.Filed()));

    [Fact]
    public void A_critical_one_owes_an_emergency_measure_besides() =>
        Assert.Contains("EmergencyMeasure", Pending(ALife.Filed(severity: Severity.Critical)), StringComparison.Ordinal);

    [Fact]
    public void Accepting_meets_accept_and_nothing_else() =>
        Assert.Equal("Cause FirstResponse Plan Progress Resolve", Pending(ALife.Filed().Accepted()));

    [Fact]
    public void A_word_to_the_customer_meets_the_first_response_and_starts_the_next_progress()
    {
        var life = ALife.Filed().Accepted();
        life.Until("2026-11-23T10:00:00");
        life.Must("li", new Progress("师傅下午到"));
        Assert.True(life.Complaint.Deadlines.Single(d => d.Kind == DeadlineKind.FirstResponse).InTime);
        Assert.Equal(life.Now, life.Complaint.Pending(DeadlineKind.Progress)!.Start);
    }

    [Fact]
    public void Cause_and_plan_are_met_by_their_steps_and_each_measure_has_a_deadline_of_its_owner()
    {
        var life = ALife.Filed().Accepted();
        life.Must("li", new RecordCause([CauseClass.Equipment], "光猫老化"));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Cause));
        life.Must("li", new ProposePlan("更换光猫", "zhao"));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Plan));
        Assert.Equal("zhao", life.Complaint.Pending(DeadlineKind.Measure)!.Responsible);
        life.Must("zhao", new CompleteMeasure("all", "已更换"));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Measure));
    }

    [Fact]
    public void A_result_leaves_only_the_customers_word_and_the_clock_that_stands_still()
    {
        var life = ALife.Filed().Resolved();
        Assert.Equal("Confirmation Resolve", Pending(life));
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Resolve)!.PausedSince);
    }

    [Fact]
    public void Waiting_for_the_customer_stops_cause_plan_and_result_and_no_other()
    {
        var life = ALife.Filed().Accepted();
        life.Must("li", new PutOnHold(HoldReason.WaitingCustomer, "什么型号？", null));
        Assert.Equal(
            "Cause Plan Resolve",
            Words(life.Complaint.Deadlines.Where(d => d.Pending && d.PausedSince is not null))
        );
        life.Must("li", new Resume());
        Assert.DoesNotContain(life.Complaint.Deadlines, d => d.PausedSince is not null);
    }

    [Fact]
    public void Other_holds_stop_no_clock_and_end_by_themselves()
    {
        var life = ALife.Filed().Accepted();
        life.Must("li", new PutOnHold(HoldReason.WaitingParts, null, ALife.At("2026-11-25T12:00:00")));
        Assert.DoesNotContain(life.Complaint.Deadlines, d => d.PausedSince is not null);
        Assert.Equal(ALife.At("2026-11-25T12:00:00"), life.Complaint.Pending(DeadlineKind.HoldEnd)!.Due);
        life.Until("2026-11-25T12:00:00");
        Assert.Null(life.Complaint.Hold);
    }

    [Fact]
    public void Closing_leaves_the_survey_and_of_a_high_one_the_case_report()
    {
        Assert.Equal("Survey", Pending(ALife.Filed().Closed()));
        Assert.Equal("CaseReport Survey", Pending(ALife.Filed(severity: Severity.High).Closed()));
    }

    [Fact]
    public void Withdrawing_leaves_nothing()
    {
        var life = ALife.Filed();
        Assert.True(life.CustomerDoes(new Intake.Withdraw(null)).Ok);
        Assert.Equal("", Pending(life));
    }

    [Fact]
    public void A_low_score_asks_the_head_to_call_within_a_working_day()
    {
        var life = ALife.Filed().Closed();
        life.Until("2026-11-23T15:00:00");
        Assert.True(life.CustomerDoes(new AnswerSurvey(1) { Solved = "no" }).Ok);
        var recovery = life.Complaint.Pending(DeadlineKind.Recovery)!;
        Assert.Equal(("zhang", ALife.At("2026-11-24T15:00:00")), (recovery.Responsible, recovery.Due));
    }

    [Fact]
    public void A_notice_goes_from_the_head_to_quality_and_back_when_it_is_rejected()
    {
        var life = ALife.Filed().Closed();
        life.Must("wu", new Rectify("network", "培训", ALife.At("2026-12-01T18:00:00")));
        Assert.Equal("zhang", life.Complaint.Pending(DeadlineKind.Rectification)!.Responsible);
        life.Must("zhang", new Rectified(null, "已培训", null));
        Assert.Equal("wu", life.Complaint.Pending(DeadlineKind.Rectification)!.Responsible);
        life.Must("wu", new Rectified(null, null, false, "没有记录"));
        Assert.Equal("zhang", life.Complaint.Pending(DeadlineKind.Rectification)!.Responsible);
    }

    [Fact]
    public void Reopening_promises_cause_plan_progress_and_result_anew()
    {
        var life = ALife.Filed().Closed();
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        Assert.Equal("Cause Plan Progress Resolve", Pending(life));
    }

    private static string Pending(ALife life) => Words(life.Complaint.Deadlines.Where(d => d.Pending));

    private static string Words(IEnumerable<Deadline> deadlines) =>
        string.Join(' ', deadlines.Select(d => d.Kind.ToString()).Order(StringComparer.Ordinal));
}
