using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Rounds;
using Complaints.Surveys;

namespace Complaints.Tests.Life;

public sealed class LifeOfAComplaintTests
{
    [Fact]
    public void From_the_first_word_to_a_confirmed_close()
    {
        var life = ALife.Filed();
        var c = life.Complaint;
        Assert.Equal((ComplaintState.Assigned, "li"), (c.State, c.Owner));
        Assert.Equal(ALife.At("2026-12-07T09:12:00"), c.Pending(DeadlineKind.Resolve)!.Due);

        life.Must("li", new Accept());
        life.Must("li", new RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("li", new ProposePlan("更换光猫"));
        Assert.Equal("openMeasures", life.Does("li", new ReportResult("好了")).Refusal!.Code);
        life.Must("li", new CompleteMeasure("all", "已更换"));
        life.Must("li", new ReportResult("已更换光猫，测速正常"));
        Assert.Equal(ComplaintState.AwaitingConfirmation, c.State);
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        Assert.Equal((ComplaintState.Closed, CloseKind.Confirmed), (c.State, c.CloseKind));
        Assert.True(c.Deadlines.Single(d => d.Kind == DeadlineKind.Resolve).InTime);

        life.Until("2026-11-23T12:00:00");
        Assert.NotNull(c.OpenSurvey);
        Assert.True(life.CustomerDoes(new AnswerSurvey(5) { Solved = "yes" }).Ok);
        Assert.Equal("surveyAnswered", life.CustomerDoes(new AnswerSurvey(1)).Refusal!.Code);
        Assert.Null(RecordedEvent.FirstBroken(c.History));
        Assert.Null(Timers.Next(c, life.Organisation));
    }

    [Fact]
    public void Not_satisfied_begins_the_next_round_on_the_same_clock()
    {
        var life = Resolved();
        var due = life.Complaint.Pending(DeadlineKind.Resolve)!.Due;
        life.Now = ALife.At("2026-11-24T09:12:00");
        Assert.True(life.CustomerDoes(new RejectResult("还是断")).Ok);
        Assert.Equal((ComplaintState.Planning, 2), (life.Complaint.State, life.Complaint.Round));
        // One working day went by while the customer was asked: it does not count.
        Assert.Equal(ALife.At("2026-12-08T09:12:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
        Assert.True(life.Complaint.Pending(DeadlineKind.Resolve)!.Due > due);
    }

    [Fact]
    public void No_answer_is_asked_again_and_closed_unconfirmed()
    {
        var life = Resolved();
        life.Until("2026-12-05T09:00:00");
        Assert.Equal((ComplaintState.Closed, CloseKind.Unconfirmed), (life.Complaint.State, life.Complaint.CloseKind));
        Assert.Equal(2, life.Complaint.ConfirmationTries);
    }

    [Fact]
    public void Waiting_for_the_customer_stops_the_result_clock_and_an_answer_lets_it_go_on()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Now = ALife.At("2026-11-23T10:00:00");
        life.Must("li", new PutOnHold(HoldReason.WaitingCustomer, "请提供批次号", null));
        life.Now = ALife.At("2026-11-23T13:30:00");
        Assert.True(life.CustomerDoes(new Intake.AddInformation("谢谢", [], AnswersQuestion: false)).Ok);
        Assert.NotNull(life.Complaint.Hold);
        Assert.True(life.CustomerDoes(new Intake.AddInformation("批次号是 B2026-118", [], AnswersQuestion: true)).Ok);
        Assert.Null(life.Complaint.Hold);
        Assert.Equal(ALife.At("2026-12-07T11:12:00"), life.Complaint.Pending(DeadlineKind.Resolve)!.Due);
    }

    [Fact]
    public void What_is_not_accepted_in_time_goes_to_the_next_person_and_then_to_the_manager()
    {
        var life = ALife.Filed();
        life.Until("2026-11-23T14:00:00");
        Assert.Equal("zhao", life.Complaint.Owner);
        life.Until("2026-11-24T18:00:00");
        Assert.NotNull(life.Complaint.AnswerablePerson);
        Assert.Contains("zhang", life.Complaint.History.Select(e => e.Event).OfType<Assigned>().Select(a => a.Owner));
    }

    [Fact]
    public void A_forgotten_complaint_climbs_the_ladder_to_the_executive()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Until("2027-01-15T18:00:00");
        var reminded = life.Complaint.History.Select(e => e.Event).OfType<Reminded>().Where(r => r.Id == "resolve").ToList();
        Assert.Equal(["li"], reminded[0].To);
        Assert.Equal(ReminderMoment.BeforeDue, reminded[1].Moment);
        Assert.Equal(ReminderMoment.AtDue, reminded[2].Moment);
        Assert.Equal(["li", "zhang"], reminded[2].To);
        Assert.Contains("ceo", reminded[^1].To);
        Assert.All(
            life.Complaint.History.Where(e => e.Event is Reminded),
            e => Assert.InRange(e.At.ToOffset(TimeSpan.FromHours(8)).Hour, 7, 22)
        );
    }

    [Fact]
    public void A_button_pressed_twice_has_one_effect()
    {
        var life = ALife.Filed();
        var seen = life.Complaint.Version;
        Assert.Equal(new Outcome(), life.Does("li", new Note("打过电话"), seen));
        Assert.True(life.Does("li", new Note("打过电话"), seen).Repeated);
        Assert.Single(life.Complaint.History, e => e.Event is Noted);
    }

    [Fact]
    public void A_complaint_about_a_person_stays_away_from_them_and_their_line()
    {
        var life = ALife.Filed(about: "li");
        Assert.Equal("zhao", life.Complaint.Owner);
        Assert.Equal("notAllowed", life.Does("zhang", new Note("看一下")).Refusal!.Code);
        Assert.Equal("conflictOfInterest", life.Does("zhao", new Assign("li")).Refusal!.Code);
    }

    private static ALife Resolved()
    {
        var life = ALife.Filed();
        life.Must("li", new Accept());
        life.Must("li", new RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("li", new ProposePlan("更换光猫"));
        life.Must("li", new CompleteMeasure("all", "已更换"));
        life.Must("li", new ReportResult("已更换"));
        return life;
    }
}
