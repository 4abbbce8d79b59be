using System.Globalization;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Work;
using Dapper;

namespace ComplaintBot.Work;

/// <summary>"My work" of a person: everything that has their name on it, the earliest due first. The chat's card and the tab read it
/// here.</summary>
public sealed class WorkList(Database database, ComplaintStore complaints)
{
    /// <summary>One page (from 1) of <paramref name="size"/> rows. Each row is looked up again in its complaint: what was done a moment
    /// ago, or may not be seen, is left out.</summary>
    public async Task<WorkPage> PageAsync(
        Actor person,
        Organisation organisation,
        DateTimeOffset now,
        int page,
        int size,
        CancellationToken cancellationToken
    )
    {
        var context = new CommandContext(organisation, now, person, Channel.Teams);
        var people = WhoseTurn.PeopleOf(person.Id, context);
        var tomorrow = new DateTimeOffset(organisation.Local(now).Date, organisation.Local(now).Offset).AddDays(1);
        var (names, values) = Named(people);
        values.Add("now", now);
        values.Add("tomorrow", tomorrow);
        values.Add("me", person.Id);
        var sums = (
            await database.QueryAsync<Sums>(
                $"""
                SELECT count(*) AS total,
                  COALESCE(sum(CASE WHEN due_at < @now THEN 1 ELSE 0 END), 0) AS late,
                  COALESCE(sum(CASE WHEN due_at >= @now AND due_at < @tomorrow THEN 1 ELSE 0 END), 0) AS today,
                  (SELECT count(*) FROM complaints c WHERE c.owner = @me AND c.is_open = 1 AND NOT EXISTS
                    (SELECT 1 FROM complaint_work w WHERE w.ticket = c.ticket AND w.person = @me)) AS waiting
                FROM complaint_work WHERE person IN ({names})
                """,
                values,
                cancellationToken
            )
        )[0];
        var pages = Math.Max(1, ((int)sums.Total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        values.Add("most", size);
        values.Add("offset", (page - 1) * size);
        var rows = await database.QueryAsync<Row>(
            $"""
            SELECT ticket, person, what, subject FROM complaint_work WHERE person IN ({names})
            ORDER BY due_at NULLS LAST, ticket, what, subject LIMIT @most OFFSET @offset
            """,
            values,
            cancellationToken
        );
        return new([.. await TasksAsync(rows, context, cancellationToken)], (int)sums.Total, (int)sums.Late, (int)sums.Today)
        {
            Waiting = (int)sums.Waiting,
            Page = page,
            Pages = pages,
        };
    }

    /// <summary>The thing of this person on a complaint; null when it is done, or is not theirs.</summary>
    public static WorkItem? Find(Complaint complaint, CommandContext context, string what, string subject) =>
        WhoseTurn.Of(complaint, context.By.Id, context).FirstOrDefault(i => i.What == what && i.Subject == subject);

    /// <summary>True when somebody may read what they are to do. Their own things always: they were asked for them.</summary>
    public static bool MaySee(Complaint complaint, WorkItem item, CommandContext context) =>
        item.Person == context.By.Id || Relations.MaySee(context.By, complaint, context.Organisation);

    private async Task<List<WorkTask>> TasksAsync(IReadOnlyList<Row> rows, CommandContext context, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, Complaint?>(StringComparer.Ordinal);
        var tasks = new List<WorkTask>();
        foreach (var row in rows)
        {
            if (!read.TryGetValue(row.Ticket, out var complaint))
                read[row.Ticket] = complaint = await complaints.LoadAsync(row.Ticket, cancellationToken);
            if (complaint is not null && Find(complaint, context, row.What, row.Subject) is { } item && MaySee(complaint, item, context))
                tasks.Add(new(complaint, item));
        }
        return tasks;
    }

    private static (string Names, DynamicParameters Values) Named(IReadOnlyList<string> people)
    {
        var values = new DynamicParameters();
        var names = people.Select(
            (p, i) =>
            {
                var name = "person" + i.ToString(CultureInfo.InvariantCulture);
                values.Add(name, p);
                return "@" + name;
            }
        );
        return (string.Join(", ", names), values);
    }

    private sealed class Sums
    {
        public long Total { get; init; }

        public long Late { get; init; }

        public long Today { get; init; }

        public long Waiting { get; init; }
    }

    private sealed class Row
    {
        public string Ticket { get; init; } = "";

        public string Person { get; init; } = "";

        public string What { get; init; } = "";

        public string Subject { get; init; } = "";
    }
}

/// <summary>A thing to do with the complaint that it belongs to.</summary>
public sealed record WorkTask(Complaint Complaint, WorkItem Item);

/// <summary>A page of "my work".</summary>
/// <param name="Tasks">The rows, the earliest due first.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="Today">How many are still due today.</param>
public sealed record WorkPage(IReadOnlyList<WorkTask> Tasks, int Total, int Late, int Today)
{
    /// <summary>Complaints that the person owns and that wait for somebody else.</summary>
    public int Waiting { get; init; }

    /// <summary>Which page it is, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;
}
