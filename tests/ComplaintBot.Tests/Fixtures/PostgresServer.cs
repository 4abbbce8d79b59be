using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ComplaintBot.Tests.Fixtures;

/// <summary>A real PostgreSQL in a temporary folder on a loopback port, started once per test run by the first test that needs
/// it.</summary>
public sealed class PostgresServer
{
    // The server lives as long as the shell's standard input: when the test run ends, in whatever way, the pipe closes and the shell
    // stops exactly the process that it started and removes the folder. A server that dies by itself ends the shell, too.
    private const string Script = """
        trap '' INT TERM HUP
        bin=$1 dir=$2 port=$3
        "$bin/initdb" -D "$dir" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || exit 1
        exec 3<&0
        "$bin/postgres" -D "$dir" -k "$dir" -p "$port" -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=400 \
          -c deadlock_timeout=200ms >"$dir/server.log" 2>&1 3<&- &
        server=$!
        { read -r _ <&3; kill -INT "$server"; } &
        watcher=$!
        wait "$server"
        kill -KILL "$watcher" 2>/dev/null
        rm -rf "$dir"
        """;

    private static readonly Lazy<Task<PostgresServer>> Running = new(StartAsync);
    private readonly int _port;
    private int _databases;

    private PostgresServer(int port) => _port = port;

    /// <summary>The server of this test run.</summary>
    public static Task<PostgresServer> SharedAsync() => Running.Value;

    /// <summary>A connection string for a database of this server.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port.ToString(CultureInfo.InvariantCulture)};Username=postgres;Database={database};Maximum Pool Size=40";

    /// <summary>Makes a new database, a copy of <paramref name="template"/> when given; answers its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = "test_" + Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"));
        return ConnectionString(name);
    }

    /// <summary>Removes a database, cutting off whoever is still connected.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        const int Tries = 5;
        for (var tried = 1; ; tried++)
        {
            if (await TryStartAsync() is { } server)
                return server;
            if (tried == Tries)
                throw new InvalidOperationException("PostgreSQL does not start; is it installed (./dev test does that)?");
        }
    }

    // Null when the server ended at once: somebody else took the port between our look and its start.
    private static async Task<PostgresServer?> TryStartAsync()
    {
        var port = FreePort();
        var folder = Path.Combine(Path.GetTempPath(), "complaintbot-pg-" + Guid.NewGuid().ToString("N"));
        // The server refuses to run as root; in a container that is who we are.
        string[] asPostgres = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        string[] command =
        [
            .. asPostgres,
            "bash",
            "-c",
            Script,
            "postgres-for-tests",
            BinFolder(),
            folder,
            port.ToString(CultureInfo.InvariantCulture),
        ];
        var shell = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            }
        )!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            shell.StandardInput.Close();
            shell.WaitForExit(TimeSpan.FromSeconds(10));
        };

        var server = new PostgresServer(port);
        while (!shell.HasExited)
        {
            try
            {
                if (await server.FolderAsync() == folder)
                    return server;
            }
            catch (NpgsqlException)
            {
                // It is not up yet.
            }
            await Task.Delay(50);
        }
        return null;
    }

    private async Task<string?> FolderAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SHOW data_directory", connection);
        return (string?)await command.ExecuteScalarAsync();
    }

    /// <summary>Where the programs of PostgreSQL are.</summary>
    public static string BinFolder() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin")
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').First(p => File.Exists(Path.Combine(p, "initdb")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
