using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Rounds;
using Complaints.Surveys;

namespace Complaints.Tests.Life;

/// <summary>Further traps that other ticket systems fell into and wishes that their users wait for, each by the name of what went
/// wrong there.</summary>
public sealed class HandlingTrapTests
{
    [Fact]
    public void Close_keeps_who_closed_it_and_when()
    {
        var life = Resolved();
        life.Now = ALife.At("2026-11-24T11:30:00");
        Assert.True(life.CustomerDoes(new ConfirmSatisfied("谢谢")).Ok);

        var closed = Assert.Single(life.Complaint.History, e => e.Event is Satisfied);
        Assert.Equal((ALife.Customer.Id, life.Now.ToUniversalTime(), Channel.Web), (closed.By.Id, closed.At, closed.Channel));
        Assert.Equal(life.Now, life.Complaint.ClosedAt);
        Assert.NotEqual(life.Complaint.ReceivedAt, life.Complaint.ClosedAt);
    }

    [Fact]
    public void A_transition_from_a_wrong_state_and_an_actor_without_the_right_are_refused_and_nothing_is_recorded()
    {
        var life = ALife.Filed();
        var version = life.Complaint.Version;
        Assert.Equal("wrongState", life.Does("li", new ReportResult("好了")).Refusal!.Code);
        Assert.Equal("wrongState", life.CustomerDoes(new ConfirmSatisfied()).Refusal!.Code);
        Assert.Equal("notAllowed", life.Does("zhao", new Decline("不是我的")).Refusal!.Code);
        Assert.Equal("notAllowed", life.Does("ceo", new Grade(Severity.Low, "不急")).Refusal!.Code);
        Assert.Equal("notAllowed", life.CustomerDoes(new ProposePlan("换一台")).Refusal!.Code);
        Assert.Equal(
            "notAllowed",
            ComplaintDesk
                .Do(life.Complaint, new Withdraw(null), life.As(Actor.Customer("directline:dl_2", "别人"), Channel.Web))
                .Refusal!.Code
        );
        Assert.Equal(version, life.Complaint.Version);
    }

    [Fact]
    public void Of_two_who_act_on_the_same_card_one_wins_and_the_other_is_told_who()
    {
        var life = ALife.Filed();
        var seen = life.Complaint.Version;
        Assert.True(life.Does("wu", new Assign("zhao"), seen).Ok);
        var second = life.Does("zhang", new Assign("zhang"), seen);
        Assert.Equal(("overtaken", "wu"), (second.Refusal!.Code, second.Refusal.Arguments["who"]));
        Assert.Equal("zhao", life.Complaint.Owner);
    }

