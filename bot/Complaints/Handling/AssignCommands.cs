using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>A person gives it to <paramref name="To"/> (aadObjectId), or changes the owner (T3, T8). <paramref name="Reason"/> may
/// be empty.</summary>
public sealed record Assign(string To, string? Reason = null) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Assign;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var member = context.Organisation.FindStaff(To);
        if (member is null)
            return string.IsNullOrWhiteSpace(To) ? Refusal.Missing("to") : Refusal.Of("unknownPerson", "name", To);
        if (Relations.IsConflicted(member.Id, complaint, context.Organisation))
            return Refusal.Of("conflictOfInterest", "name", member.Name);
        if (member.IsAbsentOn(context.Today))
            return Refusal.Of("absent", "name", member.Name);
        if (OwnerFinder.TookAnotherPart(member.Id, complaint))
            return Refusal.Of("verifiedOrVisited", "name", member.Name);
        if (complaint.Owner == member.Id)
            return Refusal.Of("alreadyOwner", "name", member.Name);
        IReadOnlyList<string> reasons = string.IsNullOrWhiteSpace(Reason) ? ["chosen"] : ["chosen", Reason];
        complaint.Record(new Assigned(member.Department, member.Id, member.Name, reasons), context);
        return Outcome.Done;
    }
}

/// <summary>The bot finds an owner by skill, language, level, load and absence (docs/procedure.md §4); nobody fits = the department's
/// queue.</summary>
public sealed record AssignAutomatically : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.AssignAutomatically;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        OwnerFinder.Assign(complaint, context);
        return Outcome.Done;
    }
}
