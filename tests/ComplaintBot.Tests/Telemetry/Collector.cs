using System.Collections.Concurrent;
using System.Text;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.Telemetry;

/// <summary>A collector of traces and metrics as operators run one: OTLP over HTTP, on a free port of this machine.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _got = new();
    private LoopbackServer? _server;

    public string Url => _server!.Url;

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        collector._server = await LoopbackServer.StartAsync(collector.TakeAsync);
        return collector;
    }

    /// <summary>The settings with which a process sends here, and soon.</summary>
    public (string Name, string Value)[] Settings =>
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Url),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "300"),
        ];

    /// <summary>Everything that came, as text between the bytes.</summary>
    public string Everything => string.Join('\n', _got.Select(g => Encoding.UTF8.GetString(g.Body)));

    public IReadOnlyList<CollectedSpan> Spans => [.. Of("/v1/traces").SelectMany(m => m.Below(1, 2, 2)).Select(s => new CollectedSpan(s))];

    public IReadOnlySet<string> Metrics => Of("/v1/metrics").SelectMany(m => m.Below(1, 2, 2)).Select(m => m.Text(1)).ToHashSet();

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private IEnumerable<Protobuf> Of(string path) => _got.Where(g => g.Path == path).Select(g => new Protobuf(g.Body));

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _got.Enqueue((http.Request.Path, body.ToArray()));
    }
}

/// <summary>A span as it came; ids in hexadecimal digits.</summary>
internal sealed record CollectedSpan(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    public CollectedSpan(Protobuf span)
        : this(
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            span.Text(5),
            span.Below(9).ToDictionary(a => a.Text(1), a => a.Below(2).First().Text(1))
        )
    { }
}
