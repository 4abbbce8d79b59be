using Complaints.Events;
using Complaints.Intake;
using Complaints.Procedure;

namespace Complaints.Rounds;

/// <summary>The customer is satisfied (T13); staff may record a phone answer, the owner may not. With several customers it is one
/// share that is answered.</summary>
public sealed record ConfirmSatisfied(string? Comment = null) : Command
{
    /// <summary>Whose words staff record: the number under which that customer filed it.</summary>
    public string? Party { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Satisfied;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var (share, refusal) = Shares.Of(complaint, context, Party);
        if (share is null)
            return refusal!;
        if (share.Share == ShareState.Satisfied)
            return new Outcome(Repeated: true);
        Shares.Satisfy(complaint, share, Comment, context);
        return Outcome.Done;
    }
}

/// <summary>The customer is not satisfied (T14): their words open the next round on the same clock.</summary>
public sealed record RejectResult(string Reason) : Command
{
    /// <summary>Whose words staff record: the number under which that customer filed it.</summary>
    public string? Party { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Unsatisfied;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        var (share, refusal) = Shares.Of(complaint, context, Party);
        if (share is null)
            return refusal!;
        var recorded = context.By.Kind == ActorKind.Customer ? null : share.Ticket;
        complaint.Record(new Unsatisfied(complaint.Round + 1, Reason) { Party = recorded }, context);
        return Outcome.Done;
    }
}

/// <summary>A manager closes it without agreement, with what was offered and where the customer can turn outside (T16).</summary>
public sealed record CloseUnresolved(string Reason, string Offer) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.CloseUnresolved;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (string.IsNullOrWhiteSpace(Offer))
            return Refusal.Missing("offer");
        complaint.Record(new ClosedUnresolved(Reason, Offer), context);
        return Outcome.Done;
    }
}

/// <summary>Opens an ended complaint again within the policy's window (T18); an appeal against not accepting goes to triage. While it
/// goes on for others, a customer opens just their own share again.</summary>
public sealed record Reopen(string Reason) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Reopen;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (complaint.IsOpen)
        {
            complaint.Record(new PartyReturned(complaint.PartyOf(context.By.Id)!.Ticket, Reason), context);
            return Outcome.Done;
        }
        var appeal = complaint.State == ComplaintState.NotAccepted;
        complaint.Record(new Reopened(complaint.ReopenCount + 1, Reason), context);
        Handling.OwnerFinder.AssignAgain(complaint, appeal, context.AsSystem());
        return Outcome.Done;
    }
}
