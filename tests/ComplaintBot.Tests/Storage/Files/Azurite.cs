using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Azure;
using Azure.Storage.Blobs;

namespace ComplaintBot.Tests.Storage.Files;

/// <summary>Microsoft's own stand-in for Azure Storage, a real server on a loopback port, started once per test run by the first test
/// that needs it. It keeps everything in memory.</summary>
internal sealed class Azurite
{
    // The account and key that every Azurite has; they are printed in its documentation.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // The server lives as long as the shell's standard input, so exactly this process ends with the test run, in whatever way that ends.
    private const string Script = """
        exec 3<&0
        "$@" >/dev/null 2>&1 3<&- &
        server=$!
        { read -r _ <&3; kill -TERM "$server"; } &
        watcher=$!
        wait "$server"
        kill -KILL "$watcher" 2>/dev/null
        """;

    private static readonly Lazy<Task<Azurite>> Running = new(StartAsync);
    private readonly int _port;

    private Azurite(int port) => _port = port;

    /// <summary>The server of this test run.</summary>
    public static Task<Azurite> SharedAsync() => Running.Value;

    /// <summary>What the bot is configured with.</summary>
    public string Connection =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{Account};";

    /// <summary>A new empty container.</summary>
    public async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobContainerClient(Connection, "test-" + Guid.NewGuid().ToString("N"));
        await container.CreateAsync();
        return container;
    }

    private static async Task<Azurite> StartAsync()
    {
        var folder = typeof(Azurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Azurite").Value!;
        for (var tried = 1; ; tried++)
        {
            var port = FreePort();
            string[] server =
            [
                "node",
                Path.Combine(folder, "node_modules/azurite/dist/src/blob/main.js"),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                port.ToString(CultureInfo.InvariantCulture),
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--silent",
            ];
            var shell = Process.Start(
                new ProcessStartInfo("bash", ["-c", Script, "azurite-for-tests", .. server])
                {
                    RedirectStandardInput = true,
                    UseShellExecute = false,
                    WorkingDirectory = Path.GetTempPath(),
                }
            )!;
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                shell.StandardInput.Close();
                shell.WaitForExit(TimeSpan.FromSeconds(10));
            };
            var azurite = new Azurite(port);
            while (!shell.HasExited)
            {
                if (await azurite.AnswersAsync())
                    return azurite;
                await Task.Delay(50);
            }
            // Somebody else took the port between our look and its start.
            if (tried == 3)
                throw new InvalidOperationException("Azurite does not start.");
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
            await new BlobServiceClient(Connection, options).GetPropertiesAsync();
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
