using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.FollowUp;

/// <summary>Sends the reminders that were bundled as one card a person and day, half an hour after the first of them: what is late first,
/// then what is due next. What comes later that day changes the card.</summary>
public sealed class ReminderDigests(Database database, ComplaintStore complaints, TurnEnd end, Speech speech)
{
    private static readonly TimeSpan Gather = TimeSpan.FromMinutes(30);

    /// <summary>Sends every digest whose time has come; returns how many.</summary>
    public async Task<int> SendDueAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await database.QueryAsync<string>(
            "SELECT person FROM reminder_digests WHERE sent_at IS NULL GROUP BY person HAVING min(at) <= @until ORDER BY person",
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
        var today = organisation.Local(now);
        var midnight = today - today.TimeOfDay;
        var rows = await database.QueryAsync<Row>(
            "SELECT ticket, deadline FROM reminder_digests WHERE person = @person AND (sent_at IS NULL OR sent_at >= @midnight)",
            new { person, midnight },
            cancellationToken
        );
        work.Add(
            async (tx, token) =>
            {
                await tx.ExecuteAsync(
                    "DELETE FROM reminder_digests WHERE person = @person AND sent_at < @midnight",
                    new { person, midnight },
                    token
                );
                await tx.ExecuteAsync(
                    "UPDATE reminder_digests SET sent_at = @now WHERE person = @person AND at <= @now",
                    new { person, now },
                    token
                );
            }
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
        var reader = new Reader(organisation, now, speech, language);
        var data = DigestCard.Data(
            [.. waiting.OrderBy(w => w.Deadline.Due)],
            reader,
            person,
            reader.Text("bundle.headline", ("count", waiting.Count))
        );
        var card = speech.Card("digest", language, data, Cards.CardTarget.Teams);
        end.Write(new OutgoingMessage(new Recipient.Staff(person), card, $"digest:{today:yyyy-MM-dd}"), work);
    }

    private sealed class Row
    {
        public string Ticket { get; init; } = "";

        public string Deadline { get; init; } = "";
    }
}
