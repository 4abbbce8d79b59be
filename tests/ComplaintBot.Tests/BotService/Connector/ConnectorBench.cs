using System.Text.Json;
using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Settings;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Connector;

/// <summary>Calls to a stub through the SDK's connector client, with tokens of a login URL on this machine.</summary>
internal sealed class ConnectorBench : IAsyncDisposable
{
    private readonly LoopbackServer _login;
    private readonly OutboundHttp _http;

    private ConnectorBench(string[] trustedHosts, TimeSpan timeout)
    {
        _login = LoopbackServer.StartAsync(GiveTokenAsync).GetAwaiter().GetResult();
        Settings = new BotFrameworkSettings
        {
            AuthMode = AuthMode.Channel,
            AppId = LocalIssuer.AppId,
            AppPassword = "secret",
            LoginUrl = new Uri(_login.Url + "/botframework.com"),
            TrustedHosts = trustedHosts,
            ConnectorTimeout = timeout,
        };
        Trusted = new TrustedHosts(Settings);
        _http = new OutboundHttp(Settings);
        Credentials = new BotCredentials(Settings, Trusted, _http, Time);
        Calls = CallsOver(_http, Settings, Credentials, Time);
    }

    public StubConnector Stub { get; } = StubConnector.Start();

    public HurryingTime Time { get; } = new();

    public int TokensGiven { get; private set; }

    public BotFrameworkSettings Settings { get; }

    public TrustedHosts Trusted { get; }

    public BotCredentials Credentials { get; }

    public ConnectorCalls Calls { get; }

    public HttpClient Raw => _http.Client;

    public static ConnectorBench Start(params string[] trustedHosts) => new(trustedHosts, TimeSpan.FromSeconds(30));

    public static ConnectorBench WithTimeout(TimeSpan timeout) => new([], timeout);

    public static ConnectorCalls CallsOver(
        IHttpClientFactory http,
        BotFrameworkSettings settings,
        BotCredentials credentials,
        TimeProvider time
    ) =>
        new(
            new Connectors(
                new ConfigurationBotFrameworkAuthentication(SdkConfiguration.Of(settings), credentials, httpClientFactory: http),
                settings
            ),
            new ThreadRateLimiter(time),
            time
        );

    public static Activity Message() =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = "hi",
            ChannelId = Channels.Msteams,
            Conversation = new ConversationAccount(id: "c", tenantId: "t"),
        };

    public Task<string?> SendAsync(Activity? activity = null) =>
        Calls.SendAsync(Stub.Url + "/base/", activity ?? Message(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Stub.DisposeAsync();
        await _login.DisposeAsync();
    }

    private Task GiveTokenAsync(HttpContext http) =>
        http.Response.WriteAsync(JsonSerializer.Serialize(new { expires_in = 3600, access_token = "token-" + ++TokensGiven }));
}
