using Azure.Core;
using BotFramework.Authentication;
using BotFramework.Connector;
using BotFramework.Tests.Servers;
using BotFramework.Tests.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotFramework.Tests.Connector;

/// <summary>A connector client before a stub, on a clock moved by hand.</summary>
internal sealed class ConnectorBench : IAsyncDisposable
{
    /// <summary>Waits up to this long are pauses between tries; longer ones are time-outs of calls under way.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ConnectorBench(int maxAttempts, string[] trustedHosts)
    {
        Settings = new BotFrameworkSettings
        {
            AuthMode = AuthMode.Channel,
            AppId = LocalIssuer.AppId,
            AppPassword = "secret",
            TrustedHosts = trustedHosts,
            ConnectorTimeout = TimeSpan.FromMinutes(5),
        };
        Trusted = new TrustedHosts(Settings);
        Http = new ConnectorHttp(
            _http,
            new CachedAccessTokens(Tokens, Time),
            Trusted,
            new ThreadRateLimiter(Time),
            new RetryPolicy(maxAttempts, new Random(1)),
            Settings,
            Time,
            NullLogger<ConnectorHttp>.Instance
        );
        Client = new ConnectorClient(new Uri(Stub.Url + "/base/"), Http);
    }

    public StubConnector Stub { get; } = StubConnector.Start();

    public ManualTime Time { get; } = new();

    public CountedTokens Tokens { get; } = new();

    public BotFrameworkSettings Settings { get; }

    public TrustedHosts Trusted { get; }

    public ConnectorHttp Http { get; }

    public HttpClient Raw => _http;

    public ConnectorClient Client { get; }

    public static ConnectorBench Start(int maxAttempts = 4, params string[] trustedHosts) => new(maxAttempts, trustedHosts);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Stub.DisposeAsync();
    }

    internal sealed class CountedTokens : IAccessTokenRequester
    {
        public int Count { get; private set; }

        public Task<AccessToken> RequestAsync(bool mayUseCache, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(new AccessToken("token-" + Count, new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero)));
        }
    }
}
