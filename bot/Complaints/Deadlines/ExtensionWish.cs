using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Deadlines;

/// <summary>Who works on a complaint asked for more time for its result: until when, why, and which head answers
/// (aadObjectIds).</summary>
public sealed record ExtensionWish(string By, DateTimeOffset Until, string Reason, string Head);

/// <summary>Asks the head for more time: it is a manager's to give. A later wish takes the place of the one before.</summary>
public sealed record AskForTime(DateTimeOffset Until, string Reason) : Command
{
    /// <summary>Whoever may note something may ask, as far as they work on it.</summary>
    public override string Verb => Verbs.Note;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (!context.Before(complaint).Relation.HasAny(Relation.Owner | Relation.MeasureOwner))
            return Refusal.NotAllowed(Verbs.Extend);
        if (complaint.Pending(DeadlineKind.Resolve) is not { } promised)
            return new Refusal("noDeadline");
        if (Until <= context.Now || Until <= promised.Due)
            return Refusal.Of("notLater", "due", promised.Due);
        complaint.Record(new ExtensionAsked(Until, Reason, Rungs.HeadOf(complaint, context)), context);
        return Outcome.Done;
    }
}

/// <summary>The head, or quality, says no to a wish for more time. Yes is <see cref="Extend"/>.</summary>
public sealed record DeclineTime : Command
{
    /// <summary>Whoever may note something may say no, as far as they could have said yes.</summary>
    public override string Verb => Verbs.Note;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (ProcedureTable.Refusal(Verbs.Extend, context.Before(complaint)) is { } refusal)
            return refusal;
        if (complaint.Extension is null)
            return new Refusal("noExtensionAsked");
        complaint.Record(new ExtensionDeclined(), context);
        return Outcome.Done;
    }
}
