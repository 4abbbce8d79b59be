using System.Data.Common;
using System.Globalization;

namespace ComplaintBot.Storage;

/// <summary>Numbered steps of the schema, the embedded files Storage/Migrations/NNNN_name.sql. Each is applied once, in order, all in one
/// transaction under a lock. A step that was delivered is never changed; a correction is a new step.</summary>
internal sealed class Migrations(Database database, TimeProvider time)
{
    private const string Folder = "ComplaintBot.Storage.Migrations.";

    private static readonly IReadOnlyList<Step> Steps =
    [
        .. typeof(Migrations)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => new Step(int.Parse(n.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), n[(Folder.Length + 5)..^4], n))
            .OrderBy(s => s.Number),
    ];

    /// <summary>The text of all steps.</summary>
    public static string AllText => string.Concat(Steps.Select(s => s.Read()));

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (Steps.GroupBy(s => s.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException(
                $"Two migrations have the number {twice.Key}: {string.Join(", ", twice.Select(s => s.Name))}."
            );
        await database.Dialect.PrepareAsync(cancellationToken);
        await database.WriteAsync(tx => ApplyAsync(tx, cancellationToken), cancellationToken);
    }

    public static async Task<bool> AreAppliedAsync(Database database, CancellationToken cancellationToken) =>
        await database.ScalarAsync<long>("SELECT count(*) FROM migrations", cancellationToken: cancellationToken) >= Steps.Count;

    /// <summary>How far the schema of a database that answers is.</summary>
    public static async Task<SchemaState> StateAsync(Database database, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> applied;
        try
        {
            applied = await database.QueryAsync<int>("SELECT number FROM migrations", cancellationToken: cancellationToken);
        }
        catch (DbException)
        {
            // No such table yet.
            return SchemaState.Empty;
        }
        var known = Steps.Select(s => s.Number).ToHashSet();
        return applied.Any(n => !known.Contains(n)) ? SchemaState.Newer
            : applied.Count < known.Count ? SchemaState.Older
            : SchemaState.Current;
    }

    private async Task ApplyAsync(DbTransactionScope tx, CancellationToken cancellationToken)
    {
        await tx.Dialect.LockMigrationsAsync(tx, cancellationToken);
        await tx.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS migrations (
              number     INTEGER PRIMARY KEY,
              name       TEXT NOT NULL,
              applied_at BIGINT NOT NULL)
            """,
            cancellationToken: cancellationToken
        );
        var done = (await tx.QueryAsync<int>("SELECT number FROM migrations", cancellationToken: cancellationToken)).ToHashSet();
        var newest = Steps.Count == 0 ? 0 : Steps[^1].Number;
        if (done.Count > 0 && done.Max() > newest)
            throw new InvalidOperationException(
                $"The database is at migration {done.Max()}, this program knows only {newest}: it is older than the database."
            );

        foreach (var step in Steps.Where(s => !done.Contains(s.Number)))
        {
            await tx.ExecuteAsync(tx.Dialect.Translate(step.Read()), cancellationToken: cancellationToken);
            await tx.ExecuteAsync(
                "INSERT INTO migrations (number, name, applied_at) VALUES (@Number, @Name, @Now)",
                new
                {
                    step.Number,
                    step.Name,
                    Now = time.GetUtcNow(),
                },
                cancellationToken
            );
        }
    }

    private sealed record Step(int Number, string Name, string Resource)
    {
        public string Read()
        {
            using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }
}

/// <summary>How far the schema of a database is, seen from this program.</summary>
public enum SchemaState
{
    /// <summary>No table was made yet.</summary>
    Empty,

    /// <summary>Some steps are missing; the next start applies them.</summary>
    Older,

    /// <summary>As this program needs it.</summary>
    Current,

    /// <summary>A newer program was here.</summary>
    Newer,
}
