using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace ComplaintBot.Tests.Trust.Reference;

/// <summary>A bot on Microsoft's botbuilder for Node, as a process of its own.</summary>
internal sealed class ReferenceBot : IAsyncDisposable
{
    private readonly Process _process;

    private ReferenceBot(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ReferenceBot> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var folder = typeof(ReferenceBot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Clients").Value!;
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "reference-bot.mjs"), JsonSerializer.Serialize(settings)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync();
        if (port is null)
            throw new InvalidOperationException("The reference bot did not start: " + await process.StandardError.ReadToEndAsync());
        process.BeginErrorReadLine();
        return new ReferenceBot(process, new Uri($"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
