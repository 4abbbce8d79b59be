using Complaints.Assignment;
using Complaints.Deadlines;
using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Tests.Life;

namespace Complaints.Tests.Assignment;

/// <summary>Whoever is not in the organisation file any more owns nothing.</summary>
public class LeaverTests
{
    [Fact]
    public void The_complaint_of_a_leaver_gets_another_owner_and_its_measures_too()
    {
        var life = ALife.Filed().Accepted();
        life.Must("li", new RecordCause([CauseClass.Equipment], "光猫老化"));
        life.Must("li", new ProposePlan("更换光猫"));
        Assert.True(Gone(life, "li").Ok);
        Assert.NotEqual("li", life.Complaint.Owner);
        Assert.NotNull(life.Complaint.Owner);
        Assert.Equal(ComplaintState.InProgress, life.Complaint.State);
        Assert.Equal(life.Complaint.Owner, life.Complaint.OpenMeasures.Single().Owner);
        Assert.Equal(life.Complaint.Owner, life.Complaint.Pending(DeadlineKind.Measure)!.Responsible);
        Assert.True(Gone(life, "li").Repeated);
    }

    [Fact]
    public void Nobody_else_is_there_so_the_head_has_it()
    {
        var life = ALife.Filed().Accepted();
        Assert.True(Gone(life, "li", "zhao").Ok);
        Assert.Equal("zhang", life.Complaint.Owner);
    }

    [Fact]
    public void What_a_leaver_answers_for_in_a_queue_a_part_and_a_notice_goes_to_who_answers_now()
    {
        var life = ALife.Filed().Accepted();
        life.Must("zhang", new AskPanel("service", "核对账单"));
        life.Must("wu", new Rectify("service", "补培训", life.Now.AddDays(3)));
        Assert.True(Gone(life, "alex").Ok);
        Assert.DoesNotContain(life.Complaint.Deadlines, d => d.Pending && d.Responsible == "alex");
        Assert.DoesNotContain(life.Complaint.Parts, p => p.Responsible == "alex");
        Assert.DoesNotContain(life.Complaint.Rectifications, r => r.Responsible == "alex");
    }

    [Fact]
    public void A_manager_sees_and_does_nothing_to_tickets_of_other_departments()
    {
        var life = ALife.Filed();
        var alex = Actor.Staff(ExampleOrganisation.Staff("alex"));
        Assert.False(Relations.MaySee(alex, life.Complaint, life.Organisation));
        Assert.Equal("notAllowed", life.Does("alex", new Grade(Severity.High, "看着严重")).Refusal!.Code);
    }

    [Fact]
    public void Nobody_signs_the_report_on_their_own_case_and_its_clock_runs_for_who_may()
    {
        var life = ALife.Filed(severity: Severity.High).Closed();
        Assert.Equal("wu", life.Complaint.Pending(DeadlineKind.CaseReport)!.Responsible);
        Assert.Equal("ownReport", life.Does(life.Complaint.Owner!, new SignCaseReport("经过", null)).Refusal!.Code);
        life.Must("wu", new SignCaseReport("经过", "每年巡检"));
        Assert.Equal("wu", life.Complaint.Pending(DeadlineKind.Effectiveness)!.Responsible);
    }

    private static Outcome Gone(ALife life, params string[] leavers)
    {
        life.Organisation = ExampleOrganisation.Instance with
        {
            Staff = [.. ExampleOrganisation.Instance.Staff.Where(s => !leavers.Contains(s.Id))],
            Departments =
            [
                .. ExampleOrganisation.Instance.Departments.Select(d => leavers.Contains(d.Manager) ? d with { Manager = "wu" } : d),
            ],
        };
        return ComplaintDesk.Do(life.Complaint, new HandOverLeavers(), life.As(Actor.System));
    }
}
