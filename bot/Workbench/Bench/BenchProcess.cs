using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Workbench.Bench;

/// <summary>A program that is measured, as a process of its own on a free port of this machine.</summary>
internal sealed class BenchProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private BenchProcess(Process process, Uri address, TimeSpan start) => (_process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From its start until <c>/readyz</c> answered 200.</summary>
    public TimeSpan Start { get; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor => Fresh().TotalProcessorTime;

    /// <summary>Resident memory now, in megabytes of 1,048,576 bytes.</summary>
    public double Megabytes => Fresh().WorkingSet64 / 1048576.0;

    /// <summary>The bot on a SQLite file of its own; <paramref name="program"/> is the folder it was built or published into.</summary>
    /// <exception cref="InvalidOperationException">There is no bot in the folder, or it did not become ready.</exception>
    public static Task<BenchProcess> OfBotAsync(string program, string folder)
    {
        var dll = Path.Combine(program, "ComplaintBot.dll");
        if (!File.Exists(dll))
            throw new InvalidOperationException($"There is no ComplaintBot.dll in {program}.");
        return RunAsync(
            url => [dll, "--urls", url],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("DOTNET_CONTENTROOT", program),
            ("ConnectionStrings__ComplaintBot", "Data Source=" + Path.Combine(folder, "complaints.db")),
            ("Reports__Enabled", "false"),
            ("Logging__LogLevel__Default", "Warning")
        );
    }

    /// <summary>The bare echo.</summary>
    public static Task<BenchProcess> OfEchoAsync() =>
        RunAsync(url => [Path.Combine(AppContext.BaseDirectory, "Workbench.dll"), "bench", "echo", url]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<BenchProcess> RunAsync(Func<string, string[]> arguments, params (string Name, string Value)[] environment)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", arguments(address.ToString().TrimEnd('/')))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var since = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var told = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => told.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => told.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (!await IsReadyAsync(http, address))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > LongestStart)
            {
                if (!process.HasExited)
                    process.Kill();
                throw new InvalidOperationException("A program did not become ready: " + string.Join('\n', told));
            }
            await Task.Delay(5);
        }
        return new(process, address, Stopwatch.GetElapsedTime(since));
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
