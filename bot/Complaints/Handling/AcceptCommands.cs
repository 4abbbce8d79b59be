using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>The owner takes it on (T6). From the department's queue, whoever accepts becomes the owner.</summary>
public sealed record Accept : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Accept;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (complaint.State == ComplaintState.Received)
        {
            var member = context.Staff!;
            complaint.Record(new Assigned(complaint.Department ?? member.Department, member.Id, member.Name, ["tookFromQueue"]), context);
        }
        complaint.Record(new Accepted(), context);
        return Outcome.Done;
    }
}

/// <summary>The owner gives it back with a reason (T7); the next person is found at once.</summary>
public sealed record Decline(string Reason) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Decline;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        complaint.Record(new Declined(complaint.Owner!, Reason), context);
        OwnerFinder.Assign(complaint, context.AsSystem());
        return Outcome.Done;
    }
}
