using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Procedure;
using Complaints.Rounds;

namespace Complaints.Tests.Life;

/// <summary>A complex case: several departments, each with its part and deadline, one accountable owner.</summary>
public sealed class PanelTests
{
    [Fact]
    public void Each_department_has_a_part_with_a_person_and_a_time_and_the_owner_stays()
    {
        var life = ALife.Filed().Accepted();
        life.Must("zhang", new AskPanel("service", "查这个客户三个月的账单"));
        life.Must("zhang", new AskPanel("quality", "看同型号的检验记录", ALife.At("2026-11-25T12:00:00")));

        var c = life.Complaint;
        Assert.True(c.Complex);
        Assert.Equal("li", c.Owner);
        Assert.Equal([("service", "alex"), ("quality", "wu")], c.Parts.Select(p => (p.Department, p.Responsible)));
        Assert.Equal(ALife.At("2026-11-26T09:12:00"), c.Deadlines.Single(d => d.Id == "part:p1").Due);
        Assert.Equal(ALife.At("2026-11-25T12:00:00"), c.Deadlines.Single(d => d.Id == "part:p2").Due);
        Assert.True(Relations.MaySee(Actor.Staff(ExampleOrganisation.Staff("alex")), c, life.Organisation));
    }

    [Fact]
    public void The_result_waits_for_every_part_and_the_person_of_a_late_one_is_reminded()
    {
        var life = ALife.Filed().Accepted();
        life.Must("zhang", new AskPanel("service", "查账单"));
        life.Must("li", new RecordCause([CauseClass.Method], "派单流程"));
        life.Must("li", new ProposePlan("改流程"));
        life.Must("zhang", new ApprovePlan());
        life.Must("li", new CompleteMeasure("all", "已改"));
        Assert.Equal("openParts", life.Does("li", new ReportResult("好了")).Refusal!.Code);

        life.Until("2026-11-26T09:20:00");
        Assert.Contains(
            life.Complaint.History,
            e => e.Event is Reminded { Id: "part:p1", Moment: ReminderMoment.AtDue } r && r.To.Contains("alex")
        );
        Assert.Equal("noPart", life.Does("alex", new AnswerPart("p9", "没有异常")).Refusal!.Code);
        life.Must("alex", new AnswerPart(null, "没有异常"));
        Assert.False(life.Complaint.Deadlines.Single(d => d.Id == "part:p1").InTime);
        life.Must("li", new ReportResult("好了"));
    }

    [Fact]
    public void The_owner_alone_cannot_make_a_case_complex_and_no_department_is_asked_twice_at_once()
    {
        var life = ALife.Filed().Accepted();
        Assert.Equal("notComplex", life.Does("li", new AskPanel("service", "查账单")).Refusal!.Code);
        life.Must("zhang", new Grade(null, "涉及两个部门") { Complex = true });
        life.Must("li", new AskPanel("service", "查账单"));
        Assert.Equal("partAsked", life.Does("li", new AskPanel("service", "再查")).Refusal!.Code);
        Assert.Equal("notAllowed", life.Does("zhao", new AnswerPart(null, "我来")).Refusal!.Code);
    }
}
