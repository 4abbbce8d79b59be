using Complaints.Calls;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Rounds;

/// <summary>Adds a measure with owner and deadline to the plan of the present round (T10). Default owner: the complaint's; default
/// due: the result's deadline.</summary>
public sealed record ProposePlan(string Measure, string? Owner = null, DateTimeOffset? Due = null) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Plan;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Measure))
            return Refusal.Missing("measure");
        var owner = Owner ?? complaint.Owner!;
        if (context.Organisation.FindStaff(owner) is not { } member)
            return Refusal.Of("unknownPerson", "name", owner);
        if (Relations.IsConflicted(member.Id, complaint, context.Organisation))
            return Refusal.Of("conflictOfInterest", "name", member.Name);

        var resolve = complaint.Pending(DeadlineKind.Resolve);
        // A late complaint still needs a plan: then a measure is due by what its owner says, or a day from now.
        var latest = resolve is { PausedSince: null } && resolve.Due > context.Now ? resolve.Due : (DateTimeOffset?)null;
        var due = Due ?? latest ?? context.Now.AddDays(1);
        if (due <= context.Now)
            return new Refusal("timeInPast");
        if (latest is { } limit && due > limit)
            return Refusal.Of("dueAfterResult", "due", limit);

        var approval = complaint.State == ComplaintState.Planning && (complaint.Severity >= Severity.High || complaint.Complex);
        var number = complaint.Plan.Count(i => i.Round == complaint.Round) + 1;
        complaint.Record(new PlanProposed(complaint.Round, $"{complaint.Round}.{number}", Measure, member.Id, due, approval), context);
        return Outcome.Done;
    }
}

/// <summary>The plan may be carried out; never approved by the owner who made it.</summary>
public sealed record ApprovePlan : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Approve;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        complaint.Record(new PlanApproved(complaint.Round), context);
        return Outcome.Done;
    }
}

/// <summary>A measure (its id, or "all") is done, with a note (T11); with <see cref="Cancelled"/> it is not needed any more and the
/// note says why.</summary>
public sealed record CompleteMeasure(string Measure, string Text) : Command
{
    /// <summary>True when the measure is dropped instead of done.</summary>
    public bool Cancelled { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Item;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        // The complaint's owner answers for every measure, others for their own.
        var me = context.By.Id;
        var measures = complaint
            .OpenMeasures.Where(m => (Measure == "all" || m.Id == Measure) && (complaint.Owner == me || m.Owner == me))
            .ToList();
        if (measures.Count == 0)
            return Refusal.Of("unknownMeasure", "item", Measure);
        foreach (var measure in measures)
            complaint.Record(Cancelled ? new MeasureCancelled(measure.Id, Text) : new MeasureDone(measure.Id, Text), context);
        return Outcome.Done;
    }
}

/// <summary>The owner tells the customer the result and asks (T12). Every measure must be done or cancelled.</summary>
public sealed record ReportResult(string Answer) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Resolve;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Answer))
            return Refusal.Missing("answer");
        if (complaint.Hold is not null)
            complaint.Record(new Resumed("resultReported"), context.AsSystem());
        complaint.Record(new ResultReported(complaint.Round, Answer), context);
        Telling.Call(complaint, Answer, CallAbout.Result, context);
        complaint.Record(new ConfirmationAsked(1), context.AsSystem());
        return Outcome.Done;
    }
}