    [Theory]
    [InlineData("the customer writes")]
    [InlineData("frontline adds what the customer said")]
    [InlineData("the customer presses resume")]
    public void A_customers_answer_by_any_way_lets_the_right_clocks_go_on(string way)
    {
        var life = OnHold();
        var firstResponse = life.Complaint.Deadlines.First(d => d.Kind == DeadlineKind.FirstResponse);
        life.Now = ALife.At("2026-11-24T10:12:00");
        var outcome = way switch
        {
            "the customer writes" => life.CustomerDoes(new AddInformation("型号是 X1", [], AnswersQuestion: true)),
            "the customer presses resume" => life.CustomerDoes(new Resume()),
            _ => life.Does("alex", new AddInformation("客户来电：型号是 X1", [], AnswersQuestion: true)),
        };
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
        Assert.Null(life.Complaint.Hold);
        Assert.All(
            [DeadlineKind.Resolve, DeadlineKind.Plan, DeadlineKind.Cause],
            kind => Assert.Null(life.Complaint.Pending(kind)!.PausedSince)
        );
        // One working day was waited: the result is due one working day later, the promise to answer first never waited.
        Assert.Equal(ALife.At("2026-12-08T09:12:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
        Assert.Equal(firstResponse.Due, life.Complaint.Deadlines.First(d => d.Kind == DeadlineKind.FirstResponse).Due);
    }

    [Fact]
    public void A_complaint_that_is_reopened_after_a_hold_is_not_late_at_once()
    {
        var life = OnHold();
        life.Now = ALife.At("2026-12-20T10:00:00");
        Assert.True(life.CustomerDoes(new AddInformation("型号是 X1", [], AnswersQuestion: true)).Ok);
        Finish(life);
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        life.Now = ALife.At("2027-01-05T10:00:00");
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        Assert.All(life.Complaint.PendingOfStaff, d => Assert.True(d.Due > life.Now, $"{d.Id} is due {d.Due}"));
        Assert.Null(life.Complaint.Hold);
    }

    [Fact]
    public void The_former_owner_gets_no_reminder_after_a_hand_over_and_nobody_after_the_close()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Must("li", new Assign("zhao", "休假"));
        var handedOver = life.Complaint.Version;
        life.Until("2026-12-09T12:00:00");
        Assert.Contains(life.Complaint.History.Skip(handedOver), e => e.Event is Reminded);
        Assert.All(life.Complaint.History.Skip(handedOver).Select(e => e.Event).OfType<Reminded>(), r => Assert.DoesNotContain("li", r.To));

        life.Must("zhao", new RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("zhao", new ProposePlan("更换光猫"));
        life.Must("zhao", new CompleteMeasure("all", "已更换"));
        life.Must("zhao", new ReportResult("已更换"));
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        var closed = life.Complaint.Version;
        life.Until("2027-02-01T12:00:00");
        // What was promised before the close is over; what quality looks at afterwards has promises of its own.
        Assert.DoesNotContain(
            life.Complaint.History.Skip(closed),
            e => e.Event is Reminded r && life.Complaint.Deadlines.Last(d => d.Id == r.Id).Start < life.Complaint.ClosedAt
        );
    }

    [Fact]
    public void The_second_round_of_reminders_works_after_the_first_promise_was_kept()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Until("2026-11-25T09:00:00");
        life.Must("li", new Progress("备件在路上"));
        var again = life.Complaint.Version;
        var next = life.Complaint.Pending(DeadlineKind.Progress)!;
        life.Until("2026-11-28T09:00:00");
        Assert.Contains(life.Complaint.History.Skip(again), e => e.Event is Reminded r && r.Id == next.Id);
    }

    [Fact]
    public void A_late_first_answer_stays_a_miss_and_later_progress_does_not_hide_it()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Until("2026-11-24T10:00:00");
        life.Must("li", new Progress("抱歉来晚了"));
        life.Must("li", new Progress("明天上门"));
        var first = Assert.Single(life.Complaint.Deadlines, d => d.Kind == DeadlineKind.FirstResponse);
        Assert.False(first.InTime);
        Assert.Equal(ALife.At("2026-11-24T10:00:00"), first.EndedAt);
    }

