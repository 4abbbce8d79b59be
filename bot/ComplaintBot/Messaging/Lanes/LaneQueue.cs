using ComplaintBot.Storage;

namespace ComplaintBot.Messaging.Lanes;

/// <summary>Another process has taken the lane over: whatever was done for it must not be written.</summary>
public sealed class LaneLostException : Exception
{
    /// <summary>A lane that was lost.</summary>
    public LaneLostException()
        : this("The lease on the lane has ended.") { }

    /// <summary>A lane that was lost, in words for the log.</summary>
    public LaneLostException(string message)
        : base(message) { }

    /// <summary>A lane that was lost, with its cause.</summary>
    public LaneLostException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>Items in lanes: within a lane strictly one after the other, whichever of many processes works on it; lanes side by
/// side. A process holds a lane by a lease that it renews; when it dies the lease runs out and another takes over. Every write for
/// a lane first checks the lease in the same transaction, so that two workers never both have an effect. The tables are
/// <c>{items}</c> and <c>{items}_lanes</c>.</summary>
public sealed class LaneQueue(Database database, TimeProvider time, string items)
{
    private readonly string _lanes = items + "_lanes";

    /// <summary>How long a lane stays with a process that was not heard of.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>This process's name on its leases.</summary>
    public string Owner => database.Presence.Name;

    /// <summary>Says, in the transaction that adds an item, that the lane has work at <paramref name="at"/>. Call it before the
    /// insert: it holds the lane's row, and so ids of items in one lane ascend in the order of their commits.</summary>
    public Task TouchAsync(DbTransactionScope tx, string lane, DateTimeOffset at, CancellationToken cancellationToken) =>
        tx.ExecuteAsync(
            $"""
            INSERT INTO {_lanes} (lane, next_at) VALUES (@lane, @at)
            ON CONFLICT (lane) DO UPDATE SET next_at =
              CASE WHEN {_lanes}.next_at IS NULL OR {_lanes}.next_at > excluded.next_at THEN excluded.next_at ELSE {_lanes}.next_at END
            """,
            new { lane, at },
            cancellationToken
        );

    /// <summary>Wakes a lane that waits, if there is anything in it. A lane that is being worked on, or is empty, is left alone and
    /// not even locked; should it be parked at this very moment, it looks again by itself (<see cref="ParkAsync"/>).</summary>
    public Task WakeAsync(DbTransactionScope tx, string lane, CancellationToken cancellationToken) =>
        tx.ExecuteAsync(
            $"""
            UPDATE {_lanes} SET next_at = @now
            WHERE lane = @lane AND lease_owner IS NULL AND next_at > @now
              AND EXISTS (SELECT 1 FROM {items} WHERE lane = @lane AND state = 'pending')
            """,
            new { lane, now = time.GetUtcNow() },
            cancellationToken
        );

