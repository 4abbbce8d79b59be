using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Tests.Deploying;

/// <summary>A process of the published program with the settings of a real installation: Production, a registration, PostgreSQL.</summary>
internal sealed class DeployedBot : IAsyncDisposable
{
    public const string Secret = "a secret only for tests";
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];

    private DeployedBot(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What the process must be told, as environment variables.</summary>
    public static (string, string)[] Settings(string connection) =>
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ConnectionStrings__ComplaintBot", connection),
            ("MicrosoftAppType", "SingleTenant"),
            ("MicrosoftAppId", "11111111-2222-3333-4444-555555555555"),
            ("MicrosoftAppTenantId", "22222222-2222-3333-4444-555555555555"),
            ("MicrosoftAppPassword", "only for tests"),
            ("DirectLine__Secret", Secret),
        ];

    /// <summary>Starts a process and waits until it may get traffic.</summary>
    public static async Task<DeployedBot> StartAsync(string program, string folder, string connection)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "ComplaintBot.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in Settings(connection).Append(("ASPNETCORE_URLS", address.ToString())))
            start.Environment[name] = value;
        var bot = new DeployedBot(Process.Start(start)!, address);
        await bot.ReadyAsync();
        return bot;
    }

    /// <summary>True when it may get traffic.</summary>
    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/readyz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Ends it as systemd and container engines do; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await Tool.RunAsync("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        // As long as the unit and the container platform wait at most.
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            Assert.False(_process.HasExited, "It ended by itself:\n" + string.Join('\n', _said));
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(5), "It does not get ready:\n" + string.Join('\n', _said));
            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
