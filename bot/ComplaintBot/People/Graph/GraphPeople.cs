using System.Globalization;
using ComplaintBot.People.Directory;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace ComplaintBot.People.Graph;

/// <summary>Names, departments, managers, languages, time zones and automatic replies of people, in batches.</summary>
internal sealed class GraphPeople(GraphServiceClient graph)
{
    private static readonly string[] Fields = ["id", "displayName", "department", "accountEnabled", "preferredLanguage"];
    private readonly GraphBatch _batch = new(graph);

    /// <summary>Reads the people whose ids are the keys; the values are their groups. Null when nobody could be read.</summary>
    public async Task<IReadOnlyList<DirectoryPerson>?> ReadAsync(
        IReadOnlyDictionary<string, List<string>> memberships,
        DirectorySnapshot before,
        List<string> problems,
        CancellationToken cancellationToken
    )
    {
        var known = before.People.ToDictionary(p => p.Id, StringComparer.OrdinalIgnoreCase);
        if (await AskAsync<User>(GraphPart.Users, memberships.Keys, Details, problems, cancellationToken) is not { } users)
            return null;
        if (users.Count > 0 && users.Values.All(a => a.Status is not (>= 200 and < 300 or 404)))
            return null;
        List<DirectoryPerson> people = [];
        foreach (var (id, groups) in memberships)
        {
            if (users[id] is { Value: { } user })
                people.Add(Read(user, id) with { Groups = groups });
            // Gone is gone; whoever could not be told stays as known.
            else if (users[id].Status != 404 && known.TryGetValue(id, out var person))
                people.Add(person with { Groups = groups });
        }
        var asked = people.Where(p => p.Enabled).Select(p => p.Id);
        var mailboxes = await AskAsync<MailboxSettings>(GraphPart.Mailboxes, asked, Mailbox, problems, cancellationToken);
        return [.. people.Select(p => WithMailbox(p, mailboxes?.GetValueOrDefault(p.Id), known.GetValueOrDefault(p.Id)))];
    }

    private RequestInformation Details(string id) =>
        graph
            .Users[id]
            .ToGetRequestInformation(r => (r.QueryParameters.Select, r.QueryParameters.Expand) = (Fields, ["manager($select=id)"]));

    private RequestInformation Mailbox(string id) => graph.Users[id].MailboxSettings.ToGetRequestInformation();

    private async Task<IReadOnlyDictionary<string, BatchAnswer<T>>?> AskAsync<T>(
        GraphPart part,
        IEnumerable<string> ids,
        Func<string, RequestInformation> request,
        List<string> problems,
        CancellationToken cancellationToken
    )
        where T : Microsoft.Kiota.Abstractions.Serialization.IParsable, new()
    {
        try
        {
            var answers = await _batch.GetAsync<T>(ids.ToDictionary(id => id, request), cancellationToken);
            // A person without a mailbox, or one who left, is no failure.
            foreach (var failed in answers.Values.Where(a => a.Status is not (>= 200 and < 300 or 404)).CountBy(a => a.Status))
            {
                problems.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{part.Refusal(failed.Key, null)} {failed.Value} of {answers.Count} people."
                    )
                );
            }
            return answers;
        }
        catch (Exception e) when (part.Problem(e, cancellationToken) is { } problem)
        {
            problems.Add(problem);
            return null;
        }
    }

    private static DirectoryPerson Read(User user, string id) =>
        new(id, user.DisplayName ?? id)
        {
            Enabled = user.AccountEnabled != false,
            Department = user.Department,
            Manager = user.Manager?.Id,
            Language = user.PreferredLanguage,
        };

    private static DirectoryPerson WithMailbox(DirectoryPerson person, BatchAnswer<MailboxSettings>? answer, DirectoryPerson? known)
    {
        if (answer?.Value is not { } mailbox)
            return answer?.Status == 404 || known is null
                ? person
                : person with
                {
                    TimeZone = known.TimeZone,
                    RepliesFrom = known.RepliesFrom,
                    RepliesTo = known.RepliesTo,
                };
        var replies = mailbox.AutomaticRepliesSetting;
        var (from, to) = replies?.Status switch
        {
            AutomaticRepliesStatus.AlwaysEnabled => (DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
            AutomaticRepliesStatus.Scheduled => (Instant(replies.ScheduledStartDateTime), Instant(replies.ScheduledEndDateTime)),
            _ => ((DateTimeOffset?)null, (DateTimeOffset?)null),
        };
        return person with
        {
            Language = person.Language ?? mailbox.Language?.Locale,
            TimeZone = mailbox.TimeZone,
            RepliesFrom = from,
            RepliesTo = to,
        };
    }

    private static DateTimeOffset? Instant(DateTimeTimeZone? written)
    {
        if (
            !DateTime.TryParse(written?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !TimeZoneInfo.TryFindSystemTimeZoneById(written.TimeZone ?? "UTC", out var zone)
        )
            return null;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
