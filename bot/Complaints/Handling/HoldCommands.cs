using Complaints.Calls;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>The work waits, with a reason and, where it can be said, an end. Waiting for the customer asks them
/// <paramref name="Question"/>.</summary>
public sealed record PutOnHold(HoldReason Reason, string? Question, DateTimeOffset? Until) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Hold;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Reason == HoldReason.WaitingCustomer && string.IsNullOrWhiteSpace(Question))
            return Refusal.Missing("question");
        if (Until is { } until && until <= context.Now)
            return new Refusal("timeInPast");
        if (Reason != HoldReason.WaitingCustomer && Until is null)
            return Refusal.Missing("until");
        complaint.Record(new Held(Reason, Question, Until), context);
        if (Reason == HoldReason.WaitingCustomer)
            Telling.Tell(complaint, Question!, CallAbout.Question, context);
        return Outcome.Done;
    }
}

/// <summary>The work goes on.</summary>
public sealed record Resume(string? Why = null) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Resume;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        complaint.Record(new Resumed(Why ?? "resumed"), context);
        return Outcome.Done;
    }
}
