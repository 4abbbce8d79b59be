using ComplaintBot.Storage.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace ComplaintBot.Storage.Moving;

/// <summary>Moves everything from a SQLite file into an empty PostgreSQL database, in one transaction, and proves it: each table is read
/// again on the other side and compared row by row through sums of hashes; then every complaint's chain is walked there.</summary>
public sealed class MoveDatabase(Database from, Database to, TimeProvider time)
{
    private const int RowsBetweenReports = 500;

    /// <summary>Moves; <paramref name="progress"/> hears the share done, 0 to 1.</summary>
    /// <exception cref="InvalidOperationException">The source is in use or no SQLite file of this program's version, the target is no empty
    /// PostgreSQL database, or something was not alike; then the target is as it was.</exception>
    public async Task<MovedDatabase> RunAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        await to.MigrateAsync(time, cancellationToken);
        await using var target = (NpgsqlConnection)await to.Dialect.OpenAsync(cancellationToken);
        var tables = await TablesAsync(target, cancellationToken);
        if (await HasComplaintsOrMessagesAsync(cancellationToken))
            throw new InvalidOperationException("The target has complaints or messages already; give an empty database.");
        var all = await CountAsync(tables, cancellationToken);
        var told = new Progress(progress, all);

        await using var transaction = await target.BeginTransactionAsync(cancellationToken);
        await EmptyAsync(target, tables, cancellationToken);
        var rows = 0L;
        foreach (var table in tables)
        {
            var written = await CopyAsync(table, target, told, cancellationToken);
            if (!written.IsLike(await SumAsync(table, target, told, cancellationToken)))
                throw new InvalidOperationException($"The rows of {table.Name} are not alike after the move; nothing was kept.");
            rows += written.Rows;
        }
        await SetIdentitiesAsync(target, tables, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);

