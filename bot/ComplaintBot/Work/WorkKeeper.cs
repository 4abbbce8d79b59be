using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.People;
using ComplaintBot.Storage;
using ComplaintBot.Workers;
using Complaints.Organisations;

namespace ComplaintBot.Work;

/// <summary>Makes the rows of "my work" anew when the organisation changed: a new head has to approve, somebody left quality. Each
/// complaint keeps its own rows up to date by itself; this is for those to which nothing happens.</summary>
public sealed class WorkKeeper(Database database, OrganisationSource organisations, TimeProvider time, ILogger<WorkKeeper> log)
    : PeriodicWorker(time, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override string Failure => "The lists of what waits for whom were not brought up to date";

    /// <summary>Makes all rows anew, unless they were made by the same organisation; returns how many complaints it looked at.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var organisation = organisations.Current;
        var made = Mark(organisation);
        if (await database.ScalarAsync<string>("SELECT organisation FROM complaint_work_made", null, cancellationToken) == made)
            return 0;
        var tickets = await database.QueryAsync<string>(
            """
            SELECT ticket FROM complaints WHERE is_open = 1
            UNION SELECT ticket FROM complaint_deadlines WHERE ended_at IS NULL
            UNION SELECT ticket FROM complaint_work
            ORDER BY ticket
            """,
            null,
            cancellationToken
        );
        foreach (var ticket in tickets)
            await MakeAsync(ticket, organisation, cancellationToken);
        await database.WriteAsync(
            async tx =>
            {
                await tx.ExecuteAsync("DELETE FROM complaint_work_made", null, cancellationToken);
                await tx.ExecuteAsync("INSERT INTO complaint_work_made (organisation) VALUES (@made)", new { made }, cancellationToken);
            },
            cancellationToken
        );
        return tickets.Count;
    }

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        return false;
    }

    // The complaint is read inside the transaction that writes its rows: what happens meanwhile writes its own after it.
    private Task MakeAsync(string ticket, Organisation organisation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await tx.ScalarAsync<string>(
                    $"SELECT ticket FROM complaints WHERE ticket = @ticket {tx.Dialect.ForUpdate}",
                    new { ticket },
                    cancellationToken
                );
                if (await ComplaintStore.LoadAsync(ticket, tx, cancellationToken) is { } complaint)
                    await WorkRows.WriteAsync(tx, complaint, organisation, Time.GetUtcNow(), cancellationToken);
            },
            cancellationToken
        );

    // What decides whose turn it is: people with their roles and departments with their heads.
    private static string Mark(Organisation organisation)
    {
        var text = new StringBuilder();
        foreach (var s in organisation.Staff)
            text.Append(CultureInfo.InvariantCulture, $"{s.Id}|{s.Department}|{string.Join(',', s.Roles.Order())}\n");
        foreach (var d in organisation.Departments)
            text.Append(CultureInfo.InvariantCulture, $"{d.Id}|{d.Manager}|{d.Parent}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
