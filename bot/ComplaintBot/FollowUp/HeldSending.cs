using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.FollowUp;

/// <summary>Sends what waited for somebody's working hours: a few one by one, many as one card that lists them. What is not theirs any
/// more is not sent.</summary>
public sealed class HeldSending(Database database, ComplaintStore complaints, TurnEnd end, Speech speech)
{
    // More than these at once are a list.
    private const int MostOneByOne = 5;

    /// <summary>Sends everything whose time has come; returns to how many people.</summary>
    public async Task<int> SendDueAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await database.QueryAsync<string>(
            "SELECT DISTINCT person FROM held_notices WHERE release_at <= @now ORDER BY person",
            new { now },
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
            """
            SELECT message_key, ticket, payload FROM held_notices
            WHERE person = @person AND release_at <= @now
            ORDER BY ticket, message_key
            """,
            new { person, now },
            cancellationToken
        );
        work.Add(
            (tx, token) =>
                tx.ExecuteAsync("DELETE FROM held_notices WHERE person = @person AND release_at <= @now", new { person, now }, token)
        );
        if (organisation.FindStaff(person) is not { } member)
            return;
        var theirs = new List<(Row Row, Complaint Complaint)>();
        foreach (var row in rows)
        {
            if (
                await complaints.LoadAsync(row.Ticket, cancellationToken) is { } complaint
                && !Relations.IsConflicted(person, complaint, organisation)
                && (row.MessageKey != StaffCards.TicketKey(row.Ticket) || IsTheirs(complaint, person))
            )
                theirs.Add((row, complaint));
        }
        var to = new Recipient.Staff(person);
        var tickets = theirs.Select(t => t.Complaint).DistinctBy(c => c.Ticket).ToList();
        if (theirs.Count > MostOneByOne && tickets.Count > 1)
        {
            var reader = new Reader(organisation, now, speech, StaffLanguage.Of(member));
            end.Write(
                new OutgoingMessage(to, speech.Card("digest", reader.Language, Data(tickets, reader, person), Cards.CardTarget.Teams)),
                work
            );
            return;
        }
        foreach (var (row, _) in theirs)
        {
            var key = row.MessageKey.StartsWith(HeldNotices.Unkeyed, StringComparison.Ordinal) ? null : row.MessageKey;
            end.Write(new OutgoingMessage(to, ProtocolJson.Deserialize<Activity>(row.Payload)!, key), work);
        }
    }

    // The ticket went on to others overnight, or ended: there is nothing to do for them.
    private static bool IsTheirs(Complaint complaint, string person) =>
        complaint.IsOpen && (complaint.AnswerablePerson == person || complaint.Deadlines.Any(d => d.Pending && d.Responsible == person));

    private static JsonObject Data(IReadOnlyList<Complaint> tickets, Reader reader, string person)
    {
        var waiting = tickets
            .Select(c => (Complaint: c, Deadline: c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null)))
            .Where(w => w.Deadline is not null)
            .OrderBy(w => w.Deadline!.Due)
            .Select(w => (w.Complaint, w.Deadline!))
            .ToList();
        return DigestCard.Data(waiting, reader, person, reader.Text("bundle.overnight", ("count", tickets.Count)));
    }

    private sealed class Row
    {
        public string MessageKey { get; init; } = "";

        public string Ticket { get; init; } = "";

        public string Payload { get; init; } = "";
    }
}
