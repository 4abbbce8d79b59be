using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Workbench.Bench;

/// <summary>A PostgreSQL server of the bench's own on a loopback port, when none is given. Its data stays in a folder; the server
/// ends with the bench.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly string[] _control;

    private BenchServer(string[] control, string connectionString) => (_control, ConnectionString) = (control, connectionString);

    /// <summary>Its database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the server over the data in <paramref name="folder"/>, made when there is none.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed or did not start.</exception>
    public static BenchServer Start(string folder)
    {
        if (!Directory.Exists("/usr/lib/postgresql"))
            throw new InvalidOperationException(
                "PostgreSQL is not installed here (/usr/lib/postgresql); "
                    + "give a server with --postgres \"Host=…\", or leave it out with --engines sqlite."
            );
        var bin = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin");
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        Directory.CreateDirectory(folder);
        // The server refuses to run as root; in a container that is who we are.
        string[] asPostgres = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        if (asPostgres.Length > 0)
            Run(["chown", "postgres:postgres", folder]);
        var data = Path.Combine(folder, "data");
        string[] control = [.. asPostgres, Path.Combine(bin, "pg_ctl"), "-D", data, "-w"];
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
            Run([
                .. asPostgres,
                Path.Combine(bin, "initdb"),
                "-D",
                data,
                "-A",
                "trust",
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ]);
        else if (File.Exists(Path.Combine(data, "postmaster.pid")))
            Try([.. control, "-m", "fast", "stop"]);
        // Data that can be made again need not survive a power failure.
        Run([
            .. control,
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            $"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=512MB -c max_wal_size=4GB",
            "start",
        ]);
        return new(control, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres");
    }

    public ValueTask DisposeAsync()
    {
        Run([.. _control, "-m", "fast", "stop"]);
        return ValueTask.CompletedTask;
    }

    private static void Run(string[] command)
    {
        if (Try(command) is not 0 and var code)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {code.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static int Try(string[] command)
    {
        // Nothing is captured: the server that pg_ctl leaves behind would hold the pipe open.
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/" }
        )!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