        var audit = await new Audit(to).CheckAsync(cancellationToken: cancellationToken);
        return audit.Fault is { } fault
            ? throw new InvalidOperationException($"The chain of {fault.Ticket} does not hold in the source either: {fault.Reason}.")
            : new(tables.Count, rows, audit.Complaints, audit.Events);
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (from.Dialect is not SqliteDialect file)
            throw new InvalidOperationException("The source must be a SQLite file (Data Source=…).");
        if (to.Dialect is not PostgresDialect)
            throw new InvalidOperationException("The target must be a PostgreSQL database (Host=…).");
        if (!file.Exists)
            throw new InvalidOperationException("The source does not exist.");
        if (file.IsInUse())
            throw new InvalidOperationException("A bot is running on the source; stop it first, so that nothing is left behind.");
        if (await from.StateAsync(cancellationToken) != SchemaState.Current)
            throw new InvalidOperationException(
                "The source is of another version of this program; start this one on it once, then stop it."
            );
    }

    // Those that refer to others come after them.
    private async Task<IReadOnlyList<MovedTable>> TablesAsync(NpgsqlConnection target, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<string, List<MovedColumn>>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(
            """
            SELECT table_name, column_name, data_type, is_identity FROM information_schema.columns
            WHERE table_schema = current_schema() AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position
            """,
            target
        );
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var (table, column) = (reader.GetString(0), reader.GetString(1));
                if (!columns.TryGetValue(table, out var known))
                    columns[table] = known = [];
                known.Add(new(column, TypeOf(reader.GetString(2), table, column), reader.GetString(3) == "YES"));
            }
        }
        var refers = (
            await from.QueryAsync<Reference>(
                """SELECT m.name AS "table", f."table" AS other FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f""",
                cancellationToken: cancellationToken
            )
        ).ToLookup(r => r.Table, r => r.Other);
        var own = await from.QueryAsync<string>(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            cancellationToken: cancellationToken
        );
        var left = own.Where(t => t != "migrations").Order(StringComparer.Ordinal).ToList();
        if (left.Find(t => !columns.ContainsKey(t)) is { } stranger)
            throw new InvalidOperationException($"The source has a table {stranger} that this program does not know.");
        var ordered = new List<MovedTable>();
        while (left.Count > 0)
        {
            var next = left.First(t => refers[t].All(o => o == t || !left.Contains(o)));
            left.Remove(next);
            ordered.Add(new(next, columns[next]));
        }
        return ordered;
    }

    private static NpgsqlDbType TypeOf(string type, string table, string column) =>
        type switch
        {
            "bigint" => NpgsqlDbType.Bigint,
            "integer" => NpgsqlDbType.Integer,
            "boolean" => NpgsqlDbType.Boolean,
            "text" => NpgsqlDbType.Text,
            "bytea" => NpgsqlDbType.Bytea,
            "double precision" => NpgsqlDbType.Double,
            _ => throw new InvalidOperationException($"{table}.{column} is {type}, which is not moved."),
        };

    private async Task<bool> HasComplaintsOrMessagesAsync(CancellationToken cancellationToken) =>
        await to.ScalarAsync<bool>(
            """
            SELECT EXISTS (SELECT 1 FROM complaint_events) OR EXISTS (SELECT 1 FROM inbox) OR EXISTS (SELECT 1 FROM outbox)
              OR EXISTS (SELECT 1 FROM direct_line_conversations)
            """,
            cancellationToken: cancellationToken
        );

    private async Task<long> CountAsync(IReadOnlyList<MovedTable> tables, CancellationToken cancellationToken)
    {
        var all = 0L;
        foreach (var table in tables)
            all += await from.ScalarAsync<long>($"SELECT count(*) FROM {table.Name}", cancellationToken: cancellationToken);
        return all;
    }

    private static async Task EmptyAsync(NpgsqlConnection target, IReadOnlyList<MovedTable> tables, CancellationToken cancellationToken)
    {
        // What the migrations themselves put there comes with the source, too.
        await using var command = new NpgsqlCommand($"TRUNCATE {string.Join(", ", tables.Select(t => t.Name))}", target);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<RowSum> CopyAsync(MovedTable table, NpgsqlConnection target, Progress told, CancellationToken cancellationToken)
    {
        var sum = new RowSum();
        await using var source = await from.Dialect.OpenAsync(cancellationToken);
        await using var command = source.CreateCommand();
        command.CommandText = table.Select;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await using var import = await target.BeginBinaryImportAsync(table.Copy, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var values = table.Read(rows);
            await table.WriteAsync(import, values, cancellationToken);
            sum.Add(values);
            told.Row();
        }
        await import.CompleteAsync(cancellationToken);
        return sum;
    }

    private static async Task<RowSum> SumAsync(
        MovedTable table,
        NpgsqlConnection target,
        Progress told,
        CancellationToken cancellationToken
    )
    {
        var sum = new RowSum();
        await using var command = new NpgsqlCommand(table.Select, target);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            sum.Add(table.Read(rows));
            told.Row();
        }
        return sum;
    }

    private static async Task SetIdentitiesAsync(
        NpgsqlConnection target,
        IReadOnlyList<MovedTable> tables,
        CancellationToken cancellationToken
    )
    {
        foreach (var (table, column) in tables.SelectMany(t => t.Columns.Where(c => c.IsIdentity).Select(c => (t.Name, c.Name))))
        {
            await using var command = new NpgsqlCommand(
                $"""
                SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)
                """,
                target
            );
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed class Progress(IProgress<double>? told, long rows)
    {
        private long _done;

        // Each row is read twice.
        public void Row()
        {
            if (++_done % RowsBetweenReports == 0)
                told?.Report(_done / (2.0 * Math.Max(1, rows)));
        }
    }

    private sealed class Reference
    {
        public string Table { get; init; } = "";

        public string Other { get; init; } = "";
    }
}

/// <summary>What was moved and proven.</summary>
public sealed record MovedDatabase(int Tables, long Rows, long Complaints, long Events);
