using ComplaintBot.Storage;
using Complaints;
using Complaints.Events;
using Complaints.Organisations;

namespace ComplaintBot.FollowUp;

/// <summary>Keeps count of the reminders that people get in a day (docs/procedure.md §6): who had more than the ladder's number gets one
/// digest instead of further cards.</summary>
public sealed class ReminderLoad(Database database)
{
    /// <summary>Those of the people reminded in these events who get a digest instead of a card. Critical complaints always come at
    /// once.</summary>
    public async Task<IReadOnlySet<string>> BundledAsync(
        Complaint complaint,
        Organisation organisation,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var people = Reminded(complaint).SelectMany(r => r.To).Distinct().ToList();
        if (people.Count == 0 || complaint.Severity == Severity.Critical)
            return new HashSet<string>();
        var bundled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            var sent = await database.QueryAsync<long>(
                "SELECT sent FROM reminder_counts WHERE person = @person AND day = @day",
                new { person, day = Day(organisation, now) },
                cancellationToken
            );
            if (sent is [var count] && count >= organisation.Ladder.DigestAbove)
                bundled.Add(person);
        }
        return bundled;
    }

    /// <summary>The write that counts the new reminders and keeps those that wait for a digest.</summary>
    public static IWrite Count(Complaint complaint, IReadOnlySet<string> bundled, Organisation organisation, DateTimeOffset now)
    {
        var reminded = Reminded(complaint).SelectMany(r => r.To.Select(person => (Person: person, Deadline: r.Id))).ToList();
        return new Write(
            async (tx, cancellationToken) =>
            {
                foreach (var (person, deadline) in reminded)
                {
                    await tx.ExecuteAsync(
                        """
                        INSERT INTO reminder_counts (person, day, sent) VALUES (@person, @day, 1)
                        ON CONFLICT (person, day) DO UPDATE SET sent = reminder_counts.sent + 1
                        """,
                        new { person, day = Day(organisation, now) },
                        cancellationToken
                    );
                    if (bundled.Contains(person))
                    {
                        await tx.ExecuteAsync(
                            """
                            INSERT INTO reminder_digests (person, ticket, deadline, at) VALUES (@person, @Ticket, @deadline, @now)
                            ON CONFLICT (person, ticket, deadline) DO NOTHING
                            """,
                            new
                            {
                                person,
                                complaint.Ticket,
                                deadline,
                                now,
                            },
                            cancellationToken
                        );
                    }
                }
            }
        );
    }

    private static IEnumerable<Reminded> Reminded(Complaint complaint) => complaint.NewEvents.Select(e => e.Event).OfType<Reminded>();

    private static DateOnly Day(Organisation organisation, DateTimeOffset now) => DateOnly.FromDateTime(organisation.Local(now).DateTime);
}
