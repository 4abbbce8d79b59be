namespace Complaints.Investigation;

/// <summary>The part that one department of a panel has in a complex case; <paramref name="Responsible"/> (aadObjectId) answers for
/// it by <paramref name="Due"/>.</summary>
public sealed record PanelPart(string Id, string Department, string Responsible, string Text, DateTimeOffset Due)
{
    /// <summary>What the department found or did; null until then.</summary>
    public string? Answer { get; init; }
}
