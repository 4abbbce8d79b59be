namespace Complaints.Procedure;

/// <summary>How much everybody has to do at the moment an owner is chosen.</summary>
/// <param name="Open">Open complaints by aadObjectId; absent means none.</param>
/// <param name="LastAssigned">When somebody last got one, by aadObjectId: ties go to whoever waited longest.</param>
public sealed record Workload(IReadOnlyDictionary<string, int> Open, IReadOnlyDictionary<string, DateTimeOffset> LastAssigned)
{
    /// <summary>Nobody has anything.</summary>
    public static readonly Workload None = new(new Dictionary<string, int>(), new Dictionary<string, DateTimeOffset>());
}
