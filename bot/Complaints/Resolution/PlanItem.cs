namespace Complaints.Resolution;

/// <summary>One measure of a plan with its owner (aadObjectId) and deadline (procedure.md §1, inProgress).</summary>
public sealed record PlanItem(string Id, int Round, string Measure, string Owner, DateTimeOffset Due, PlanItemState State)
{
    /// <summary>What was done, or why it was cancelled.</summary>
    public string? DoneText { get; init; }
}

/// <summary>Where a measure stands.</summary>
public enum PlanItemState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not needed any more.</summary>
    Cancelled,
}
