using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Procedure;
using Complaints.Quality;

namespace Complaints.Assignment;

/// <summary>Whoever is not in the organisation file any more owns nothing: the complaint gets another owner at once, else its head, and
/// what the leaver still owed of it (a measure, a part, an answer to a notice, an inspection, a call) goes to whoever answers for it
/// now (docs/procedure.md §4, leavers).</summary>
public sealed record HandOverLeavers : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.HandOverLeavers;

    /// <summary>True when somebody who is not in the file any more answers for anything open of it.</summary>
    public static bool Concerns(Complaint complaint, Organisations.Organisation organisation)
    {
        return (complaint.IsOpen && Left(complaint.AnswerablePerson, organisation))
            || complaint.Deadlines.Any(d => d.Pending && Left(d.Responsible, organisation));
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var organisation = context.Organisation;
        if (!Concerns(complaint, organisation))
            return new Outcome(Repeated: true);
        if (complaint.IsOpen && Left(complaint.Owner, organisation))
            OwnerFinder.AssignInstead(complaint, context);
        else if (complaint.IsOpen && Left(complaint.Answerable, organisation))
            OwnerFinder.Assign(complaint, context);
        foreach (var deadline in complaint.Deadlines.Where(d => d.Pending && Left(d.Responsible, organisation)).ToList())
            complaint.Record(new TaskHandedOver(deadline.Id, deadline.Responsible!, Successor(deadline, complaint, context)), context);
        return Outcome.Done;
    }

    private static string Successor(Deadline deadline, Complaint complaint, CommandContext context)
    {
        var head = Rungs.HeadOf(complaint, context);
        return deadline.Kind switch
        {
            DeadlineKind.Accept or DeadlineKind.Measure => complaint.AnswerablePerson ?? head,
            DeadlineKind.Part => Rungs.HeadOf(complaint.Parts.Last(p => deadline.IsAbout(p.Id)).Department, complaint, context),
            DeadlineKind.Rectification when complaint.Rectifications.Last(r => deadline.IsAbout(r.Number)) is var notice => notice.State
            == RectificationState.Replied
                ? Verifiers.Choose(complaint, context, not: [notice.RepliedBy, notice.Responsible]) ?? head
                : Rungs.HeadOf(notice.Department, complaint, context),
            DeadlineKind.Inspection or DeadlineKind.CaseReport or DeadlineKind.Effectiveness => Verifiers.Choose(
                complaint,
                context,
                not: []
            ) ?? head,
            _ => head,
        };
    }

    private static bool Left(string? staffId, Organisations.Organisation organisation) =>
        staffId is not null && organisation.FindStaff(staffId) is null;
}
