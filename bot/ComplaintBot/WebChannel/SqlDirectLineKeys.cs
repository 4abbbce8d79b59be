using System.Security.Cryptography;
using ComplaintBot.Storage;
using DirectLine.Access;

namespace ComplaintBot.WebChannel;

/// <summary>Server keys, made by the first process that needs one and kept in the database for all.</summary>
public sealed class SqlDirectLineKeys(Database database, TimeProvider time) : IDirectLineKeys
{
    /// <summary>How long a process goes on with the keys it has read.</summary>
    public static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(5);

    private (DirectLineKeyRing Ring, DateTimeOffset Until)? _read;

    /// <inheritdoc/>
    public async ValueTask<DirectLineKeyRing> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_read is { } read && now < read.Until)
            return read.Ring;
        var ring = await ReadAsync(now, cancellationToken) ?? await MakeFirstAsync(now, cancellationToken);
        _read = (ring, now + ReadAgainAfter);
        return ring;
    }

    /// <summary>Makes a new key that signs as soon as every process has had the time to read it. Older keys go on being accepted.</summary>
    public Task RotateAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            """
            INSERT INTO direct_line_keys (number, id, material, valid_from)
            SELECT max(number) + 1, @id, @material, @validFrom FROM direct_line_keys
            """,
            NewKey(time.GetUtcNow() + 2 * ReadAgainAfter),
            cancellationToken
        );

    private async Task<DirectLineKeyRing?> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<KeyRow>(
            "SELECT id, material, valid_from FROM direct_line_keys ORDER BY number DESC",
            cancellationToken: cancellationToken
        );
        var current = rows.FirstOrDefault(r => r.ValidFrom <= now) ?? (rows.Count == 0 ? null : rows[^1]);
        return current is null ? null : new(current.Read(), rows.Where(r => r != current).Select(r => r.Read()));
    }

    // Several processes may start at once on an empty database; the first row wins.
    private async Task<DirectLineKeyRing> MakeFirstAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            """
            INSERT INTO direct_line_keys (number, id, material, valid_from) VALUES (1, @id, @material, @validFrom)
            ON CONFLICT (number) DO NOTHING
            """,
            NewKey(now),
            cancellationToken
        );
        return await ReadAsync(now, cancellationToken) ?? throw new InvalidOperationException("The key that was just stored is not there.");
    }

    private static object NewKey(DateTimeOffset validFrom) =>
        new
        {
            id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            material = RandomNumberGenerator.GetBytes(32),
            validFrom,
        };

    private sealed class KeyRow
    {
        public string Id { get; init; } = "";

        public byte[] Material { get; init; } = [];

        public DateTimeOffset ValidFrom { get; init; }

        public DirectLineKey Read() => new(Id, Material);
    }
}
