using ComplaintBot.People.Directory;
using Complaints.Organisations;
using Microsoft.Graph;
using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Graph.Models;

namespace ComplaintBot.People.Graph;

/// <summary>The directory as Microsoft Graph tells it. Every part that fails leaves what was known before; the others are read all the
/// same.</summary>
internal sealed class GraphDirectory(GraphServiceClient graph, TimeProvider time) : IDirectory
{
    private const int PageSize = 500;

    // As many ids as one call for presence takes.
    private const int PresencesAtOnce = 650;
    private readonly GraphPeople _people = new(graph);

    /// <inheritdoc/>
    public async Task<DirectoryReading> ReadPeopleAsync(Organisation file, DirectorySnapshot before, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var groups = file.Directory.Groups.Select(g => g.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var memberships = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        // Only object ids can be asked for; an organisation may use others while it is trying the bot.
        foreach (var member in file.Staff.Where(s => Guid.TryParse(s.Id, out _)))
            memberships[member.Id] = [];
        foreach (var group in groups)
        {
            foreach (var id in await MembersAsync(group, before, problems, cancellationToken))
                (memberships.TryGetValue(id, out var known) ? known : memberships[id] = []).Add(group);
        }
        var people = await _people.ReadAsync(memberships, before, problems, cancellationToken);
        var failed = people is null;
        var after = before with
        {
            People = people ?? before.People,
            Groups = failed ? before.Groups : groups,
            PeopleAt = failed ? before.PeopleAt : time.GetUtcNow(),
        };
        var presence = await ReadPresenceAsync(after, cancellationToken);
        return new(presence.Snapshot, [.. problems.Concat(presence.Problems).Distinct()]);
    }

    /// <inheritdoc/>
    public async Task<DirectoryReading> ReadPresenceAsync(DirectorySnapshot before, CancellationToken cancellationToken)
    {
        var away = new List<string>();
        try
        {
            foreach (var ids in before.People.Where(p => p.Enabled).Select(p => p.Id).Chunk(PresencesAtOnce))
            {
                var body = new GetPresencesByUserIdPostRequestBody { Ids = [.. ids] };
                var answer = await graph.Communications.GetPresencesByUserId.PostAsGetPresencesByUserIdPostResponseAsync(
                    body,
                    cancellationToken: cancellationToken
                );
                away.AddRange((answer?.Value ?? []).Where(IsOutOfOffice).Select(p => p.Id).OfType<string>());
            }
        }
        catch (Exception e) when (GraphPart.Presence.Problem(e, cancellationToken) is { } problem)
        {
            return new(before, [problem]);
        }
        return new(before with { OutOfOffice = away, PresenceAt = time.GetUtcNow() }, []);
    }

    // "Offline" and "Away" say nothing: that is everybody's evening.
    private static bool IsOutOfOffice(Presence presence) =>
        presence.Activity == "OutOfOffice" || presence.OutOfOfficeSettings?.IsOutOfOffice == true;

    private async Task<IEnumerable<string>> MembersAsync(
        string group,
        DirectorySnapshot before,
        List<string> problems,
        CancellationToken cancellationToken
    )
    {
        var ids = new List<string>();
        try
        {
            var page = await graph
                .Groups[group]
                .TransitiveMembers.GraphUser.GetAsync(
                    r => (r.QueryParameters.Select, r.QueryParameters.Top) = (["id"], PageSize),
                    cancellationToken
                );
            await PageIterator<User, UserCollectionResponse>
                .CreatePageIterator(
                    graph,
                    page!,
                    user =>
                    {
                        ids.Add(user.Id!);
                        return true;
                    }
                )
                .IterateAsync(cancellationToken);
            return ids;
        }
        catch (Exception e) when (GraphPart.Groups.Problem(e, cancellationToken) is { } problem)
        {
            // Half a group would take rights from people who are in it.
            problems.Add(problem);
            return before.People.Where(p => p.Groups.Contains(group, StringComparer.OrdinalIgnoreCase)).Select(p => p.Id);
        }
    }
}
