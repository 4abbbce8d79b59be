using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;

namespace Complaints.Procedure;

/// <summary>The one door to a complaint: asks the table (who, in which state, under which guards), recognises repeats and stale cards,
/// lets the command look at its inputs, and then sets the deadlines that follow. A refusal changes nothing.</summary>
public static class ComplaintDesk
{
    /// <summary>Files a new complaint under a fresh ticket number and finds its owner. The outcome is never a refusal of the
    /// assignment: a queue takes what nobody can.</summary>
    public static (Complaint? Complaint, Outcome Outcome) File(string ticket, FileComplaint command, CommandContext context)
    {
        if (command.Check(context) is { } refusal)
            return (null, refusal);
        var complaint = Complaint.New(ticket);
        context = context with { Fingerprint = command.Fingerprint() };
        command.Record(complaint, context);
        DeadlineRules.Follow(complaint, 0, context);
        Do(complaint, new Handling.AssignAutomatically(), context.AsSystem());
        return (complaint, Outcome.Done);
    }

    /// <summary>Does a command. <paramref name="seenVersion"/> is the version of the card that the person acted on; null = the
    /// present one.</summary>
    public static Outcome Do(Complaint complaint, Command command, CommandContext context, int? seenVersion = null)
    {
        context = context with { Fingerprint = command.Fingerprint() };
        var refusal = ProcedureTable.Refusal(command.Verb, context.Before(complaint));
        // Who has no right at all learns nothing of what happened meanwhile.
        if (refusal?.Code == Refusal.NotAllowedCode)
            return refusal;
        if (seenVersion is { } seen && seen < complaint.Version && SinceSeen(complaint, seen, context) is { } outdated)
            return outdated;
        if (refusal is not null)
            return refusal;

        var before = complaint.Version;
        var outcome = command.Decide(complaint, context);
        if (!outcome.Ok && complaint.Version != before)
            throw new InvalidOperationException($"{command.Verb} recorded events and then refused.");
        DeadlineRules.Follow(complaint, before, context);
        var drawn = complaint.Version;
        Quality.SpotChecks.Follow(complaint, before, context);
        DeadlineRules.Follow(complaint, drawn, context);
        return outcome;
    }

    // Pressed twice: the same person gave the same command after the version they saw. Overtaken: somebody else moved it on since.
    private static Outcome? SinceSeen(Complaint complaint, int seen, CommandContext context)
    {
        var since = complaint.History.Skip(seen).ToList();
        if (since.Any(e => e.By.Id == context.By.Id && e.Command == context.Fingerprint))
            return new Outcome(Repeated: true);
        var overtaking = since.FirstOrDefault(e =>
            e.By.Kind != ActorKind.System
            && e.By.Id != context.By.Id
            && e.Event
                is Assigned
                    or Accepted
                    or Declined
                    or CauseRecorded
                    or PlanApproved
                    or ResultReported
                    or Satisfied
                    or Unsatisfied
                    or Reopened
                    or Withdrawn
                    or NotAccepted
                    or MergedInto
                    or ClosedUnconfirmed
                    or ClosedUnresolved
        );
        if (overtaking is null)
            return null;
        return new Refusal("overtaken")
        {
            Arguments = new Dictionary<string, object?>
            {
                ["who"] = overtaking.By.Name,
                ["at"] = overtaking.At,
                ["owner"] = complaint.OwnerName,
                ["state"] = complaint.State,
            },
        };
    }
}
