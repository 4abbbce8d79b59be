using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>Nothing is ever without an answerable person (docs/procedure.md §4): who answers for what nobody owns.</summary>
public static class AnswerableLine
{
    // More departments above one another than any organisation has: a circle in the file ends.
    private const int MostLevels = 32;

    /// <summary>Who answers for a department's queue on a day: its manager, else the manager's substitute, else the same one
    /// department higher, else the quality
    /// manager, quality staff, an executive. Never somebody in <paramref name="barred"/> while there is anybody else, absent or not.
    /// Throws <see cref="InvalidOperationException"/> for an organisation without staff.</summary>
    public static StaffMember For(string? departmentId, Attendance attendance, IReadOnlySet<string> barred)
    {
        var organisation = attendance.Organisation;
        var ids = Candidates(organisation, departmentId).ToList();
        return ids.Select(id => StandIn(id, attendance, barred)).FirstOrDefault(s => s is not null)
            ?? ids.Where(id => !barred.Contains(id)).Select(organisation.FindStaff).FirstOrDefault(s => s is not null)
            ?? organisation.Staff.OrderBy(s => barred.Contains(s.Id)).First();
    }

    /// <summary>The department and those above it, nearest first.</summary>
    internal static IEnumerable<Department> Upward(Organisation organisation, string? departmentId)
    {
        var department = organisation.FindDepartment(departmentId);
        for (var level = 0; department is not null && level < MostLevels; level++)
        {
            yield return department;
            department = organisation.FindDepartment(department.Parent);
        }
    }

    // A barred manager's substitute was chosen by that manager, so the whole chain is left out.
    private static StaffMember? StandIn(string id, Attendance attendance, IReadOnlySet<string> barred) =>
        barred.Contains(id) ? null : attendance.WhoStandsInFor(id, barred);

    private static IEnumerable<string> Candidates(Organisation organisation, string? departmentId)
    {
        var quality = organisation.StaffWith(Role.Quality).Select(s => s.Id).ToList();
        var managing = organisation.Departments.Select(d => d.Manager).ToHashSet();
        return Upward(organisation, departmentId)
            .Select(d => d.Manager)
            .Concat(quality.OrderByDescending(managing.Contains))
            .Concat(organisation.StaffWith(Role.Executive).Select(s => s.Id));
    }
}