    [Fact]
    public void What_the_bot_says_by_itself_is_no_first_answer_of_a_person()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Must("li", new Note("我在查"));
        Assert.Null(life.Complaint.FirstResponseAt);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.FirstResponse));
        life.Must("li", new Progress("您好，我来处理"));
        Assert.Equal(life.Now, life.Complaint.FirstResponseAt);
    }

    [Fact]
    public void A_changed_policy_moves_no_promise_that_was_made_and_keeps_the_time_of_a_hold()
    {
        var life = OnHold();
        var promised = life.Complaint.Pending(DeadlineKind.Resolve)!.Due;
        life.Organisation = life.Organisation with
        {
            Policies = [.. life.Organisation.Policies.Select(p => p with { Resolve = ExampleOrganisation.D("P2D") })],
        };
        life.Now = ALife.At("2026-11-24T10:12:00");
        Assert.Equal(promised, life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
        life.Must("li", new Resume());
        Assert.Equal(ALife.At("2026-12-08T09:12:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
    }

    [Fact]
    public void A_second_child_can_be_merged_merging_twice_is_refused_and_every_customer_is_a_party_of_the_survivor()
    {
        var life = ALife.Filed();
        var (first, second) = (Another(life, "C-20261123-0002", "directline:dl_2"), Another(life, "C-20261123-0003", "directline:dl_3"));
        Assert.True(ComplaintDesk.Do(first, new Merge(life.Complaint), life.As(Wu)).Ok);
        Assert.True(ComplaintDesk.Do(second, new Merge(life.Complaint), life.As(Wu)).Ok);
        Assert.Equal("wrongState", ComplaintDesk.Do(first, new Merge(life.Complaint), life.As(Wu)).Refusal!.Code);
        Assert.Equal("cannotMerge", ComplaintDesk.Do(life.Complaint, new Merge(life.Complaint), life.As(Wu)).Refusal!.Code);
        Assert.Equal(["directline:dl_2", "directline:dl_3"], life.Complaint.OtherParties.Select(p => p.Id));
        // The customer of a merged one can speak to the survivor; the merged one itself says nothing more.
        Assert.True(
            ComplaintDesk
                .Do(life.Complaint, new AddInformation("我家也是", [], true), life.As(Actor.Customer("directline:dl_3", "李"), Channel.Web))
                .Ok
        );
        Assert.DoesNotContain(first.Deadlines, d => d.Pending);
        Assert.Equal(
            "cannotMerge",
            ComplaintDesk.Do(Another(life, "C-20261123-0004", "directline:dl_4"), new Merge(first), life.As(Wu)).Refusal!.Code
        );
    }

    [Fact]
    public void A_snooze_ends_before_the_promise_is_broken_and_does_not_close_or_stop_anything()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Now = ALife.At("2026-11-23T11:00:00");
        life.Must("li", new Snooze(TimeSpan.FromDays(30)));
        var snoozed = life.Complaint.Deadlines.Single(d => d.Snoozes == 1);
        Assert.True(snoozed.SnoozedUntil <= snoozed.Due);
        Assert.True(life.CustomerDoes(new AddInformation("谢谢", [], AnswersQuestion: false)).Ok);
        Assert.Equal(snoozed.SnoozedUntil, life.Complaint.Deadlines.Single(d => d.Snoozes == 1).SnoozedUntil);
        life.Until("2026-11-25T12:00:00");
        Assert.True(life.Complaint.IsOpen);
        Assert.Contains(life.Complaint.History, e => e.Event is Reminded r && r.Id == snoozed.Id && e.At >= snoozed.Due);
    }

    [Fact]
    public void A_hold_for_parts_is_no_reason_to_close_and_ends_by_itself()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Must("li", new PutOnHold(HoldReason.WaitingParts, null, ALife.At("2026-12-01T10:00:00")));
        life.Until("2026-12-01T12:00:00");
        Assert.Null(life.Complaint.Hold);
        Assert.True(life.Complaint.IsOpen);
    }

    [Fact]
    public void Each_close_has_a_survey_of_its_own_which_comes_later_reminds_once_ends_and_is_not_asked_of_the_reopened()
    {
        var life = Resolved();
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        Assert.Null(life.Complaint.OpenSurvey);
        // Reopened before the survey was sent: none is.
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        life.Until("2026-11-24T09:00:00");
        Assert.DoesNotContain(life.Complaint.History, e => e.Event is SurveyOffered);

        Finish(life);
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        life.Until("2026-11-24T10:30:00");
        Assert.Equal(2, life.Complaint.OpenSurvey!.Close);
        Assert.Equal("notAllowed", life.Does("li", new AnswerSurvey(5)).Refusal!.Code);
        life.Until("2026-12-10T09:00:00");
        Assert.Single(life.Complaint.History, e => e.Event is SurveyReminded);
        Assert.Single(life.Complaint.History, e => e.Event is SurveyExpired);
        Assert.Equal("surveyClosed", life.CustomerDoes(new AnswerSurvey(1)).Refusal!.Code);
    }

    [Fact]
    public void A_required_field_blocks_only_the_step_that_needs_it()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        Assert.Equal("missing", life.Does("li", new RecordCause([], "光猫老化")).Refusal!.Code);
        life.Must("li", new Note("先记一下"));
        life.Must("li", new Progress("正在查"));
        life.Must("li", new RecordCause([CauseClass.Equipment], "光猫老化"));
        Assert.Equal("missing", life.Does("li", new ProposePlan("")).Refusal!.Code);
        life.Must("zhang", new Extend(ALife.At("2026-12-18T18:00:00"), "缺件"));
        life.Must("li", new ProposePlan("更换光猫"));
    }

    [Fact]
    public void The_deadline_that_is_shown_is_the_one_that_is_used()
    {
        var life = OnHold();
        life.Now = ALife.At("2026-11-25T10:12:00");
        life.Must("li", new Resume());
        var shown = life.Complaint.Pending(DeadlineKind.Resolve)!.Due;
        life.Until(
            shown
                .ToOffset(TimeSpan.FromHours(8))
                .AddHours(2)
                .ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
        );
        var due = life.Complaint.History.First(e => e.Event is Reminded { Id: "resolve", Moment: ReminderMoment.AtDue });
        Assert.Equal(shown, due.At);
    }

    [Fact]
    public void When_everybody_is_away_a_complaint_still_has_somebody_who_answers_and_a_promise_that_runs()
    {
        var life = ALife.Filed();
        life.Organisation = life.Organisation with
        {
            Staff = [.. life.Organisation.Staff.Select(s => s with { Absences = [new(new(2026, 11, 1), new(2026, 12, 31), null)] })],
        };
        life.Must("li", new Decline("我在休假"));
        Assert.NotNull(life.Complaint.AnswerablePerson);
        life.Until("2026-12-20T12:00:00");
        Assert.NotNull(life.Complaint.AnswerablePerson);
        Assert.NotEmpty(life.Complaint.PendingOfStaff);
        Assert.NotNull(Timers.Next(life.Complaint, life.Organisation));
    }

    [Fact]
    public void A_returning_customers_complaint_does_not_stick_to_an_owner_who_is_away()
    {
        var life = Resolved();
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        life.Organisation = life.Organisation with
        {
            Staff =
            [
                .. life.Organisation.Staff.Select(s =>
                    s.Id == "li" ? s with { Absences = [new(new(2026, 11, 1), new(2026, 12, 31), null)] } : s
                ),
            ],
        };
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        Assert.NotEqual("li", life.Complaint.Owner);
        life.Until("2026-12-15T12:00:00");
        Assert.All(life.Complaint.History.Select(e => e.Event).OfType<Reminded>(), r => Assert.DoesNotContain("li", r.To));
    }

    private static readonly Actor Wu = Actor.Staff(ExampleOrganisation.Staff("wu"));

    private static ALife OnHold()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Now = ALife.At("2026-11-23T10:12:00");
        life.Must("li", new PutOnHold(HoldReason.WaitingCustomer, "请提供型号", null));
        return life;
    }

    private static ALife Resolved()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        Finish(life);
        return life;
    }

    private static void Finish(ALife life)
    {
        var owner = life.Complaint.Owner!;
        life.Must(owner, new RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must(owner, new ProposePlan("更换光猫"));
        life.Must(owner, new CompleteMeasure("all", "已更换"));
        life.Must(owner, new ReportResult("已更换"));
    }

    private static Complaint Another(ALife life, string ticket, string customer)
    {
        var command = new FileComplaint(
            RecordKind.Complaint,
            new(customer, "zh-CN"),
            new ComplaintDetails("broadband", "宽带断了"),
            Severity.Medium,
            "category"
        );
        return ComplaintDesk.File(ticket, command, life.As(Actor.Customer(customer, ""), Channel.Web)).Complaint!;
    }
}
