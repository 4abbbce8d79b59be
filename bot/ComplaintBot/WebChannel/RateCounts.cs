using ComplaintBot.Storage;
using DirectLine.Access;

namespace ComplaintBot.WebChannel;

/// <summary>Counts what visitors do, so that all processes on the database count together.</summary>
internal static class RateCounts
{
    /// <summary>Counts all charges or none; zero, or the time to wait. Keys are locked in one order, so that two callers cannot
    /// block each other.</summary>
    public static async Task<TimeSpan> ChargeAsync(
        DbTransactionScope tx,
        IReadOnlyList<RateCharge> charges,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (next, wait) = (new List<(string Key, DateTimeOffset EmptyAt)>(), TimeSpan.Zero);
        foreach (var charge in charges.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var (emptyAt, toWait) = RateArithmetic.Charge(charge, await LockAsync(tx, charge.Key, now, cancellationToken), now);
            if (emptyAt is { } at)
                next.Add((charge.Key, at));
            wait = toWait > wait ? toWait : wait;
        }
        if (wait == TimeSpan.Zero)
        {
            foreach (var (key, emptyAt) in next)
                await tx.ExecuteAsync(
                    "UPDATE direct_line_rates SET empty_at = @emptyAt WHERE key = @key",
                    new { key, emptyAt },
                    cancellationToken
                );
        }
        return wait;
    }

    private static async Task<DateTimeOffset> LockAsync(
        DbTransactionScope tx,
        string key,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var select = $"SELECT empty_at FROM direct_line_rates WHERE key = @key {tx.Dialect.ForUpdate}";
        if (await tx.FirstOrDefaultAsync<DateTimeOffset?>(select, new { key }, cancellationToken) is { } known)
            return known;
        await tx.ExecuteAsync(
            "INSERT INTO direct_line_rates (key, empty_at) VALUES (@key, @now) ON CONFLICT (key) DO NOTHING",
            new { key, now },
            cancellationToken
        );
        // Another process may have been first; then this waits for it. A sweep in between leaves nothing, which means empty.
        return await tx.FirstOrDefaultAsync<DateTimeOffset?>(select, new { key }, cancellationToken) ?? now;
    }
}
