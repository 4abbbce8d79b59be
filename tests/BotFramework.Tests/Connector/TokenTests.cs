using BotFramework.Authentication;
using BotFramework.Connector;
using BotFramework.Schema;
using BotFramework.Tests.Servers;
using BotFramework.Tests.Time;

namespace BotFramework.Tests.Connector;

public class TokenTests
{
    [Fact]
    [Trait("Assertion", "4")]
    public async Task No_token_reaches_a_host_that_is_not_listed()
    {
        await using var bench = ConnectorBench.Start();

        await bench.Client.SendToConversationAsync(Message());

        Assert.Null(Assert.Single(bench.Stub.Requests).Authorization);
        Assert.Equal(0, bench.Tokens.Count);
    }

    [Theory]
    [Trait("Assertion", "4")]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    [InlineData("https://SMBA.trafficmanager.net/amer/", true)]
    [InlineData("https://directline.botframework.com/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("http://smba.trafficmanager.net/amer/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://127.0.0.1:5000/", false)]
    [InlineData("https://contoso.sharepoint.com/", false)]
    public void Only_the_clouds_own_hosts_see_the_token(string url, bool trusted) =>
        Assert.Equal(trusted, new TrustedHosts(new BotFrameworkSettings()).MaySeeToken(new Uri(url)));

    [Fact]
    public async Task A_listed_host_gets_one_token_for_many_calls_and_a_new_one_before_it_ends()
    {
        await using var bench = ConnectorBench.Start(4, "127.0.0.1");

        for (var i = 0; i < 3; i++)
            await bench.Client.SendToConversationAsync(Message());
        bench.Time.Advance(TimeSpan.FromMinutes(56));
        await bench.Client.SendToConversationAsync(Message());

        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2"],
            bench.Stub.Requests.Select(r => r.Authorization)
        );
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using var bench = ConnectorBench.Start(4, "127.0.0.1");
        bench.Stub.Then(401).Then(200, """{"id":"1"}""");

        await bench.Client.SendToConversationAsync(Message());

        Assert.Equal(["Bearer token-1", "Bearer token-2"], bench.Stub.Requests.Select(r => r.Authorization));
        bench.Stub.Then(401).Then(401);
        var failure = await Assert.ThrowsAsync<ErrorResponseException>(() => bench.Client.SendToConversationAsync(Message()));
        Assert.Equal(ConnectorFailure.Unauthorized, failure.Failure);
        Assert.Equal(4, bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var canary = StubConnector.Start();
        await using var bench = ConnectorBench.Start(4, "127.0.0.1");
        bench.Stub.Then(307, location: canary.Url);

        await Assert.ThrowsAsync<ErrorResponseException>(() => bench.Client.SendToConversationAsync(Message()));

        Assert.Empty(canary.Requests);
    }

    [Fact]
    public async Task However_many_calls_wait_the_directory_is_asked_once()
    {
        var requester = new ConnectorBench.CountedTokens();
        var tokens = new CachedAccessTokens(requester, new ManualTime());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tokens.GetTokenAsync(CancellationToken.None).AsTask()));

        Assert.Equal(1, requester.Count);
    }

    [Fact]
    public async Task The_login_url_is_asked_by_client_credentials()
    {
        await using var login = StubConnector.Start();
        login.Then(503).Then(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"abc"}""");
        var time = new ManualTime();
        using var http = new HttpClient();

        var request = Requester(login.Url + "/botframework.com", http, time).RequestAsync(true, CancellationToken.None);
        var waits = await time.RunAsync(request, TimeSpan.FromSeconds(5));

        Assert.Equal([TimeSpan.FromSeconds(1)], waits);
        Assert.Equal("abc", (await request).Token);
        Assert.Equal(time.GetUtcNow().AddSeconds(3599), (await request).ExpiresOn);
        Assert.All(login.Requests, r => Assert.Equal("/botframework.com/oauth2/v2.0/token", r.Target));
        Assert.Equal(
            "grant_type=client_credentials&client_id="
                + LocalIssuer.AppId
                + "&client_secret=s%26cret&scope=https%3A%2F%2Fapi.botframework.com%2F.default",
            login.Requests.First().Body
        );
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_refused_secret_is_not_tried_again(int status)
    {
        await using var login = StubConnector.Start();
        login.Then(status, """{"error":"invalid_client"}""");
        using var http = new HttpClient();

        var failure = await Assert.ThrowsAsync<ErrorResponseException>(() =>
            Requester(login.Url, http, new ManualTime()).RequestAsync(true, CancellationToken.None)
        );

        Assert.Equal(ConnectorFailure.Unauthorized, failure.Failure);
        Assert.Single(login.Requests);
    }

    private static LoginUrlTokens Requester(string url, HttpClient http, ManualTime time) =>
        new(
            new BotFrameworkSettings
            {
                AppId = LocalIssuer.AppId,
                AppPassword = "s&cret",
                LoginUrl = new Uri(url),
            },
            http,
            time
        );

    private static Activity Message() =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = "hi",
            ChannelId = Channels.Msteams,
            Conversation = new ConversationAccount("c", tenantId: "t"),
        };
}
