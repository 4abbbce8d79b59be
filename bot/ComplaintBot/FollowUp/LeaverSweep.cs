using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Assignment;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;
using Microsoft.Bot.Builder;

namespace ComplaintBot.FollowUp;

/// <summary>Looks through everything open once after each change of the organisation: what belongs to somebody who is not in it any
/// more goes to others, and the heads hear how much went where.</summary>
public sealed class LeaverSweep(Database database, ComplaintStore complaints, ITurnStore store, TurnEnd end, Speech speech)
{
    private Organisation? _seen;

    /// <summary>Hands over, when the organisation is another than at the last look; returns how many complaints changed.</summary>
    public async Task<int> RunAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(organisation, _seen))
            return 0;
        var named = await database.QueryAsync<string>(
            """
            SELECT DISTINCT person FROM complaint_deadlines WHERE ended_at IS NULL AND person IS NOT NULL
            UNION SELECT DISTINCT answerable FROM complaints WHERE is_open = 1 AND answerable IS NOT NULL
            """,
            new { },
            cancellationToken
        );
        var changed = 0;
        foreach (var leaver in named.Where(p => organisation.FindStaff(p) is null))
            changed += await HandOverAsync(leaver, organisation, now, cancellationToken);
        _seen = organisation;
        return changed;
    }

    private async Task<int> HandOverAsync(string leaver, Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tickets = await database.QueryAsync<string>(
            """
            SELECT ticket FROM complaint_deadlines WHERE ended_at IS NULL AND person = @leaver
            UNION SELECT ticket FROM complaints WHERE is_open = 1 AND answerable = @leaver
            ORDER BY ticket
            """,
            new { leaver },
            cancellationToken
        );
        var done = new List<Complaint>();
        foreach (var ticket in tickets)
            await UnitOfWork.RunAsync(
                database,
                async work =>
                {
                    if (await complaints.LoadAsync(ticket, cancellationToken) is not { } complaint)
                        return;
                    var context = new CommandContext(organisation, now, Actor.System, Channel.Teams)
                    {
                        Workloads = await store.WorkloadsAsync(cancellationToken),
                    };
                    if (ComplaintDesk.Do(complaint, new HandOverLeavers(), context) is not { Ok: true, Repeated: false })
                        return;
                    end.Write(complaint, organisation, now, work);
                    done.Add(complaint);
                },
                cancellationToken
            );
        await UnitOfWork.RunAsync(
            database,
            work =>
            {
                foreach (var message in ToHeads(done, organisation, now))
                    end.Write(message, work);
                return Task.CompletedTask;
            },
            cancellationToken
        );
        return done.Count;
    }

    // One message a head, however many complaints it were.
    private IEnumerable<OutgoingMessage> ToHeads(IReadOnlyList<Complaint> done, Organisation organisation, DateTimeOffset now)
    {
        foreach (var department in done.GroupBy(c => organisation.FindDepartment(c.Department)?.Manager))
        {
            if (organisation.FindStaff(department.Key) is not { } head)
                continue;
            var seen = department.Where(c => !Relations.IsConflicted(head.Id, c, organisation)).ToList();
            if (seen.Count == 0)
                continue;
            var reader = new Reader(organisation, now, speech, StaffLanguage.Of(head));
            var name = seen.SelectMany(c => c.History)
                .Select(e => e.Event)
                .OfType<Assigned>()
                .LastOrDefault(a => organisation.FindStaff(a.Owner) is null)
                ?.OwnerName;
            var where = seen.GroupBy(c => c.AnswerablePerson)
                .Select(g => reader.Text("staff.leaverTo", ("name", reader.Person(g.Key)), ("count", g.Count())));
            yield return new(
                new Recipient.Staff(head.Id),
                MessageFactory.Text(
                    reader.Text(
                        "staff.leaver",
                        ("name", name ?? reader.Text("common.formerColleague")),
                        ("count", seen.Count),
                        ("where", string.Join(reader.Text("common.listSeparator"), where))
                    )
                )
            );
        }
    }
}
