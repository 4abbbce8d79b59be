namespace Complaints.Rounds;

/// <summary>One measure of the plan of a round: what is done, by whom (aadObjectId), and by when.</summary>
/// <param name="Id">Unique within the complaint: the round and a number, such as "2.1".</param>
public sealed record Measure(string Id, int Round, string Text, string Owner, DateTimeOffset Due, MeasureState State)
{
    /// <summary>What was done, or why it was cancelled.</summary>
    public string? DoneText { get; init; }
}

/// <summary>Where a measure stands.</summary>
public enum MeasureState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not needed any more.</summary>
    Cancelled,
}
