using Complaints.Handling;
using Complaints.Investigation;
using Complaints.Rounds;

namespace Complaints.Tests.Life;

/// <summary>Stretches of a life that many stories share.</summary>
internal static class Lives
{
    /// <summary>Accepted by its owner.</summary>
    public static ALife Accepted(this ALife life)
    {
        life.Must(life.Complaint.Owner!, new Accept());
        return life;
    }

    /// <summary>With cause, plan and result; the customer is asked.</summary>
    public static ALife Resolved(this ALife life)
    {
        life.Accepted();
        life.Must(life.Complaint.Owner!, new RecordCause([CauseClass.Equipment], "光猫老化\n没有定期检查"));
        life.Must(life.Complaint.Owner!, new ProposePlan("更换光猫"));
        if (life.Complaint.PlanWaitsForApproval)
            life.Must("wu", new ApprovePlan());
        life.Must(life.Complaint.Owner!, new CompleteMeasure("all", "已更换"));
        life.Must(life.Complaint.Owner!, new ReportResult("已更换光猫，测速正常"));
        return life;
    }

    /// <summary>Closed, the customer being satisfied.</summary>
    public static ALife Closed(this ALife life)
    {
        life.Resolved();
        Assert.True(life.CustomerDoes(new ConfirmSatisfied()).Ok);
        return life;
    }
}
