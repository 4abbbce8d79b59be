using System.Collections.Concurrent;
using System.Text.Json;

namespace Workbench.Bench;

/// <summary>The other side of the bench: takes what a bot sends, answers with an id, and tells when an activity was answered.</summary>
internal sealed class BenchConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private BenchConnector(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<BenchConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new BenchConnector(builder.Build());
        connector._app.Map("/v3/conversations/{conversation}/activities/{id?}", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>A task that ends when something arrives that answers this activity.</summary>
    public Task AnsweredAsync(string activityId) =>
        _waiting.GetOrAdd(activityId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        if (
            body.RootElement.TryGetProperty("replyToId", out var answered)
            && answered.GetString() is { } id
            && _waiting.TryRemove(id, out var waiting)
        )
            waiting.TrySetResult();
        await http.Response.WriteAsJsonAsync(new { id = Guid.NewGuid().ToString("N") });
    }
}
