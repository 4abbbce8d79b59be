using Complaints.Calls;
using Complaints.Deadlines;
using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Tests.Life;
using Complaints.Work;

namespace Complaints.Tests.Work;

/// <summary>Whose turn it is, at each point of a life.</summary>
public sealed class WhoseTurnTests
{
    [Fact]
    public void The_owner_has_one_thing_at_a_time_with_the_time_of_that_step()
    {
        var life = ALife.Filed();
        Assert.Equal([("li", "accept")], Turns(life));
        Assert.Equal(life.Complaint.Pending(DeadlineKind.Accept)!.Due, Items(life)[0].Due);
        life.Must("li", new Accept());
        // The first word to the customer is due before the cause.
        Assert.Equal([("li", "firstResponse")], Turns(life));
        life.Must("li", new Progress("已派人去看"));
        Assert.Equal([("li", Earlier(life, DeadlineKind.Cause, DeadlineKind.Progress))], Turns(life));
        life.Must("li", new RecordCause([CauseClass.Method], "派单流程\n没有核对"));
        Assert.Equal([("li", Earlier(life, DeadlineKind.Plan, DeadlineKind.Progress))], Turns(life));
    }

    [Fact]
    public void A_plan_waits_for_the_head_and_its_measures_for_their_owners_once_it_is_approved()
    {
        var life = Planned();
        Assert.Contains(("zhang", WorkItem.Approve), Turns(life));
        Assert.DoesNotContain(Turns(life), t => t.What == "measure");
        life.Must("zhang", new ApprovePlan());
        Assert.DoesNotContain(Turns(life), t => t.What == WorkItem.Approve);
        var measure = Items(life).Single(i => i.What == "measure");
        Assert.Equal(("zhao", "1.1"), (measure.Person, measure.Subject));
        life.Must("zhao", new CompleteMeasure("1.1", "已换"));
        Assert.DoesNotContain(Turns(life), t => t.Person == "zhao");
    }

    [Fact]
    public void A_head_who_owns_it_does_not_approve_their_own_plan()
    {
        var life = ALife.Filed(severity: Severity.High);
        life.Must("zhang", new Accept());
        life.Must("zhang", new RecordCause([CauseClass.Method], "派单流程\n没有核对"));
        life.Must("zhang", new ProposePlan("改流程"));
        Assert.Contains(("wu", WorkItem.Approve), Turns(life));
        Assert.DoesNotContain(("zhang", WorkItem.Approve), Turns(life));
    }

    [Fact]
    public void A_part_of_a_panel_waits_for_the_person_who_answers_for_it()
    {
        var life = ALife.Filed().Accepted();
        life.Must("zhang", new AskPanel("service", "查账单"));
        Assert.Contains(("alex", "part"), Turns(life));
        life.Must("alex", new AnswerPart(null, "没有异常"));
        Assert.DoesNotContain(Turns(life), t => t.What == "part");
    }

    [Fact]
    public void What_nobody_owns_waits_for_whoever_answers_for_the_queue()
    {
        var life = ALife.Filed();
        while (life.Complaint.Owner is { } owner)
            life.Must(owner, new Decline("不是我的专业"));
        Assert.Equal([(life.Complaint.Answerable!, WorkItem.Assign)], Turns(life));
    }

    [Fact]
    public void While_the_customer_decides_it_is_nobodys_turn()
    {
        var life = Planned();
        life.Must("zhang", new ApprovePlan());
        life.Must("li", new CompleteMeasure("all", "已换"));
        life.Must("li", new ReportResult("好了"));
        Assert.Empty(Turns(life));
    }

    [Fact]
    public void A_hold_with_an_end_waits_for_its_end_and_one_without_for_nobody()
    {
        var life = ALife.Filed().Accepted();
        life.Must("li", new Progress("已派人去看"));
        life.Must("li", new PutOnHold(HoldReason.WaitingThirdParty, null, life.Now.AddHours(1)));
        Assert.Contains(("li", "holdEnd"), Turns(life));
    }

    [Fact]
    public void A_call_is_made_by_whoever_owns_the_complaint()
    {
        var life = ALife.Filed(phoned: true).Accepted();
        life.Must("li", new Progress("师傅下午到"));
        Assert.Contains(("li", "call"), Turns(life));
        life.Must("li", new ReportCall(null, CallOutcome.Reached));
        Assert.DoesNotContain(Turns(life), t => t.What == "call");
    }

    [Fact]
    public void A_notice_waits_for_the_head_and_its_answer_for_quality()
    {
        var life = ALife.Filed().Closed();
        life.Must("wu", new Rectify("network", "按流程告知进展", life.Now.AddDays(3)));
        var notice = Items(life).Single(i => i.What == "rectification");
        Assert.Equal(("zhang", life.Complaint.Rectifications[0].Number), (notice.Person, notice.Subject));
        life.Must("zhang", new Rectified(null, "已培训", null));
        Assert.Contains(("wu", WorkItem.Verify), Turns(life));
        life.Must("wu", new Rectified(null, null, true));
        Assert.DoesNotContain(Turns(life), t => t.What is "rectification" or WorkItem.Verify);
    }

