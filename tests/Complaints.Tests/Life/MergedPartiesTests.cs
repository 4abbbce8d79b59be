using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Procedure;
using Complaints.Rounds;
using Complaints.Surveys;

namespace Complaints.Tests.Life;

/// <summary>A party acts only on its own share; the complaint ends when all parties are answered.</summary>
public class MergedPartiesTests
{
    private const string Theirs = "C-20261123-0002";
    private static readonly Actor Other = Actor.Customer("directline:dl_2", "李梅");

    [Fact]
    public void The_withdrawal_of_one_party_ends_only_its_own_share()
    {
        var life = Merged();
        Must(life, Other, new Withdraw("算了"));
        Assert.Equal(ComplaintState.Assigned, life.Complaint.State);
        Assert.Equal(ShareState.Withdrawn, life.Complaint.PartyOf(Other.Id)!.Share);
        Assert.True(life.Complaint.PartyOf(ALife.Customer.Id)!.IsOpen);
        Assert.Equal("shareWithdrawn", Do(life, Other, new Withdraw(null)).Refusal!.Code);
        Must(life, ALife.Customer, new Withdraw(null));
        Assert.Equal(ComplaintState.Withdrawn, life.Complaint.State);
    }

    [Fact]
    public void The_satisfaction_of_one_party_closes_nothing_of_the_others()
    {
        var life = Answered(Merged());
        Must(life, Other, new ConfirmSatisfied("可以了"));
        Assert.Equal(ComplaintState.AwaitingConfirmation, life.Complaint.State);
        // Said twice it has no second effect.
        Assert.True(Do(life, Other, new ConfirmSatisfied("可以了")).Repeated);
        Must(life, ALife.Customer, new RejectResult("我家还是断"));
        Assert.Equal(ShareState.Satisfied, life.Complaint.PartyOf(Other.Id)!.Share);
        Answered(life, round: 2);
        Must(life, ALife.Customer, new ConfirmSatisfied());
        Assert.Equal((ComplaintState.Closed, CloseKind.Confirmed), (life.Complaint.State, life.Complaint.CloseKind));
    }

    [Fact]
    public void The_last_withdrawal_closes_what_another_was_satisfied_with()
    {
        var life = Answered(Merged());
        Must(life, ALife.Customer, new ConfirmSatisfied());
        Must(life, Other, new Withdraw(null));
        Assert.Equal((ComplaintState.Closed, CloseKind.Confirmed), (life.Complaint.State, life.Complaint.CloseKind));
        Assert.Equal(ShareState.Withdrawn, life.Complaint.PartyOf(Other.Id)!.Share);
    }

    [Fact]
    public void A_party_whose_share_has_ended_opens_it_again_while_the_complaint_goes_on()
    {
        var life = Merged();
        Assert.Equal("shareOpen", Do(life, Other, new Reopen("再看看")).Refusal!.Code);
        Must(life, Other, new Withdraw(null));
        Must(life, Other, new Reopen("又断了"));
        Assert.True(life.Complaint.PartyOf(Other.Id)!.IsOpen);
        Must(life, ALife.Customer, new Withdraw(null));
        Assert.True(life.Complaint.IsOpen);
    }

    [Fact]
    public void What_accuses_somebody_is_not_merged_into_what_they_may_be_reading()
    {
        var (life, accusing) = (ALife.Filed(), ALife.Filed(ticket: Theirs, about: ["li"]));
        Assert.Equal("mergeAccuses", accusing.Does("wu", new Merge(life.Complaint)).Refusal!.Code);
        Assert.True(life.Does("wu", new Merge(accusing.Complaint)).Ok);
    }

    [Fact]
    public void Staff_say_whose_answer_they_record()
    {
        var life = Answered(Merged());
        Assert.Equal("whichParty", life.Does("wu", new ConfirmSatisfied("电话里说好了")).Refusal!.Code);
        Assert.Equal("unknownParty", life.Does("wu", new ConfirmSatisfied("好了") { Party = "C-20261123-0009" }).Refusal!.Code);
        life.Must("wu", new ConfirmSatisfied("电话里说好了") { Party = Theirs });
        Assert.Equal(ShareState.Satisfied, life.Complaint.PartyOf(Other.Id)!.Share);
        // One is left: it is clear whose.
        life.Must("wu", new ConfirmSatisfied("也好了"));
        Assert.Equal(ComplaintState.Closed, life.Complaint.State);
    }

