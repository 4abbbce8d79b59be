using System.Globalization;
using ComplaintBot.Storage;
using Dapper;
using Npgsql;

namespace Workbench.Bench;

/// <summary>A database of the bench with so many complaints: a SQLite file, or a database of a PostgreSQL server. It stays for the
/// next run, which takes it as it is when it was filled completely. Its name says by which definition of rows and tables; those of
/// older definitions are removed.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private BenchStore(string connectionString, int size) => (Database, Size) = (Database.For(connectionString), size);

    public Database Database { get; }

    /// <summary>Complaints in it.</summary>
    public int Size { get; }

    /// <summary>The one in a file of <paramref name="folder"/>.</summary>
    public static BenchStore InFile(string folder, int size)
    {
        var name = $"queries-{Number(size)}-{BenchData.Definition}.db";
        foreach (
            var old in Directory
                .GetFiles(folder, $"queries-{Number(size)}-*")
                .Where(f => !Path.GetFileName(f).StartsWith(name, StringComparison.Ordinal))
        )
            File.Delete(old);
        return new($"Data Source={Path.Combine(folder, name)}", size);
    }

    /// <summary>The one on a server.</summary>
    public static async Task<BenchStore> OnServerAsync(string server, int size)
    {
        var kind = $"complaintbot_bench_{Number(size)}_";
        var name = kind + BenchData.Definition;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        foreach (
            var old in await connection.QueryAsync<string>(
                "SELECT datname FROM pg_database WHERE starts_with(datname, @kind) AND datname <> @name",
                new { kind, name }
            )
        )
            await connection.ExecuteAsync($"DROP DATABASE {old} WITH (FORCE)");
        if (await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM pg_database WHERE datname = @name", new { name }) == 0)
            await connection.ExecuteAsync($"CREATE DATABASE {name}");
        return new(new NpgsqlConnectionStringBuilder(server) { Database = name, CommandTimeout = 1800 }.ConnectionString, size);
    }

    /// <summary>True when an earlier run filled it to the end.</summary>
    public async Task<bool> IsFilledAsync()
    {
        await Database.ExecuteAsync("CREATE TABLE IF NOT EXISTS bench_filled (size BIGINT NOT NULL)");
        return await Database.ScalarAsync<long>("SELECT max(size) FROM bench_filled") == Size;
    }

    /// <summary>Empties the tables of an interrupted run.</summary>
    public async Task EmptyAsync()
    {
        foreach (
            var table in new[]
            {
                "complaints",
                "complaint_closes",
                "complaint_surveys",
                "complaint_deadlines",
                "complaint_inspections",
                "complaint_rectifications",
                "figure_sums",
                "figure_sums_made",
            }
        )
            await Database.ExecuteAsync($"DELETE FROM {table}");
        await Database.ExecuteAsync("DROP TABLE IF EXISTS bench_days");
    }

    /// <summary>Brings the planner's knowledge up to date, as the running bot (SQLite) or the server by itself (PostgreSQL) does.</summary>
    public async Task SettleAsync()
    {
        await Database.TidyAsync();
        await using (var connection = await Database.Dialect.OpenAsync(CancellationToken.None))
        {
            // A million complaints at once leave behind what little by little would have been cleared away.
            await connection.ExecuteAsync(
                connection is NpgsqlConnection ? "VACUUM (ANALYZE)" : "PRAGMA wal_checkpoint(TRUNCATE)",
                commandTimeout: 1800
            );
        }
        await Database.ExecuteAsync("INSERT INTO bench_filled (size) VALUES (@Size)", new { Size });
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static string Number(int size) => size.ToString(CultureInfo.InvariantCulture);
}
