using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Surveys;
using Complaints.Tests.Life;

namespace Complaints.Tests.Quality;

/// <summary>What quality does after the close: spot checks, verdicts on measures, and who may not do both.</summary>
public sealed class AfterCloseTests
{
    private static Organisation Checking(double share) => ExampleOrganisation.Instance with { Quality = new() { SpotCheckShare = share } };

    [Fact]
    public void A_share_of_closed_complaints_is_drawn_and_somebody_of_quality_has_a_time_for_it()
    {
        var life = ALife.Filed();
        life.Organisation = Checking(1);
        life.Closed();
        Assert.Equal(new InspectionDrawn("sample", "wu"), life.Complaint.DrawnForInspection);
        Assert.Equal("wu", life.Complaint.Pending(DeadlineKind.Inspection)!.Responsible);
        life.Must("wu", new Inspect(new Dictionary<string, int> { ["process"] = 1 }, null));
        Assert.Null(life.Complaint.Pending(DeadlineKind.Inspection));
    }

    [Fact]
    public void Without_a_share_only_what_went_badly_is_drawn()
    {
        var well = ALife.Filed();
        well.Organisation = Checking(0);
        well.Closed();
        Assert.Null(well.Complaint.DrawnForInspection);
        well.Until("2026-11-23T12:00:00");
        Assert.True(well.CustomerDoes(new AnswerSurvey(1) { Solved = "no" }).Ok);
        Assert.Equal("lowScore", well.Complaint.DrawnForInspection!.Because);

        var late = ALife.Filed();
        late.Organisation = Checking(0);
        late.Now = ALife.At("2026-12-28T09:12:00");
        late.Closed();
        Assert.Equal("late", late.Complaint.DrawnForInspection!.Because);
    }

    [Fact]
    public void About_one_in_twenty_is_drawn()
    {
        var drawn = Enumerable
            .Range(1, 400)
            .Count(i =>
            {
                var life = ALife.Filed(ticket: $"C-20261123-{i:0000}");
                life.Organisation = Checking(.05);
                life.Closed();
                return life.Complaint.DrawnForInspection is not null;
            });
        Assert.InRange(drawn, 8, 36);
    }

    [Fact]
    public void Owner_verifier_and_visitor_are_different_people()
    {
        var life = ALife.Filed().Closed();
        life.Must("wu", new Inspect(new Dictionary<string, int> { ["process"] = 1 }, null));
        Assert.Equal("otherPart", life.Does("wu", new RecordVisit("answered", 5, null)).Refusal!.Code);
        Assert.True(life.CustomerDoes(new Reopen("又断了")).Ok);
        Assert.Equal("verifiedOrVisited", life.Does("zhang", new Assign("wu")).Refusal!.Code);

        var visited = ALife.Filed().Closed();
        visited.Must("wu", new RecordVisit("answered", 5, null));
        Assert.Equal("otherPart", visited.Does("wu", new Inspect(new Dictionary<string, int> { ["process"] = 1 }, null)).Refusal!.Code);
    }

    [Fact]
    public void A_former_owner_stays_one()
    {
        var life = ALife.Filed().Accepted();
        life.Must("zhang", new Assign("alex", "账单的事"));
        life.Must("alex", new Note("我来处理"));
        Assert.Contains("li", life.Complaint.HandledBy);
        Assert.Contains("alex", life.Complaint.HandledBy);
    }

    [Fact]
    public void A_measure_that_failed_is_void_and_a_new_one_is_demanded()
    {
        var life = ALife.Filed(severity: Severity.High).Closed();
        life.Must("wu", new SignCaseReport("原因与教训", "每季度检查分线盒"));
        var watch = life.Complaint.Pending(DeadlineKind.Effectiveness)!;
        Assert.Equal(ALife.At("2027-05-23T09:12:00"), watch.Due);

        Assert.True(ComplaintDesk.Do(life.Complaint, new JudgeEffectiveness(false, "C-20261201-0001", null), life.As(Actor.System)).Ok);
        Assert.False(life.Complaint.Effectiveness!.Effective);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.CaseReport));

        // A person may overrule what the bot found, with a reason.
        Assert.Equal("missing", life.Does("wu", new JudgeEffectiveness(true, null, null)).Refusal!.Code);
        life.Must("wu", new JudgeEffectiveness(true, null, "另一栋楼，不是同一个原因"));
        Assert.Null(life.Complaint.Pending(DeadlineKind.CaseReport));
    }

    [Fact]
    public void The_new_measure_is_watched_in_its_turn()
    {
        var life = ALife.Filed(severity: Severity.High).Closed();
        life.Must("wu", new SignCaseReport("原因与教训", "每季度检查分线盒"));
        Assert.True(ComplaintDesk.Do(life.Complaint, new JudgeEffectiveness(false, "C-20261201-0001", null), life.As(Actor.System)).Ok);
        life.Must("wu", new SignCaseReport("改了型号", "全部换新型分线盒"));
        Assert.Null(life.Complaint.Effectiveness);
        Assert.NotNull(life.Complaint.Pending(DeadlineKind.Effectiveness));
    }

    [Fact]
    public void A_burst_is_one_emergency_with_all_attached()
    {
        var life = ALife.Filed();
        var raise = new RaiseBurst(["C-20261123-0001", "C-20261123-0002", "C-20261123-0003"]);
        Assert.True(ComplaintDesk.Do(life.Complaint, raise, life.As(Actor.System)).Ok);
        var c = life.Complaint;
        Assert.Equal((true, Severity.Critical, "manySimilar"), (c.Emergency, c.Severity, c.SeverityReason));
        Assert.Equal(2, c.Links.Count(l => l.Kind == LinkKind.Burst));
        Assert.True(ComplaintDesk.Do(c, raise, life.As(Actor.System)).Repeated);
        Assert.True(ComplaintDesk.Do(c, new RaiseBurst(["C-20261123-0004"]), life.As(Actor.System)).Ok);
        Assert.Single(c.History, e => e.Event is EmergencyDeclared);
        Assert.Equal("notAllowed", life.Does("wu", raise).Refusal!.Code);
    }

    [Fact]
    public void An_answer_to_a_rectification_notice_does_not_lie_at_quality()
    {
        var life = ALife.Filed().Closed();
        life.Must("wu", new Rectify("network", "按流程告知进展", life.Now.AddDays(3)));
        var number = life.Complaint.Rectifications.Single().Number;
        life.Must("zhang", new Rectified(number, "已培训", null));
        var judging = life.Complaint.Deadlines.Single(d => d is { Kind: DeadlineKind.Rectification, Pending: true });
        Assert.Equal("wu", judging.Responsible);
        life.Must("wu", new Rectified(number, null, true));
        Assert.DoesNotContain(life.Complaint.Deadlines, d => d is { Kind: DeadlineKind.Rectification, Pending: true });
    }
}
