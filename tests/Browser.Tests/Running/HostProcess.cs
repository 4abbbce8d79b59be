using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Browser.Tests.Running;

/// <summary>The whole program as a process of its own, on a loopback port, with a SQLite file of its own.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan MostToStart = TimeSpan.FromMinutes(2);

    private readonly string _folder;
    private Process? _process;

    private HostProcess(string folder, string address) => (_folder, Address) = (folder, address);

    public string Address { get; }

    /// <summary>Its database, for what a test stores there itself.</summary>
    public string Connection => "Data Source=" + Path.Combine(_folder, "complaints.db");

    public static async Task<HostProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("complaint-bot-").FullName;
        var host = new HostProcess(folder, $"http://127.0.0.1:{FreePort()}");
        await host.RunAsync();
        return host;
    }

    /// <summary>Ends the process as a power cut does, and starts it again on the same file.</summary>
    public async Task CrashAndRestartAsync()
    {
        await EndAsync();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ComplaintBot.dll"), "--urls", Address])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__ComplaintBot"] = Connection;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var said = new List<string>();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); !await IsReadyAsync(http); await Task.Delay(200))
        {
            if (_process.HasExited || waited.Elapsed > MostToStart)
                throw new InvalidOperationException("The host did not start: " + string.Join('\n', said));
        }

        void Keep(string? line)
        {
            lock (said)
                said.Add(line ?? "");
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address + "/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task EndAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