    [Fact]
    public void A_party_knows_only_its_own_number_also_after_a_second_merge()
    {
        var life = Merged();
        var survivor = ALife.Filed(ticket: "C-20261123-0005").Complaint;
        Assert.True(ComplaintDesk.Do(life.Complaint, new Merge(survivor), Wu(life)).Ok);
        Assert.Equal(Theirs, survivor.NumberFor(Other.Id));
        // The same customer filed both: they may know.
        Assert.True(life.Complaint.History.Select(e => e.Event).OfType<MergedInto>().Single().SameCustomer);
    }

    [Fact]
    public void Another_device_of_a_customer_is_no_further_party()
    {
        var life = ALife.Filed();
        var tablet = Actor.Customer("directline:dl_9", "");
        var command = new FileComplaint(
            RecordKind.Complaint,
            new(ALife.Customer.Id, "zh-CN"),
            new("broadband", "断了"),
            Organisations.Severity.Medium,
            "category"
        )
        {
            FollowUpCodeHash = "aa",
        };
        var (complaint, _) = ComplaintDesk.File(Theirs, command, life.As(ALife.Customer, Channel.Web));
        Assert.True(ComplaintDesk.Do(complaint!, new FollowElsewhere("aa", new(tablet.Id, "zh-CN")), life.As(Actor.System)).Ok);
        Assert.Single(complaint!.Parties);
        Assert.True(ComplaintDesk.Do(complaint, new Withdraw(null), life.As(tablet, Channel.Web)).Ok);
        Assert.Equal(ComplaintState.Withdrawn, complaint.State);
    }

    [Fact]
    public void Reopening_by_one_customer_leaves_the_others_answered()
    {
        var life = Answered(Merged());
        Must(life, Other, new ConfirmSatisfied());
        Must(life, ALife.Customer, new ConfirmSatisfied());
        Must(life, ALife.Customer, new Reopen("又断了"));
        Assert.True(life.Complaint.PartyOf(ALife.Customer.Id)!.IsOpen);
        Assert.Equal(ShareState.Satisfied, life.Complaint.PartyOf(Other.Id)!.Share);
    }

    [Fact]
    public void Each_party_is_asked_for_a_score_of_its_own()
    {
        var life = Answered(Merged());
        Must(life, Other, new ConfirmSatisfied());
        Must(life, ALife.Customer, new ConfirmSatisfied());
        life.Until("2026-11-23T15:00:00");
        Must(life, ALife.Customer, new AnswerSurvey(5) { Solved = "yes" });
        Assert.Equal("surveyAnswered", Do(life, ALife.Customer, new AnswerSurvey(1)).Refusal!.Code);
        // The other is still to be heard, and their low score is theirs.
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Survey));
        Assert.True(life.Complaint.IsSurveyOpenFor(Other.Id));
        Must(life, Other, new AnswerSurvey(2) { Solved = "no" });
        Assert.Equal((5, 2), (life.Complaint.SurveyOf(ALife.Customer.Id)!.Score, life.Complaint.SurveyOf(Other.Id)!.Score));
        Assert.Null(life.Complaint.OpenSurvey);
        Assert.Null(life.Complaint.Pending(DeadlineKind.Survey));
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Recovery));
    }

    private static ALife Merged()
    {
        var life = ALife.Filed();
        var command = new FileComplaint(
            RecordKind.Complaint,
            new(Other.Id, "zh-CN"),
            new("broadband", "我家也断了"),
            Organisations.Severity.Medium,
            "category"
        );
        var (other, _) = ComplaintDesk.File(Theirs, command, life.As(Other, Channel.Web));
        Assert.True(ComplaintDesk.Do(other!, new Merge(life.Complaint), Wu(life)).Ok);
        return life;
    }

    private static ALife Answered(ALife life, int round = 1)
    {
        if (round == 1)
        {
            life.Must("li", new Accept());
            life.Must("li", new Complaints.Investigation.RecordCause([CauseClass.Equipment], "光猫老化"));
        }
        life.Must("li", new ProposePlan("更换光猫"));
        life.Must("li", new CompleteMeasure("all", "已更换"));
        life.Must("li", new ReportResult("换好了"));
        return life;
    }

    private static CommandContext Wu(ALife life) => life.As(Actor.Staff(ExampleOrganisation.Staff("wu")));

    private static Outcome Do(ALife life, Actor customer, Command command) =>
        ComplaintDesk.Do(life.Complaint, command, life.As(customer, Channel.Web));

    private static void Must(ALife life, Actor customer, Command command)
    {
        var outcome = Do(life, customer, command);
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
    }
}
