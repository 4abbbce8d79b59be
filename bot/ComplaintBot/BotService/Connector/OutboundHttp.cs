using ComplaintBot.BotService.Settings;

namespace ComplaintBot.BotService.Connector;

/// <summary>The connections of the protocol: no redirects (a token must not follow one), no cookies, renewed for DNS.</summary>
public sealed class OutboundHttp : IHttpClientFactory, IDisposable
{
    private const int MaxAnswerBytes = 8 * 1024 * 1024;

    private readonly TimeSpan _connectorTimeout;
    private readonly SocketsHttpHandler _connections = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Connections by the settings.</summary>
    public OutboundHttp(BotFrameworkSettings settings)
    {
        _connectorTimeout = settings.ConnectorTimeout;
        Client = new(_connections, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A client whose callers bring their own time-outs.</summary>
    public HttpClient Client { get; }

    /// <summary>A client for calls to a channel. As it is not built on Microsoft.Rest's own handlers, nothing in it tries again: the
    /// outbox does.</summary>
    public HttpClient CreateClient(string name) =>
        new(_connections, disposeHandler: false) { Timeout = _connectorTimeout, MaxResponseContentBufferSize = MaxAnswerBytes };

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _connections.Dispose();
    }
}
