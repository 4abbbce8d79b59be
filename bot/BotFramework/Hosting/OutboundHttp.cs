namespace BotFramework.Hosting;

/// <summary>The one HTTP client of the protocol: no redirects (a token must not follow one), no cookies, connections renewed for
/// DNS.</summary>
public sealed class OutboundHttp : IDisposable
{
    /// <summary>The client; every caller brings its own time-out.</summary>
    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
