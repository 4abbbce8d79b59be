using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using Complaints;
using Complaints.Organisations;
using Complaints.PersonalData;
using Complaints.Procedure;

namespace ComplaintBot.PersonalData;

/// <summary>Forgets one customer: complaints keep what happened and lose who it happened to; conversations, files and messages go.
/// A customer with an
/// open complaint is not forgotten: it could not be handled any more.</summary>
public sealed class CustomerErasure(Database database, ComplaintStore complaints, FileContents contents)
{
    /// <summary>What is there to forget.</summary>
    public Task<CustomerTraces> TracesAsync(string customer, CancellationToken cancellationToken) =>
        database.ReadAsync(session => CustomerTraces.FindAsync(session, customer, cancellationToken), cancellationToken);

    /// <summary>The write that forgets them; a refusal when a complaint is open or the person may not.</summary>
    public async Task<(IWrite? Write, Refusal? Refusal)> PlanAsync(
        CustomerTraces traces,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<(Complaint Before, IReadOnlyList<Complaints.Events.RecordedEvent> Left)>();
        foreach (var ticket in traces.Tickets)
        {
            var complaint = (await complaints.LoadAsync(ticket, cancellationToken))!;
            var left = Erasure.Left(complaint, traces.Customer);
            var outcome = ComplaintDesk.Do(complaint, new ErasePersonalData(traces.Customer), context);
            if (outcome.Refusal is { } refusal)
                return (null, refusal);
            changed.Add((complaint, left));
        }
        return (
            new Write(
                async (tx, token) =>
                {
                    foreach (var (complaint, left) in changed)
                        await RewriteAsync(tx, complaint, left, traces.Customer, context.Organisation, token);
                    await ForgetAsync(tx, traces, changed.SelectMany(c => c.Before.Evidence).Select(e => e.Id).ToList(), token);
                }
            ),
            null
        );
    }

    // The new event first: it fails when somebody went on with the complaint meanwhile.
    private async Task RewriteAsync(
        DbTransactionScope tx,
        Complaint complaint,
        IReadOnlyList<Complaints.Events.RecordedEvent> left,
        string customer,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        await complaints.Save(complaint, organisation).ExecuteAsync(tx, cancellationToken);
        foreach (var e in left)
        {
            await tx.ExecuteAsync(
                """
                UPDATE complaint_events SET event = @Json, by_id = @id, by_name = @name, command = @Command
                WHERE ticket = @Ticket AND version = @Version
                """,
                new
                {
                    e.Json,
                    id = e.By.Id,
                    name = e.By.Name,
                    e.Command,
                    e.Ticket,
                    e.Version,
                },
                cancellationToken
            );
        }
        await tx.ExecuteAsync(
            "DELETE FROM complaint_parties WHERE ticket = @Ticket AND customer = @customer",
            new { complaint.Ticket, customer },
            cancellationToken
        );
        await tx.ExecuteAsync(
            "UPDATE complaint_surveys SET comment = NULL WHERE ticket = @Ticket",
            new { complaint.Ticket },
            cancellationToken
        );
        var changed = left.ToDictionary(e => e.Version);
        var forgotten = Complaint.FromHistory(complaint.History.Select(e => changed.GetValueOrDefault(e.Version, e)));
        await complaints.Project(forgotten, organisation).ExecuteAsync(tx, cancellationToken);
    }

    private async Task ForgetAsync(DbTransactionScope tx, CustomerTraces traces, List<string> files, CancellationToken cancellationToken)
    {
        foreach (var id in traces.Conversations)
        {
            await contents.ReleaseAsync(tx, "direct_line_uploads", "conversation_id = @id", new { id }, cancellationToken);
            foreach (var table in new[] { "direct_line_log", "direct_line_uploads", "direct_line_tickets" })
                await tx.ExecuteAsync($"DELETE FROM {table} WHERE conversation_id = @id", new { id }, cancellationToken);
            await tx.ExecuteAsync("DELETE FROM direct_line_conversations WHERE id = @id", new { id }, cancellationToken);
        }
        foreach (var lane in traces.Lanes.Append(traces.Person))
        {
            foreach (var table in new[] { "inbox", "outbox", "sent_messages", "conversation_references" })
                await tx.ExecuteAsync($"DELETE FROM {table} WHERE lane = @lane", new { lane }, cancellationToken);
            await tx.ExecuteAsync("DELETE FROM dialog_states WHERE conversation_key = @lane", new { lane }, cancellationToken);
        }
        await tx.ExecuteAsync(
            "DELETE FROM hand_over_lines WHERE hand_over IN (SELECT id FROM hand_overs WHERE customer = @Customer)",
            new { traces.Customer },
            cancellationToken
        );
        await tx.ExecuteAsync("DELETE FROM hand_overs WHERE customer = @Customer", new { traces.Customer }, cancellationToken);
        await tx.ExecuteAsync("DELETE FROM picked_meanings WHERE said_by = @Customer", new { traces.Customer }, cancellationToken);
        foreach (var id in files.Where(f => f.StartsWith(EvidenceStore.TeamsPrefix, StringComparison.Ordinal)))
        {
            await contents.ReleaseAsync(tx, "evidence_files", "id = @id", new { id }, cancellationToken);
            await tx.ExecuteAsync("DELETE FROM evidence_files WHERE id = @id", new { id }, cancellationToken);
        }
        // What staff were told and what they wrote, as far as it is kept for repeats; what still waits to be told, too.
        foreach (var ticket in traces.Tickets)
        {
            var about = $"%{ticket}%";
            await tx.ExecuteAsync("DELETE FROM inbox WHERE state <> 'pending' AND activity LIKE @about", new { about }, cancellationToken);
            await tx.ExecuteAsync("DELETE FROM outbox WHERE payload LIKE @about", new { about }, cancellationToken);
        }
    }
}
