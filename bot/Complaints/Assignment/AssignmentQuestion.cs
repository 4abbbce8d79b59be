using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>A complaint that needs an owner, as far as the choice depends on it.</summary>
public sealed record AssignmentQuestion
{
    /// <summary>Category id; also the skill that is asked for.</summary>
    public required string Category { get; init; }

    /// <summary>Department id, when not the category's own.</summary>
    public string? Department { get; init; }

    /// <summary>High and critical complaints go to senior handlers where there are any.</summary>
    public required Severity Severity { get; init; }

    /// <summary>standard, vip or key; the last two go to senior handlers where there are any.</summary>
    public string CustomerLevel { get; init; } = "standard";

    /// <summary>The customer's language.</summary>
    public required string Language { get; init; }

    /// <summary>Staff ids that the complaint is about: neither they nor their line may own it.</summary>
    public IReadOnlySet<string> About { get; init; } = new HashSet<string>();

    /// <summary>Staff ids that may not own it for another reason: declined, did not accept in time, return-visitor, verifier.</summary>
    public IReadOnlySet<string> Excluded { get; init; } = new HashSet<string>();

    /// <summary>True when it asks for a senior handler.</summary>
    public bool WantsSenior => Severity >= Severity.High || CustomerLevel is "vip" or "key";

    /// <summary>The id of the department whose staff are asked.</summary>
    public string? DepartmentIn(Organisation organisation)
    {
        return Department ?? (organisation.FindCategory(Category) ?? organisation.OtherCategory).Department;
    }
}

/// <summary>What a person carries now.</summary>
/// <param name="Open">Open complaints that they own.</param>
/// <param name="LastAssigned">When they were last given one; null = never.</param>
/// <param name="Lately">How many they were given within the last hour: in a burst nobody gets two more than a colleague.</param>
public readonly record struct Workload(int Open, DateTimeOffset? LastAssigned = null, int Lately = 0)
{
    /// <summary>The person's load after they are given another complaint at <paramref name="at"/>.</summary>
    public Workload WithOneMore(DateTimeOffset at) => new(Open + 1, at, Lately + 1);
}
