using System.Text.Json.Serialization;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>Quality does not accept it, with a reason; the customer is told how to appeal (T4).</summary>
public sealed record NotAccept(string Reason) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.NotAccept;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        complaint.Record(new Events.NotAccepted(Reason), context);
        return Outcome.Done;
    }
}

/// <summary>Joins this complaint to <paramref name="Into"/>, which goes on (T5). Both change: the host stores them in one
/// transaction.</summary>
public sealed record Merge([property: JsonIgnore] Complaint Into) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Merge;

    /// <summary>The number merged into: part of the command's fingerprint.</summary>
    public string Survivor => Into.Ticket;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        // What somebody may not see is answered like what is not there.
        if (Into.Ticket == complaint.Ticket || !Into.IsOpen || !Relations.MaySee(context.By, Into, context.Organisation))
            return Refusal.Of("cannotMerge", "into", Into.Ticket);
        // Whom only this one accuses may be reading the other: they would learn who complained about them.
        if (complaint.Accused.Except(Into.Accused).Any())
            return Refusal.Of("mergeAccuses", "into", Into.Ticket);
        complaint.Record(new MergedInto(Into.Ticket) { SameCustomer = Into.PartyOf(complaint.Complainant.Id) is not null }, context);
        foreach (var party in complaint.Parties)
        {
            // Each keeps their own number, also one that was merged into this one before.
            foreach (var person in party.People.Where(p => Into.PartyOf(p.Id) is null))
                Into.Record(new Joined(party.Ticket, person), context);
            if (party.Share == ShareState.Withdrawn && Into.Parties.Any(p => p.Ticket == party.Ticket))
                Into.Record(new PartyWithdrew(party.Ticket, null), context);
        }
        return Outcome.Done;
    }
}

/// <summary>Notes that another complaint belongs together with this one.</summary>
public sealed record Link(string Ticket, LinkKind Kind) : Command
{
    /// <summary>The cause of the earlier one, for a recurrence.</summary>
    public string? Cause { get; init; }

    /// <summary>The measure of the earlier one, for a recurrence.</summary>
    public string? Measure { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Link;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (complaint.Links.Any(l => l.Ticket == Ticket && l.Kind == Kind) || Ticket == complaint.Ticket)
            return new Outcome(Repeated: true);
        complaint.Record(new Linked(Ticket, Kind) { Cause = Cause, Measure = Measure }, context);
        return Outcome.Done;
    }
}
