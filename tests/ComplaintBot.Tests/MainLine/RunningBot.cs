using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.MainLine;

/// <summary>The real host as a process of its own, so that it can be killed in the middle of anything.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    public const string DirectLineSecret = "a secret for tests, long enough to sign with";

    // The example, but for its quiet hours: what is sent must not depend on the hour at which the tests run.
    private static readonly Lazy<string> AtAnyHour = new(() =>
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("complaintbot-org-").FullName, "organisation.json");
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "organisation.example.json"));
        var example = JsonNode.Parse(text, null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        if (example["calendar"] is not JsonObject calendar || !calendar.Remove("quietHours"))
            throw new InvalidOperationException("The example has no quiet hours any more.");
        File.WriteAllText(path, example.ToJsonString());
        return path;
    });

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private string _connection;
    private readonly string? _organisationFile;
    private readonly (string Name, string Value)[] _settings;
    private readonly List<string> _output = [];
    private Process? _process;

    private RunningBot(string connection, string? organisationFile, (string Name, string Value)[] settings)
    {
        (_connection, _organisationFile, _settings) = (connection, organisationFile, settings);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>Starts it; settings by their names with colons.</summary>
    public static async Task<RunningBot> StartAsync(
        string connection,
        string? organisationFile = null,
        params (string Name, string Value)[] settings
    )
    {
        var bot = new RunningBot(connection, organisationFile, settings);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>Starts it again on another database.</summary>
    public Task StartOnAsync(string connection)
    {
        _connection = connection;
        return StartAsync();
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ComplaintBot.dll"));
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__ComplaintBot"] = _connection;
        start.Environment["DirectLine__Secret"] = DirectLineSecret;
        start.Environment["Logging__LogLevel__Microsoft"] = "Warning";
        // Reports come by the clock on the wall; tests of them have a clock of their own.
        start.Environment["Reports__Enabled"] = "false";
        start.Environment["Organisation__File"] = _organisationFile ?? AtAnyHour.Value;
        foreach (var (name, value) in _settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.TrueAsync(
            async () =>
            {
                if (_process.HasExited)
                    throw new InvalidOperationException("The host stopped: " + Output);
                try
                {
                    return (await Http.GetAsync(new Uri(Address, "/readyz"))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            () => "The host is not ready: " + Output
        );
    }

    /// <summary>Waits until what came in is handled, and nothing that it led to in a conversation is still on its way.</summary>
    public Task IdleAsync(ComplaintBot.Storage.Database database, string conversationId) =>
        Eventually.TrueAsync(
            async () =>
                await database.ScalarAsync<int>("SELECT COUNT(*) FROM inbox WHERE state = 'pending'") == 0
                && await database.ScalarAsync<int>(
                    "SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND lane LIKE @lane",
                    new { lane = $"%|{conversationId}" }
                ) == 0,
            () => "Something is still under way: " + Output
        );

    /// <summary>The process; for looks at its memory.</summary>
    public Process Process => _process!;

    /// <summary>What the host wrote.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not null)
        {
            lock (_output)
                _output.Add(e.Data);
        }
    }
}

/// <summary>Waits for what must come, with a bound so generous that only a fault reaches it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise, TimeSpan? every = null)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Bound; await Task.Delay(every ?? TimeSpan.FromMilliseconds(50)))
        {
            if (await condition())
                return;
        }
        Assert.Fail(otherwise());
    }
}
