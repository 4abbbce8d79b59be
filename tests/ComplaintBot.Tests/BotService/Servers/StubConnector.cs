using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.BotService.Servers;

/// <summary>A connector that notes what it gets and answers as it is told, once per told answer, then 200 with an id.</summary>
internal sealed class StubConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly CancellationTokenSource _end = new();
    private readonly LoopbackServer _server;

    private StubConnector() => _server = LoopbackServer.StartAsync(AnswerAsync).GetAwaiter().GetResult();

    public string Url => _server.Url;

    public ConcurrentQueue<Noted> Requests { get; } = new();

    public static StubConnector Start() => new();

    public StubConnector Then(
        int status,
        string body = "",
        string contentType = "application/json",
        string? retryAfter = null,
        string? location = null
    )
    {
        _answers.Enqueue(async http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = contentType;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            if (location is not null)
                http.Response.Headers.Location = location;
            if (body.Length > 0)
                await http.Response.WriteAsync(body);
        });
        return this;
    }

    /// <summary>Takes the request and never answers.</summary>
    public StubConnector ThenHang()
    {
        _answers.Enqueue(async http =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _end.Token);
            await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        return this;
    }

    /// <summary>Cuts the connection.</summary>
    public StubConnector ThenDrop()
    {
        _answers.Enqueue(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _server.DisposeAsync();
        _end.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var raw = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new Noted(http.Request.Method, raw, http.Request.Headers.Authorization, http.Request.ContentType, body));
        if (_answers.TryDequeue(out var answer))
            await answer(http);
        else
            await http.Response.WriteAsJsonAsync(new { id = "activity-1" });
    }

    internal sealed record Noted(string Method, string Target, string? Authorization, string? ContentType, string Body);
}
