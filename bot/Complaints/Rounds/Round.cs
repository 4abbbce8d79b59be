namespace Complaints.Rounds;

/// <summary>One turn of plan, work and answer. <paramref name="Number"/> counts from 1.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Words">What the customer said that began it; null for the first.</param>
public sealed record Round(int Number, DateTimeOffset StartedAt, string? Words)
{
    /// <summary>Measures of its plan, as they stand.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>True while its plan waits for a manager's approval.</summary>
    public bool WaitsForApproval { get; init; }

    /// <summary>The result that the customer was told; null until then.</summary>
    public string? Answer { get; init; }

    /// <summary>When the customer was told.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The measures that are neither done nor cancelled.</summary>
    public IEnumerable<Measure> OpenMeasures => Measures.Where(m => m.State == MeasureState.Open);
}
