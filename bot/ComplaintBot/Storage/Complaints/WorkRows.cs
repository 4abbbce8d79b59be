using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Work;

namespace ComplaintBot.Storage;

/// <summary>The rows of "my work", beside the complaint that they come from.</summary>
public static class WorkRows
{
    /// <summary>Makes them new from the complaint as it is.</summary>
    public static async Task WriteAsync(
        DbTransactionScope tx,
        Complaint complaint,
        Organisation organisation,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await tx.ExecuteAsync("DELETE FROM complaint_work WHERE ticket = @Ticket", new { complaint.Ticket }, cancellationToken);
        foreach (var item in Of(complaint, organisation, now))
            await tx.ExecuteAsync(
                """
                INSERT INTO complaint_work (ticket, person, what, subject, due_at) VALUES (@Ticket, @Person, @What, @Subject, @Due)
                ON CONFLICT (ticket, person, what, subject) DO NOTHING
                """,
                new
                {
                    complaint.Ticket,
                    item.Person,
                    item.What,
                    item.Subject,
                    item.Due,
                },
                cancellationToken
            );
    }

    private static IReadOnlyList<WorkItem> Of(Complaint complaint, Organisation organisation, DateTimeOffset now) =>
        WhoseTurn.Of(complaint, new CommandContext(organisation, now, Actor.System, Channel.Teams));
}
