using ComplaintBot.People;
using ComplaintBot.People.Directory;
using ComplaintBot.People.Graph;
using Complaints.Organisations;
using Microsoft.Graph;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>Staff for a first organisation file: the members of groups in Entra, with department, manager and language.</summary>
internal static class GraphStaff
{
    /// <summary>The people of groups written as <c>id=role,role</c>; else a sentence why not.</summary>
    public static async Task<(IReadOnlyList<KnownPerson> People, string? Problem)> ReadAsync(
        GraphServiceClient graph,
        IReadOnlyList<string> groups,
        CancellationToken cancellationToken
    )
    {
        List<DirectoryGroup> wanted = [];
        foreach (var group in groups)
        {
            if (group.Split('=', 2, StringSplitOptions.TrimEntries) is not [var id, var roles] || Roles(roles) is not { } known)
                return (
                    [],
                    $"--group \"{group}\" is not written as the group's object id and roles, such as 02bd9fd6-…=handler,frontline."
                );
            wanted.Add(new(id, known, null));
        }
        // Any organisation will do: only its groups are asked for.
        var file = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation! with
        {
            Staff = [],
            Directory = new() { Groups = wanted },
        };
        var read = await new GraphDirectory(graph, TimeProvider.System).ReadPeopleAsync(file, new(), cancellationToken);
        var people = read.Snapshot.People.Where(p => p.Enabled).Select(p => Known(p, wanted)).ToList();
        return people.Count == 0 && read.Problems.Count > 0 ? ([], string.Join(' ', read.Problems)) : (people, null);
    }

    private static KnownPerson Known(DirectoryPerson person, List<DirectoryGroup> groups) =>
        new(
            person.Id,
            person.Name,
            person.Department,
            [
                .. groups
                    .Where(g => person.Groups.Contains(g.Id, StringComparer.OrdinalIgnoreCase))
                    .SelectMany(g => g.Roles)
                    .Distinct()
                    .Select(r => r.ToString().ToLowerInvariant()),
            ],
            Languages.FromTag(person.Language),
            person.Manager
        );

    private static HashSet<Role>? Roles(string written)
    {
        var roles = new HashSet<Role>();
        foreach (var name in written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<Role>(name, ignoreCase: true, out var role) || role == Role.Customer)
                return null;
            roles.Add(role);
        }
        return roles.Count == 0 ? null : roles;
    }
}
