using Complaints.Events;
using Complaints.Handling;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Quality;

/// <summary>Many similar complaints within a short time are one emergency (docs/procedure.md §3, §8).</summary>
public static class Burst
{
    /// <summary>The reason code of such an emergency.</summary>
    public const string Reason = "manySimilar";

    /// <summary>The complaints, the oldest first, that together with <paramref name="later"/> are a burst: those of the same
    /// category within the policy's time before it,
    /// of at least so many different customers. Empty when they are fewer.</summary>
    public static IReadOnlyList<Problem> Find(Problem later, IEnumerable<Problem> recent, QualityPolicy policy)
    {
        var since = later.ReceivedAt - policy.BurstWindow.ToTimeSpan();
        var similar = recent
            .Where(r =>
                r.Category == later.Category && r.ReceivedAt >= since && r.ReceivedAt <= later.ReceivedAt && r.Ticket != later.Ticket
            )
            .Append(later)
            .OrderBy(r => r.ReceivedAt)
            .ThenBy(r => r.Ticket, StringComparer.Ordinal)
            .ToList();
        return similar.Select(r => r.Customer).Distinct().Count() >= policy.BurstCount ? similar : [];
    }
}

/// <summary>The bot makes an open complaint the head of a burst: an emergency with all <paramref name="Tickets"/> attached. Done
/// again with more of them it attaches those too.</summary>
public sealed record RaiseBurst(IReadOnlyList<string> Tickets) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Burst;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var fresh = Tickets
            .Where(t => t != complaint.Ticket && !complaint.Links.Any(l => l.Ticket == t && l.Kind == LinkKind.Burst))
            .ToList();
        if (fresh.Count == 0)
            return new Outcome(Repeated: true);
        foreach (var ticket in fresh)
            complaint.Record(new Linked(ticket, LinkKind.Burst), context);
        if (!complaint.Emergency)
        {
            complaint.Record(new Graded(Severity.Critical, Burst.Reason), context);
            complaint.Record(new EmergencyDeclared(Burst.Reason, DeclareEmergency.Roster(complaint, context.Organisation)), context);
        }
        return Outcome.Done;
    }
}
