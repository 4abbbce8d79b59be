namespace Complaints.Organisations;

/// <summary>How the groups and departments of the company's directory become roles and departments here. Empty: the directory only adds
/// to people whom the organisation file names.</summary>
public sealed record DirectoryRules
{
    /// <summary>Groups whose members are staff.</summary>
    public IReadOnlyList<DirectoryGroup> Groups { get; init; } = [];

    /// <summary>Department as the directory writes it to department id; without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Departments { get; init; } = new Dictionary<string, string>();
}

/// <summary>A group of the directory: its members, also those of groups inside it, have the roles.</summary>
/// <param name="Id">The group's object id.</param>
/// <param name="Roles">What its members may do.</param>
/// <param name="Department">Where its members work; null = what the directory says of each.</param>
public sealed record DirectoryGroup(string Id, IReadOnlySet<Role> Roles, string? Department);
