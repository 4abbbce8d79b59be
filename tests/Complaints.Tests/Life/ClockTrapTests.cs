using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Surveys;

namespace Complaints.Tests.Life;

/// <summary>Traps of clocks, reminders and absences that other ticket systems fell into.</summary>
public sealed class ClockTrapTests
{
    [Fact]
    public void A_new_grade_during_a_hold_keeps_the_time_that_was_spent_and_the_hold()
    {
        var life = OnHold("2026-11-23T10:12:00");
        life.Now = ALife.At("2026-11-26T10:12:00");
        life.Must("wu", new Grade(Severity.High, "第二次"));
        // One hour was spent before the hold: 7 days of the calendar less that hour are left.
        Assert.Equal(ALife.At("2026-12-03T09:12:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Resolve)!.PausedSince);

        life.Now = ALife.At("2026-11-27T10:12:00");
        life.Must("li", new Resume());
        Assert.Equal(ALife.At("2026-12-04T09:12:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
    }

    [Fact]
    public void A_corrected_category_needs_no_reason_and_leaves_severity_and_its_reason_alone()
    {
        var life = ALife.Filed();
        var (severity, reason) = (life.Complaint.Severity, life.Complaint.SeverityReason);
        var other = life.Organisation.Categories.First(c => c.Id != life.Complaint.Details.Category).Id;
        Assert.Equal("unknownCategory", life.Does("wu", new Grade(null, "") { Category = "no such" }).Refusal!.Code);
        life.Must("wu", new Grade(severity, "") { Category = other });

        Assert.Equal(
            (other, true, severity, reason),
            (life.Complaint.Details.Category, life.Complaint.CategoryConfirmed, life.Complaint.Severity, life.Complaint.SeverityReason)
        );
        Assert.Equal("sameGrade", life.Does("wu", new Grade(severity, "") { Category = other }).Refusal!.Code);
    }

    [Fact]
    public void A_grade_that_changes_nothing_is_refused_so_that_it_cannot_undo_an_extension()
    {
        var life = ALife.Filed();
        life.Must("zhang", new Extend(ALife.At("2026-12-18T18:00:00"), "缺件"));
        Assert.Equal("sameGrade", life.Does("wu", new Grade(Severity.Medium, "再看")).Refusal!.Code);
        Assert.Equal(ALife.At("2026-12-18T18:00:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
    }

    [Fact]
    public void An_extension_during_a_hold_does_not_end_the_waiting()
    {
        var life = OnHold("2026-11-23T10:12:00");
        life.Now = ALife.At("2026-11-24T10:12:00");
        life.Must("zhang", new Extend(ALife.At("2026-12-11T18:00:00"), "缺件"));
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Resolve)!.PausedSince);
        life.Now = ALife.At("2026-11-25T10:12:00");
        life.Must("li", new Resume());
        // Friday 18:00 and the working day that it waited after the extension.
        Assert.Equal(ALife.At("2026-12-14T18:00:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
    }

    [Fact]
    public void An_extension_while_the_customer_is_asked_does_not_bring_reminders_of_the_result()
    {
        var life = Resolved(ALife.Filed());
        life.Must("zhang", new Extend(ALife.At("2026-12-11T18:00:00"), "以防万一"));
        life.Until("2026-11-25T20:00:00");
        Assert.DoesNotContain(life.Complaint.History, e => e.Event is Reminded { Id: "resolve" });
    }

    [Fact]
    public void A_measure_planned_while_the_customer_is_asked_something_waits_too()
    {
        var life = OnHold("2026-11-23T10:12:00");
        life.Must("li", new RecordCause([CauseClass.Method], "流程"));
        life.Must("li", new ProposePlan("换流程", Due: ALife.At("2026-11-25T10:12:00")));
        life.Now = ALife.At("2026-11-24T10:12:00");
        life.Must("li", new Resume());
        Assert.Equal(ALife.At("2026-11-26T10:12:00"), life.Complaint.Pending(DeadlineKind.Measure)!.Due);
    }

    [Fact]
    public void A_reminder_between_two_microseconds_comes_once()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Must("zhang", new Extend(ALife.At("2026-12-11T17:00:00").AddTicks(3), "缺件"));
        life.Until("2026-12-11T17:00:30");
        Assert.Single(life.Complaint.History, e => e.Event is Reminded { Id: "resolve", Moment: ReminderMoment.AtDue });
    }

    [Fact]
    public void A_complaint_without_an_owner_that_is_reopened_looks_for_one_first()
    {
        var life = Nobody("li", "zhao", "zhang", "wu");
        Assert.Equal(ComplaintState.Received, life.Complaint.State);
        Assert.True(life.CustomerDoes(new Intake.Withdraw("算了")).Ok);
        Assert.True(life.CustomerDoes(new Reopen("还是要处理")).Ok);
        Assert.True(life.Complaint.State == ComplaintState.Assigned || life.Complaint.Owner is null);
        Assert.NotNull(life.Complaint.AnswerablePerson);
    }

    [Fact]
    public void A_reopened_complaint_goes_to_the_head_when_the_owner_and_all_handlers_are_away()
    {
        var life = Resolved(ALife.Filed());
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        life.Organisation = Away(life.Organisation, "li", "zhao");
        life.Organisation = life.Organisation with
        {
            Staff = [.. life.Organisation.Staff.Select(s => s.Id == "zhang" ? s with { Capacity = 0 } : s)],
        };
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        Assert.Equal((ComplaintState.Investigating, "zhang"), (life.Complaint.State, life.Complaint.Owner));
    }

    [Fact]
    public void A_reminder_for_somebody_absent_reaches_the_substitute()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Organisation = Away(life.Organisation, "li");
        life.Until("2026-11-23T14:30:00");
        Assert.Equal(["zhao"], life.Complaint.History.Select(e => e.Event).OfType<Reminded>().Last().To);
    }

    [Fact]
    public void A_notice_to_a_department_whose_head_it_is_about_goes_to_somebody_who_may_see_it()
    {
        var life = ALife.Filed(about: "zhang");
        life.Must("wu", new Rectify("network", "改流程", ALife.At("2026-11-30T18:00:00")));
        var notice = life.Complaint.Rectifications.Single();
        Assert.False(Relations.IsConflicted(notice.Responsible, life.Complaint, life.Organisation));
    }

    [Fact]
    public void A_survey_ends_with_the_phone_visit_that_answered_it_and_not_with_one_that_reached_nobody()
    {
        var life = Resolved(ALife.Filed());
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        life.Until("2026-11-23T12:00:00");
        life.Must("wu", new RecordVisit("unreachable", null, null));
        Assert.NotNull(life.Complaint.OpenSurvey);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Survey));
        life.Must("wu", new RecordVisit("answered", 5, null));
        Assert.Null(life.Complaint.OpenSurvey);
        Assert.Null(life.Complaint.Pending(DeadlineKind.Survey));
    }

    [Fact]
    public void A_press_on_an_old_card_is_told_who_was_faster_even_when_the_bot_acted_in_between()
    {
        var life = ALife.Filed();
        var seen = life.Complaint.Version;
        life.Must("li", new Decline("不是我的"));
        life.Must("wu", new Assign("zhang"));
        Assert.Equal("overtaken", life.Does("alex", new Assign("zhao"), seen).Refusal!.Code);
    }

    [Fact]
    public void A_plan_that_needs_no_approval_any_more_does_not_wait_for_one()
    {
        var life = ALife.Filed(severity: Severity.High);
        life.Must("zhang", new Accept());
        life.Must("zhang", new RecordCause([CauseClass.Method], "流程") { Whys = ["一", "二"] });
        life.Must("zhang", new ProposePlan("换流程"));
        Assert.True(life.Complaint.PlanWaitsForApproval);
        life.Must("wu", new Grade(Severity.Low, "没那么严重"));
        life.Must("zhang", new ProposePlan("再培训"));
        Assert.Equal((ComplaintState.InProgress, false), (life.Complaint.State, life.Complaint.PlanWaitsForApproval));
    }

    private static ALife OnHold(string at)
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Now = ALife.At(at);
        life.Must("li", new PutOnHold(HoldReason.WaitingCustomer, "请提供批次号", null));
        return life;
    }

    private static ALife Resolved(ALife life)
    {
        life.Must("li", new Accept());
        life.Must("li", new RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("li", new ProposePlan("更换光猫"));
        life.Must("li", new CompleteMeasure("all", "已更换"));
        life.Must("li", new ReportResult("已更换"));
        return life;
    }

    private static ALife Nobody(params string[] decline)
    {
        var life = ALife.Filed();
        foreach (var person in decline.Where(p => life.Complaint.Owner == p))
            life.Must(person, new Decline("不行"));
        return life;
    }

    private static Organisation Away(Organisation organisation, params string[] people) =>
        organisation with
        {
            Staff =
            [
                .. organisation.Staff.Select(s =>
                    people.Contains(s.Id)
                        ? s with
                        {
                            Absences = [new(new(2026, 11, 1), new(2026, 12, 31), s.Id == "li" ? "zhao" : null)],
                        }
                        : s
                ),
            ],
        };
}
