using ComplaintBot.Storage;

namespace ComplaintBot.Tickets;

/// <summary>Counts wrong follow-up codes, by who tried and by the number tried: after so many nothing is looked up any more, and the
/// answer stays the same.</summary>
internal sealed class CodeTries(Database database)
{
    private const int MostOfOne = 5;
    private const int MostForTicket = 20;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>True when this person, or everybody together for this ticket, tried too often within the last hour.</summary>
    public async Task<bool> AreTooManyAsync(string customer, string ticket, DateTimeOffset now, CancellationToken cancellationToken) =>
        await CountAsync(customer, now, cancellationToken) >= MostOfOne
        || await CountAsync(ticket, now, cancellationToken) >= MostForTicket;

    /// <summary>Notes a wrong try; what is too old to count goes.</summary>
    public static Func<DbTransactionScope, CancellationToken, Task> Note(string customer, string ticket, DateTimeOffset now) =>
        async (tx, cancellationToken) =>
        {
            await tx.ExecuteAsync("DELETE FROM code_tries WHERE at < @old", new { old = now - Window }, cancellationToken);
            foreach (var who in new[] { customer, ticket })
                await tx.ExecuteAsync("INSERT INTO code_tries (who, at) VALUES (@who, @now)", new { who, now }, cancellationToken);
        };

    private async Task<long> CountAsync(string who, DateTimeOffset now, CancellationToken cancellationToken) =>
        await database.ScalarAsync<long>(
            "SELECT count(*) FROM code_tries WHERE who = @who AND at >= @since",
            new { who, since = now - Window },
            cancellationToken
        );
}
