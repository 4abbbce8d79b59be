using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>Who is there on a day (in the organisation's zone): by the absences in the organisation file and by what the directory
/// reports.</summary>
public sealed record Attendance(Organisation Organisation, DateOnly Day)
{
    /// <summary>Staff ids that the directory shows as away or out of office now, beside the absences in the file.</summary>
    public IReadOnlySet<string> Away { get; init; } = new HashSet<string>();

    /// <summary>True when somebody is not there.</summary>
    public bool IsAbsent(StaffMember person)
    {
        return person.IsAbsentOn(Day) || Away.Contains(person.Id);
    }

    /// <summary>Who does the work of a person on this day: the person when there, else the substitute of the absence that covers
    /// the day, else the
    /// substitute's substitute, and so on. Never somebody in <paramref name="except"/>. Null when the chain ends without anybody
    /// (docs/procedure.md §4).</summary>
    public StaffMember? WhoStandsInFor(string? staffId, IReadOnlySet<string>? except = null) => Follow(staffId, except, []);

    // Each person is asked once, so a circle of substitutes ends.
    private StaffMember? Follow(string? staffId, IReadOnlySet<string>? except, HashSet<string> asked)
    {
        if (Organisation.FindStaff(staffId) is not { } person || !asked.Add(person.Id))
            return null;
        if (!IsAbsent(person) && except?.Contains(person.Id) != true)
            return person;
        return person
            .Absences.Where(a => a.From <= Day && Day <= a.To)
            .Select(a => Follow(a.Substitute, except, asked))
            .FirstOrDefault(s => s is not null);
    }
}
