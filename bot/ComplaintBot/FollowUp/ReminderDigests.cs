using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.FollowUp;

/// <summary>Sends the reminders that were bundled as one card a person, half an hour after the first of them: what is late first,
/// then what is due next.</summary>
public sealed class ReminderDigests(Database database, ComplaintStore complaints, TurnEnd end, Speech speech)
{
    private const int MostLines = 8;
    private static readonly TimeSpan Gather = TimeSpan.FromMinutes(30);

    /// <summary>Sends every digest whose time has come; returns how many.</summary>
    public async Task<int> SendDueAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await database.QueryAsync<string>(
            "SELECT person FROM reminder_digests GROUP BY person HAVING min(at) <= @until ORDER BY person",
            new { until = now - Gather },
            cancellationToken
        );
        foreach (var person in people)
            await UnitOfWork.RunAsync(database, work => SendAsync(person, organisation, now, work, cancellationToken), cancellationToken);
        return people.Count;
    }

    private async Task SendAsync(
        string person,
        Organisation organisation,
        DateTimeOffset now,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.QueryAsync<Row>(
            "SELECT ticket, deadline FROM reminder_digests WHERE person = @person",
            new { person },
            cancellationToken
        );
        work.Add(
            (tx, token) => tx.ExecuteAsync("DELETE FROM reminder_digests WHERE person = @person AND at <= @now", new { person, now }, token)
        );
        var waiting = new List<(Complaint Complaint, Deadline Deadline)>();
        foreach (var tickets in rows.GroupBy(r => r.Ticket))
        {
            if (
                await complaints.LoadAsync(tickets.Key, cancellationToken) is not { } complaint
                || Relations.IsConflicted(person, complaint, organisation)
            )
                continue;
            // What was met meanwhile needs no word.
            waiting.AddRange(
                tickets
                    .Select(r => complaint.Deadlines.LastOrDefault(d => d.Id == r.Deadline))
                    .OfType<Deadline>()
                    .Where(d => d.Pending && d.PausedSince is null)
                    .Select(d => (complaint, d))
            );
        }
        if (waiting.Count == 0)
            return;
        var language = StaffLanguage.Of(organisation.FindStaff(person));
        var data = Data([.. waiting.OrderBy(w => w.Deadline.Due)], new Reader(organisation, now, speech, language), person);
        end.Write(new OutgoingMessage(new Recipient.Staff(person), speech.Card("digest", language, data, Cards.CardTarget.Teams)), work);
    }

    private static JsonObject Data(IReadOnlyList<(Complaint Complaint, Deadline Deadline)> waiting, Reader reader, string person)
    {
        var today = DateOnly.FromDateTime(reader.Organisation.Local(reader.Now).DateTime);
        var late = waiting.Count(w => w.Deadline.IsOverdue(reader.Now));
        var dueToday = waiting.Count(w =>
            !w.Deadline.IsOverdue(reader.Now) && DateOnly.FromDateTime(reader.Organisation.Local(w.Deadline.Due).DateTime) == today
        );
        return new JsonObject
        {
            ["day"] = reader.Day(today),
            ["scope"] = reader.PersonWithDepartment(person),
            ["headline"] = reader.Text("bundle.headline", ("count", waiting.Count)),
            ["figures"] = new JsonArray(
                Figure("bundle.waiting", waiting.Count, bad: false, reader),
                Figure("bundle.late", late, late > 0, reader),
                Figure("bundle.today", dueToday, bad: false, reader)
            ),
            ["items"] = new JsonArray([.. waiting.Take(MostLines).Select(w => Line(w.Complaint, w.Deadline, reader))]),
            ["more"] = waiting.Count > MostLines ? reader.Text("bundle.more", ("count", waiting.Count - MostLines)) : null,
            ["changes"] = new JsonArray(new JsonObject { ["title"] = reader.Text("example.mine"), ["text"] = reader.Text("example.mine") }),
        };
    }

    private static JsonObject Figure(string key, int value, bool bad, Reader reader) =>
        new()
        {
            ["name"] = reader.Text(key),
            ["value"] = value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["bad"] = bad,
        };

    private static JsonObject Line(Complaint complaint, Deadline deadline, Reader reader)
    {
        var due = TicketCard.Due(deadline, reader);
        return new()
        {
            ["ticket"] = complaint.Ticket,
            ["what"] = Reader.Code(deadline.Kind),
            ["category"] = reader.Category(complaint.Details.Category),
            ["owner"] = reader.Person(complaint.AnswerablePerson),
            ["at"] = reader.Moment(deadline.Due),
            ["standing"] = (string?)due["standing"],
            ["late"] = deadline.IsOverdue(reader.Now),
        };
    }

    private sealed class Row
    {
        public string Ticket { get; init; } = "";

        public string Deadline { get; init; } = "";
    }
}
