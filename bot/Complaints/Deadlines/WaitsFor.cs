using Complaints.Events;

namespace Complaints.Deadlines;

/// <summary>What an open complaint waits for at the moment, and how long nothing was done: the answer to "why is it not done?".</summary>
/// <param name="What">The step that is missing.</param>
/// <param name="Since">Since when it is missing.</param>
/// <param name="Count">How many measures or parts are missing; the round of a missing plan.</param>
/// <param name="LastWork">When staff last did anything to it; null when nobody did.</param>
public sealed record WaitsFor(MissingStep What, DateTimeOffset Since, int Count, DateTimeOffset? LastWork)
{
    /// <summary>Reads it from the complaint; null when it is not open.</summary>
    public static WaitsFor? Of(Complaint complaint, DateTimeOffset now)
    {
        if (!complaint.IsOpen)
            return null;
        var lastWork = complaint.History.LastOrDefault(e => e.By.Kind == ActorKind.Staff)?.At;
        WaitsFor Missing(MissingStep what, DateTimeOffset? since, int count = 0) =>
            new(what, since ?? complaint.ReceivedAt, count, lastWork);
        DateTimeOffset? Last<T>() => complaint.History.LastOrDefault(e => e.Event is T)?.At;
        return complaint switch
        {
            { Hold: { Until: { } until } } when until < now => Missing(MissingStep.EndOfHold, until),
            { Hold: not null } => Missing(MissingStep.Hold, complaint.HeldSince),
            { State: ComplaintState.Received } => Missing(MissingStep.Owner, complaint.ReceivedAt),
            { State: ComplaintState.Assigned } => Missing(MissingStep.Acceptance, complaint.AssignedAt),
            _ when complaint.OpenParts.Count() is > 0 and var parts => Missing(MissingStep.Parts, Last<PartAsked>(), parts),
            { State: ComplaintState.Investigating } => Missing(MissingStep.Cause, Last<Accepted>()),
            { State: ComplaintState.Planning, PlanWaitsForApproval: true } => Missing(MissingStep.Approval, Last<PlanProposed>()),
            { State: ComplaintState.Planning } => Missing(
                MissingStep.Plan,
                complaint.Round > 1 ? Last<Unsatisfied>() : Last<CauseRecorded>(),
                complaint.Round
            ),
            { State: ComplaintState.InProgress } when complaint.OpenMeasures.Count() is > 0 and var measures => Missing(
                MissingStep.Measures,
                Last<PlanProposed>(),
                measures
            ),
            { State: ComplaintState.AwaitingConfirmation } => Missing(MissingStep.Confirmation, Last<ResultReported>()),
            _ => Missing(MissingStep.Result, Last<MeasureDone>()),
        };
    }
}

/// <summary>A step of the procedure that has not been taken yet.</summary>
public enum MissingStep
{
    /// <summary>Nobody owns it.</summary>
    Owner,

    /// <summary>The owner has not accepted it.</summary>
    Acceptance,

    /// <summary>The root cause is not recorded.</summary>
    Cause,

    /// <summary>No plan was proposed in this round.</summary>
    Plan,

    /// <summary>The plan is not approved.</summary>
    Approval,

    /// <summary>Departments owe their parts.</summary>
    Parts,

    /// <summary>Measures are not done.</summary>
    Measures,

    /// <summary>The customer was not told a result.</summary>
    Result,

    /// <summary>The customer has not confirmed.</summary>
    Confirmation,

    /// <summary>It is on hold.</summary>
    Hold,

    /// <summary>Its hold has run out and nobody went on.</summary>
    EndOfHold,
}
