using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>A person's line: those who could hide or avenge a complaint about them.</summary>
public static class Line
{
    /// <summary>Ids of the people themselves, the managers they answer to, and everybody in the departments that they manage and below.
    /// Executives are in nobody's line unless they manage a department above.</summary>
    public static IReadOnlySet<string> Of(Organisation organisation, IEnumerable<string> staffIds)
    {
        var line = new HashSet<string>();
        foreach (var id in staffIds)
        {
            line.Add(id);
            line.UnionWith(AnswerableLine.Upward(organisation, organisation.FindStaff(id)?.Department).Select(d => d.Manager));
            var managed = organisation.Departments.Where(d => d.Manager == id).ToList();
            line.UnionWith(
                organisation
                    .Staff.Where(s => !s.Roles.Contains(Role.Executive) && managed.Exists(d => organisation.IsWithin(s.Department, d.Id)))
                    .Select(s => s.Id)
            );
        }
        return line;
    }
}
