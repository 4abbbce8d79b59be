using Complaints.Organisations;

namespace ComplaintBot.People.Directory;

/// <summary>The organisation file and the directory as one organisation. The file wins wherever it says something.</summary>
public static class DirectoryMerge
{
    // Somebody who was out of office an hour ago may be back; without news nobody counts as away.
    private static readonly TimeSpan PresenceHoldsFor = TimeSpan.FromMinutes(30);

    /// <summary>The merged organisation at an instant.</summary>
    public static Organisation Apply(Organisation file, DirectorySnapshot directory, DateTimeOffset now)
    {
        var people = directory.People.ToDictionary(p => p.Id, StringComparer.OrdinalIgnoreCase);
        var written = file.Staff.Select(s => s.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<StaffMember> staff =
        [
            .. file.Staff.Select(s => people.TryGetValue(s.Id, out var person) ? Added(s, person, file.Directory) : s),
            .. directory.People.Where(p => p.Enabled && !written.Contains(p.Id)).Select(p => New(p, file)).OfType<StaffMember>(),
        ];
        var ids = staff.Select(s => s.Id).ToHashSet();
        return file with
        {
            Staff = staff,
            Departments = [.. file.Departments.Select(d => ids.Contains(d.Manager) ? d : d with { Manager = ManagerOf(d, staff, people) })],
            EmergencyContacts = [.. file.EmergencyContacts.Where(ids.Contains)],
            Away = Away(staff, people, directory, now),
        };
    }

    // Roles, languages and zone are the directory's only where the file has none.
    private static StaffMember Added(StaffMember member, DirectoryPerson person, DirectoryRules rules) =>
        member with
        {
            Roles = member.Roles.Count > 0 ? member.Roles : Roles(person, rules),
            Languages = member.Languages.Count > 0 ? member.Languages : Languages(person),
            TimeZone = member.TimeZone ?? Zone(person),
        };

    // Somebody in a group whose department nobody can tell is not staff yet: a complaint would have nowhere to go.
    private static StaffMember? New(DirectoryPerson person, Organisation file) =>
        DepartmentOf(person, file.Directory) is { } department && file.FindDepartment(department) is not null
            ? new StaffMember(person.Id, person.Name, department)
            {
                Roles = Roles(person, file.Directory),
                Languages = Languages(person),
                TimeZone = Zone(person),
            }
            : null;

    private static string? DepartmentOf(DirectoryPerson person, DirectoryRules rules) =>
        GroupsOf(person, rules).Select(g => g.Department).FirstOrDefault(d => d is not null)
        ?? (
            GroupsOf(person, rules).Any() && person.Department is { } written
                ? rules.Departments.FirstOrDefault(d => d.Key.Equals(written.Trim(), StringComparison.OrdinalIgnoreCase)).Value
                : null
        );

    private static HashSet<Role> Roles(DirectoryPerson person, DirectoryRules rules) =>
        [.. GroupsOf(person, rules).SelectMany(g => g.Roles)];

    private static IEnumerable<DirectoryGroup> GroupsOf(DirectoryPerson person, DirectoryRules rules) =>
        rules.Groups.Where(g => person.Groups.Contains(g.Id, StringComparer.OrdinalIgnoreCase));

    private static string[] Languages(DirectoryPerson person) =>
        person.Language switch
        {
            null => [],
            var l
                when l.StartsWith("zh-TW", StringComparison.OrdinalIgnoreCase)
                    || l.StartsWith("zh-H", StringComparison.OrdinalIgnoreCase) =>
            [
                l.Contains("Hans", StringComparison.OrdinalIgnoreCase)
                    ? Complaints.Organisations.Languages.ZhCn
                    : Complaints.Organisations.Languages.ZhTw,
            ],
            var l when l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => [Complaints.Organisations.Languages.ZhCn],
            var l when l.StartsWith("en", StringComparison.OrdinalIgnoreCase) => [Complaints.Organisations.Languages.En],
            _ => [],
        };

    private static TimeZoneInfo? Zone(DirectoryPerson person) =>
        person.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    // Who has the role there; else whom most of the department report to; else somebody who is certainly there: the file's first.
    private static string ManagerOf(Department department, List<StaffMember> staff, Dictionary<string, DirectoryPerson> people)
    {
        var there = staff.Where(s => s.Department == department.Id).ToList();
        if (there.Find(s => s.Roles.Contains(Role.Manager)) is { } manager)
            return manager.Id;
        var reportedTo = there
            .Select(s => people.GetValueOrDefault(s.Id)?.Manager)
            .OfType<string>()
            .Where(m => staff.Exists(s => s.Id == m))
            .GroupBy(m => m)
            .MaxBy(g => g.Count());
        return reportedTo?.Key ?? there.Find(s => s.Senior)?.Id ?? staff[0].Id;
    }

    private static HashSet<string> Away(
        List<StaffMember> staff,
        Dictionary<string, DirectoryPerson> people,
        DirectorySnapshot directory,
        DateTimeOffset now
    )
    {
        var outNow = now - directory.PresenceAt < PresenceHoldsFor ? directory.OutOfOffice.ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        return
        [
            .. staff
                .Where(s =>
                    outNow.Contains(s.Id)
                    || (people.TryGetValue(s.Id, out var person) && (!person.Enabled || person.IsReplyingAutomatically(now)))
                )
                .Select(s => s.Id),
        ];
    }
}