    [Fact]
    public void Reports_inspections_and_verdicts_wait_for_quality()
    {
        var life = ALife.Filed(severity: Severity.High);
        life.Organisation = life.Organisation with { Quality = new() { SpotCheckShare = 1 } };
        life.Closed();
        Assert.Contains(("wu", "caseReport"), Turns(life));
        Assert.Contains(("wu", "inspection"), Turns(life));
        life.Must("wu", new SignCaseReport("原因与教训", "每季度检查分线盒"));
        Assert.Contains(("wu", "effectiveness"), Turns(life));
        Assert.DoesNotContain(("wu", "caseReport"), Turns(life));
    }

    [Fact]
    public void A_return_visit_waits_for_somebody_who_neither_owned_nor_inspected_it()
    {
        var life = ALife.Filed(phoned: true).Accepted();
        life.Must("li", new RecordCause([CauseClass.Method], "派单流程\n没有核对"));
        life.Must("li", new ProposePlan("改流程"));
        if (life.Complaint.PlanWaitsForApproval)
            life.Must("zhang", new ApprovePlan());
        life.Must("li", new CompleteMeasure("all", "已换"));
        life.Must("li", new ReportResult("好了"));
        life.Must("wu", new ConfirmSatisfied());
        life.Until("2026-11-23T12:00:00");
        var visit = Items(life).Single(i => i.What == WorkItem.Visit);
        Assert.NotEqual("li", visit.Person);
        Assert.Equal(life.Complaint.Pending(DeadlineKind.Survey)!.Due, visit.Due);
    }

    [Fact]
    public void A_wish_for_more_time_waits_for_the_head_until_it_is_answered()
    {
        var life = ALife.Filed().Accepted();
        var until = life.Complaint.Pending(DeadlineKind.Resolve)!.Due.AddDays(3);
        Assert.Equal("notAllowed", life.Does("zhao", new AskForTime(until, "缺件")).Refusal!.Code);
        life.Must("li", new AskForTime(until, "缺件"));
        Assert.Contains(("zhang", WorkItem.Extension), Turns(life));
        Assert.Equal("notAllowed", life.Does("li", new DeclineTime()).Refusal!.Code);
        life.Must("zhang", new DeclineTime());
        Assert.DoesNotContain(Turns(life), t => t.What == WorkItem.Extension);
        Assert.Equal("noExtensionAsked", life.Does("wu", new DeclineTime()).Refusal!.Code);
        life.Must("li", new AskForTime(until.AddDays(1), "缺件"));
        life.Must("zhang", new Extend(until, "缺件"));
        Assert.Null(life.Complaint.Extension);
        Assert.DoesNotContain(Turns(life), t => t.What == WorkItem.Extension);
    }

    [Fact]
    public void Nothing_waits_for_somebody_whom_it_accuses_or_their_line()
    {
        var life = ALife.Filed(about: "li");
        Assert.NotEmpty(Turns(life));
        Assert.DoesNotContain(Turns(life), t => t.Person is "li" or "zhang");
    }

    [Fact]
    public void Whoever_stands_in_for_a_colleague_who_is_away_has_their_work_beside_their_own()
    {
        var life = ALife.Filed();
        life.Organisation = life.Organisation with
        {
            Staff =
            [
                .. life.Organisation.Staff.Select(s =>
                    s.Id == "li" ? s with { Absences = [new(new(2026, 11, 23), new(2026, 11, 27), "zhao")] } : s
                ),
            ],
        };
        var context = life.As(Actor.System);
        Assert.Equal(["zhao", "li"], WhoseTurn.PeopleOf("zhao", context));
        Assert.Single(WhoseTurn.Of(life.Complaint, "zhao", context));
        Assert.Equal(["alex"], WhoseTurn.PeopleOf("alex", context));
    }

    private static ALife Planned()
    {
        var life = ALife.Filed(severity: Severity.High);
        life.Must("zhang", new Assign("li"));
        life.Accepted();
        life.Must("li", new RecordCause([CauseClass.Method], "派单流程\n没有核对"));
        life.Must("li", new ProposePlan("换分线盒", "zhao", life.Now.AddDays(1)));
        if (!life.Complaint.PlanWaitsForApproval)
            throw new InvalidOperationException("The example's plans wait for approval.");
        return life;
    }

    private static IReadOnlyList<WorkItem> Items(ALife life) => WhoseTurn.Of(life.Complaint, life.As(Actor.System));

    private static List<(string Person, string What)> Turns(ALife life) => [.. Items(life).Select(i => (i.Person, i.What))];

    private static string Earlier(ALife life, DeadlineKind step, DeadlineKind word) =>
        life.Complaint.Pending(word) is { } w && w.Due < life.Complaint.Pending(step)!.Due
            ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString())
            : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(step.ToString());
}
