using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>Staff look at the photos and files of a complaint: that is on record, once an hour for a person and the same files.</summary>
public sealed record LookAtEvidence : Command
{
    private static readonly TimeSpan OneLook = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override string Verb => Verbs.Evidence;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var files = complaint.Evidence.Select(e => e.Id).ToList();
        if (
            complaint.History.Any(e =>
                e.Event is EvidenceSeen seen && e.By.Id == context.By.Id && e.At > context.Now - OneLook && !files.Except(seen.Files).Any()
            )
        )
            return new Outcome(Repeated: true);
        complaint.Record(new EvidenceSeen(files), context);
        return Outcome.Done;
    }
}