    /// <summary>Takes up to <paramref name="max"/> lanes with due work that nobody holds.</summary>
    public async Task<IReadOnlyList<string>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        await database.Presence.ShowAsync(cancellationToken);
        return await database.WriteAsync(
            tx =>
            {
                var now = time.GetUtcNow();
                return tx.QueryAsync<string>(
                    $"""
                    WITH due AS MATERIALIZED (
                      SELECT lane FROM {_lanes}
                      WHERE next_at <= @now AND (lease_until IS NULL OR lease_until <= @now)
                      ORDER BY next_at LIMIT @max {tx.Dialect.ForUpdateSkipLocked})
                    UPDATE {_lanes} SET lease_owner = @Owner, lease_until = @until
                    WHERE lane IN (SELECT lane FROM due)
                    RETURNING lane
                    """,
                    new
                    {
                        now,
                        max,
                        Owner,
                        until = now + Lease,
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );
    }

    /// <summary>Takes the leases from processes that have ended, so that nobody waits for them to run out.</summary>
    public async Task EndLeasesOfTheDeadAsync(CancellationToken cancellationToken)
    {
        var others = await database.QueryAsync<string>(
            $"SELECT DISTINCT lease_owner FROM {_lanes} WHERE next_at <= @now AND lease_owner <> @Owner",
            new { now = time.GetUtcNow(), Owner },
            cancellationToken
        );
        foreach (var other in others)
        {
            if (await database.Presence.HasEndedAsync(other, cancellationToken))
                await database.ExecuteAsync(
                    $"UPDATE {_lanes} SET lease_owner = NULL, lease_until = NULL WHERE next_at <= @now AND lease_owner = @other",
                    new { now = time.GetUtcNow(), other },
                    cancellationToken
                );
        }
    }

    /// <summary>Renews the leases of this worker; answers the lanes that are still its own.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(CancellationToken cancellationToken)
    {
        await database.Presence.ShowAgainAsync(cancellationToken);
        return await database.WriteAsync(
            tx =>
                tx.QueryAsync<string>(
                    $"UPDATE {_lanes} SET lease_until = @until WHERE lease_owner = @Owner RETURNING lane",
                    new { Owner, until = time.GetUtcNow() + Lease },
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>Checks, in the transaction that writes for a lane, that the lane is still ours, and keeps it so until the commit.</summary>
    /// <exception cref="LaneLostException">It is not.</exception>
    public async Task HoldAsync(DbTransactionScope tx, string lane, CancellationToken cancellationToken)
    {
        var held = await tx.ExecuteAsync(
            $"UPDATE {_lanes} SET lease_until = @until WHERE lane = @lane AND lease_owner = @Owner",
            new
            {
                lane,
                Owner,
                until = time.GetUtcNow() + Lease,
            },
            cancellationToken
        );
        if (held != 1)
            throw new LaneLostException($"Another process works on {lane} now.");
    }

    /// <summary>The lane's first waiting item as <typeparamref name="T"/>, with its attempts counted up; when none is due the lane is given
    /// back and the answer is null.</summary>
    /// <exception cref="LaneLostException">The lane is not ours any more.</exception>
    public Task<T?> TakeAsync<T>(string lane, CancellationToken cancellationToken)
        where T : class =>
        database.WriteAsync(
            async tx =>
            {
                await HoldAsync(tx, lane, cancellationToken);
                var item = await tx.FirstOrDefaultAsync<T>(
                    $"""
                    UPDATE {items} SET attempts = attempts + 1
                    WHERE next_at <= @now AND id = (SELECT id FROM {items} WHERE lane = @lane AND state = 'pending' ORDER BY id LIMIT 1)
                    RETURNING *
                    """,
                    new { lane, now = time.GetUtcNow() },
                    cancellationToken
                );
                if (item is null)
                    await ReleaseAsync(tx, lane, cancellationToken);
                return item;
            },
            cancellationToken
        );

    /// <summary>Gives a lane back in the middle of its work, at a stop of the program.</summary>
    public Task ReleaseAsync(string lane, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await HoldAsync(tx, lane, cancellationToken);
                await ReleaseAsync(tx, lane, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Gives a lane back that waits for something else than time: for <see cref="WakeAsync"/>. A wake-up can be missed, so
    /// it looks again after a while. Hold the lane first.</summary>
    public Task ParkAsync(DbTransactionScope tx, string lane, CancellationToken cancellationToken) =>
        tx.ExecuteAsync(
            $"UPDATE {_lanes} SET lease_owner = NULL, lease_until = NULL, next_at = @at WHERE lane = @lane",
            new { lane, at = time.GetUtcNow() + LookAgain },
            cancellationToken
        );

    /// <summary>Gives a lane back in the transaction that wrote for it; it is due when its first waiting item is. Hold it first:
    /// then nobody can add an item between this look at the items and the commit.</summary>
    public Task ReleaseAsync(DbTransactionScope tx, string lane, CancellationToken cancellationToken) =>
        tx.ExecuteAsync(
            $"""
            UPDATE {_lanes} SET lease_owner = NULL, lease_until = NULL,
              next_at = (SELECT next_at FROM {items} WHERE lane = @lane AND state = 'pending' ORDER BY id LIMIT 1)
            WHERE lane = @lane
            """,
            new { lane },
            cancellationToken
        );
}
