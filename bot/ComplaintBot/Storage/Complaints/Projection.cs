using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;

namespace ComplaintBot.Storage;

/// <summary>Writes how a complaint stands into the tables that lists, figures and timers read. All of it follows from history;
/// nothing here is decided.</summary>
internal static class Projection
{
    public static async Task WriteAsync(
        DbTransactionScope tx,
        Complaint complaint,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        await tx.ExecuteAsync(ComplaintRow.Upsert, ComplaintRow.Of(complaint, organisation), cancellationToken);
        await PartiesAsync(tx, complaint, cancellationToken);
        await DeadlinesAsync(tx, complaint, organisation, cancellationToken);
        await WorkRows.WriteAsync(tx, complaint, organisation, complaint.History[^1].At, cancellationToken);
        if (complaint.NewEvents.Any(e => e.Event is Satisfied or ClosedUnconfirmed or ClosedUnresolved or Reopened))
            await ClosesAsync(tx, complaint, organisation, cancellationToken);
        if (complaint.NewEvents.Any(e => e.Event is SurveyOffered or SurveyAnswered or SurveyExpired))
            await SurveysAsync(tx, complaint, organisation, cancellationToken);
        if (complaint.NewEvents.Any(e => e.Event is Inspected))
            await InspectionsAsync(tx, complaint, organisation, cancellationToken);
        if (complaint.NewEvents.Any(e => e.Event is RectificationIssued or RectificationReplied or RectificationJudged))
            await RectificationsAsync(tx, complaint, organisation, cancellationToken);
    }

    /// <summary>The rows that name a customer or repeat their words, written again from changed history.</summary>
    public static async Task WriteAgainAsync(
        DbTransactionScope tx,
        Complaint complaint,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        await tx.ExecuteAsync(ComplaintRow.Upsert, ComplaintRow.Of(complaint, organisation), cancellationToken);
        await WritePartiesAsync(tx, complaint, cancellationToken);
    }

    /// <summary>The day of an instant in the organisation's zone.</summary>
    internal static DateOnly Day(DateTimeOffset at, Organisation organisation) => DateOnly.FromDateTime(organisation.Local(at).DateTime);

    private static async Task PartiesAsync(DbTransactionScope tx, Complaint c, CancellationToken cancellationToken)
    {
        if (c.NewEvents.Any(e => e.Event is Received or Joined))
            await WritePartiesAsync(tx, c, cancellationToken);
    }

    private static async Task WritePartiesAsync(DbTransactionScope tx, Complaint c, CancellationToken cancellationToken)
    {
        foreach (var customer in c.OtherParties.Append(c.Complainant).Select(p => p.Id).Distinct())
            await tx.ExecuteAsync(
                "INSERT INTO complaint_parties (ticket, customer) VALUES (@Ticket, @customer) ON CONFLICT (customer, ticket) DO NOTHING",
                new { c.Ticket, customer },
                cancellationToken
            );
    }

    private static async Task DeadlinesAsync(
        DbTransactionScope tx,
        Complaint c,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        var changed = c
            .NewEvents.Select(e =>
                e.Event switch
                {
                    DeadlineSet d => d.Id,
                    DeadlineMoved d => d.Id,
                    DeadlinePaused d => d.Id,
                    DeadlineMet d => d.Id,
                    DeadlineCancelled d => d.Id,
                    _ => null,
                }
            )
            .OfType<string>()
            .ToHashSet();
        foreach (var d in c.Deadlines.Where(d => changed.Contains(d.Id)))
        {
            await tx.ExecuteAsync(
                """
                INSERT INTO complaint_deadlines (ticket, id, kind, person, started_at, due_at, due_day, paused, ended_at, in_time)
                VALUES (@Ticket, @Id, @kind, @person, @Start, @Due, @dueDay, @paused, @EndedAt, @inTime)
                ON CONFLICT (ticket, id) DO UPDATE SET person = excluded.person, due_at = excluded.due_at, due_day = excluded.due_day,
                  paused = excluded.paused, ended_at = excluded.ended_at, in_time = excluded.in_time
                """,
                new
                {
                    c.Ticket,
                    d.Id,
                    kind = Code(d.Kind),
                    person = d.Responsible ?? c.AnswerablePerson,
                    d.Start,
                    d.Due,
                    dueDay = Day(d.Due, organisation),
                    paused = d.PausedSince is null ? 0 : 1,
                    d.EndedAt,
                    inTime = Number(d.InTime),
                },
                cancellationToken
            );
        }
    }

