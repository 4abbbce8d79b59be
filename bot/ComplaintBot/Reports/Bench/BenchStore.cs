using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ComplaintBot.Storage;
using Npgsql;

namespace ComplaintBot.Reports.Bench;

/// <summary>An empty database for one run of the bench, gone afterwards: a SQLite file, a new database on a given PostgreSQL, or a PostgreSQL of its own in a
/// temporary folder on a loopback port.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private BenchStore(string connectionString, Func<Task> remove) => (Database, _remove) = (Database.For(connectionString), remove);

    public Database Database { get; }

    public static async Task<BenchStore> OpenAsync(string engine, string postgres)
    {
        var folder = Directory.CreateTempSubdirectory("complaintbot-bench-").FullName;
        Task Remove()
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }

        if (engine == "sqlite")
            return new($"Data Source={Path.Combine(folder, "bench.db")}", Remove);
        return postgres.Length > 0 ? await NewDatabaseAsync(postgres, Remove) : await OwnServerAsync(Path.Combine(folder, "data"), folder, Remove);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _remove();
    }

    private static async Task<BenchStore> NewDatabaseAsync(string postgres, Func<Task> remove)
    {
        var name = "bench_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(postgres, $"CREATE DATABASE {name}");
        return new(new NpgsqlConnectionStringBuilder(postgres) { Database = name }.ConnectionString, async () =>
        {
            await ExecuteAsync(postgres, $"DROP DATABASE {name} WITH (FORCE)");
            await remove();
        });
    }

    private static async Task<BenchStore> OwnServerAsync(string data, string folder, Func<Task> remove)
    {
        var bin = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin");
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        // The server refuses to run as root; in a container that is who we are.
        string[] asPostgres = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        if (asPostgres.Length > 0)
            Run(["chown", "postgres:postgres", folder]);
        Run([.. asPostgres, Path.Combine(bin, "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        Run([.. asPostgres, Path.Combine(bin, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=512MB -c max_wal_size=4GB", "start"]);
        return await NewDatabaseAsync($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres", async () =>
        {
            Run([.. asPostgres, Path.Combine(bin, "pg_ctl"), "-D", data, "-w", "-m", "fast", "stop"]);
            await remove();
        });
    }

    private static void Run(string[] command)
    {
        // Nothing is captured: the server that pg_ctl leaves behind would hold the pipe open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} … ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