    private static async Task ClosesAsync(
        DbTransactionScope tx,
        Complaint c,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        var (n, rounds) = (0, 1);
        foreach (var e in c.History)
        {
            string? kind = e.Event switch
            {
                Satisfied => Code(CloseKind.Confirmed),
                ClosedUnconfirmed => Code(CloseKind.Unconfirmed),
                ClosedUnresolved => Code(CloseKind.Unresolved),
                _ => null,
            };
            if (e.Event is Unsatisfied or Reopened)
                rounds++;
            if (e.Event is Reopened && n > 0)
            {
                await tx.ExecuteAsync(
                    "UPDATE complaint_closes SET reopened_at = @At, reopened_day = @day WHERE ticket = @Ticket AND n = @n",
                    new
                    {
                        e.At,
                        day = Day(e.At, organisation),
                        c.Ticket,
                        n,
                    },
                    cancellationToken
                );
            }
            if (kind is null)
                continue;
            n++;
            // The promise of a result that this close ended.
            var resolve = c.Deadlines.Where(d => d.Kind == DeadlineKind.Resolve && d.Start <= e.At).LastOrDefault();
            await tx.ExecuteAsync(
                """
                INSERT INTO complaint_closes (ticket, n, closed_at, closed_day, kind, rounds, in_time)
                VALUES (@Ticket, @n, @At, @day, @kind, @rounds, @inTime)
                ON CONFLICT (ticket, n) DO NOTHING
                """,
                new
                {
                    c.Ticket,
                    n,
                    e.At,
                    day = Day(e.At, organisation),
                    kind,
                    rounds,
                    inTime = Number(resolve?.InTime),
                },
                cancellationToken
            );
        }
    }

    private static async Task SurveysAsync(
        DbTransactionScope tx,
        Complaint c,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        foreach (var offered in c.History.Where(e => e.Event is SurveyOffered))
        {
            foreach (var party in c.Parties.Where(p => p.Share != ShareState.Withdrawn))
                await SurveyAsync(tx, c, offered, party.Ticket, organisation, cancellationToken);
        }
    }

    // Each customer of a complaint that others were merged into is asked for themselves.
    private static Task<int> SurveyAsync(
        DbTransactionScope tx,
        Complaint c,
        RecordedEvent offered,
        string party,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        var n = ((SurveyOffered)offered.Event).Close;
        var answered = c.History.LastOrDefault(e => e.Event is SurveyAnswered a && a.Close == n && (a.Party ?? c.Ticket) == party);
        var answer = answered?.Event as SurveyAnswered;
        return tx.ExecuteAsync(
            """
            INSERT INTO complaint_surveys (ticket, n, party, offered_day, answered_day, expired, score, solved, recommend, comment)
            VALUES (@Ticket, @n, @party, @offeredDay, @answeredDay, @expired, @Score, @Solved, @Recommend, @comment)
            ON CONFLICT (ticket, n, party) DO UPDATE SET
              answered_day = excluded.answered_day, expired = excluded.expired, score = excluded.score,
              solved = excluded.solved, recommend = excluded.recommend, comment = excluded.comment
            """,
            new
            {
                c.Ticket,
                n,
                party = party == c.Ticket ? "" : party,
                offeredDay = Day(offered.At, organisation),
                answeredDay = answered is null ? (DateOnly?)null : Day(answered.At, organisation),
                expired = c.History.Any(e => e.Event is SurveyExpired x && x.Close == n) ? 1 : 0,
                answer?.Score,
                Solved = answer?.Solved,
                answer?.Recommend,
                comment = SqlText.Printable(answer?.Comment),
            },
            cancellationToken
        );
    }

    private static async Task InspectionsAsync(
        DbTransactionScope tx,
        Complaint c,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        foreach (var e in c.NewEvents.Where(e => e.Event is Inspected))
        {
            var scores = ((Inspected)e.Event).Scores;
            await tx.ExecuteAsync(
                "INSERT INTO complaint_inspections (ticket, version, day, steps, passed) VALUES (@Ticket, @Version, @day, @steps, @passed)",
                new
                {
                    c.Ticket,
                    e.Version,
                    day = Day(e.At, organisation),
                    steps = scores.Count,
                    passed = scores.Values.Count(s => s > 0),
                },
                cancellationToken
            );
        }
    }

    private static async Task RectificationsAsync(
        DbTransactionScope tx,
        Complaint c,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        foreach (var notice in c.Rectifications)
        {
            var issued = c.History.First(e => e.Event is RectificationIssued i && i.Number == notice.Number);
            var replied = c.History.FirstOrDefault(e => e.Event is RectificationReplied r && r.Number == notice.Number);
            var due = ((RectificationIssued)issued.Event).Due;
            await tx.ExecuteAsync(
                """
                INSERT INTO complaint_rectifications
                  (ticket, number, department, state, issued_day, due_day, replied_at, in_time, rejections)
                VALUES (@Ticket, @Number, @Department, @state, @issuedDay, @dueDay, @repliedAt, @inTime, @rejections)
                ON CONFLICT (number) DO UPDATE SET
                  state = excluded.state, replied_at = excluded.replied_at,
                  in_time = excluded.in_time, rejections = excluded.rejections
                """,
                new
                {
                    c.Ticket,
                    notice.Number,
                    notice.Department,
                    state = Code(notice.State),
                    issuedDay = Day(issued.At, organisation),
                    dueDay = Day(due, organisation),
                    repliedAt = replied?.At,
                    inTime = replied is null ? null : Number(replied.At <= due),
                    rejections = c.History.Count(e => e.Event is RectificationJudged { Verified: false } j && j.Number == notice.Number),
                },
                cancellationToken
            );
        }
    }

    /// <summary>Enum members as the tables keep them: camelCase.</summary>
    internal static string Code(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>1, 0 or null.</summary>
    internal static int? Number(bool? value) =>
        value switch
        {
            true => 1,
            false => 0,
            null => null,
        };
}
