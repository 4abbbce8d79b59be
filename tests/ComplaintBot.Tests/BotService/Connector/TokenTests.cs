using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Settings;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Connector;

public class TokenTests
{
    [Fact]
    [Trait("Assertion", "4")]
    public async Task No_token_reaches_a_host_that_is_not_listed()
    {
        await using var bench = ConnectorBench.Start();

        await bench.SendAsync();

        Assert.Null(Assert.Single(bench.Stub.Requests).Authorization);
        Assert.Equal(0, bench.TokensGiven);
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
        await using var bench = ConnectorBench.Start("127.0.0.1");

        for (var i = 0; i < 3; i++)
            await bench.SendAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(56));
        await bench.SendAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2"],
            bench.Stub.Requests.Select(r => r.Authorization)
        );
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using var bench = ConnectorBench.Start("127.0.0.1");
        bench.Stub.Then(401).Then(200, """{"id":"1"}""");

        await bench.SendAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], bench.Stub.Requests.Select(r => r.Authorization));
        bench.Stub.Then(401).Then(401);
        var failure = await Assert.ThrowsAsync<ChannelFailureException>(() => bench.SendAsync());
        Assert.Equal(ConnectorFailure.Unauthorized, failure.Failure);
        Assert.Equal(4, bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var canary = StubConnector.Start();
        await using var bench = ConnectorBench.Start("127.0.0.1");
        bench.Stub.Then(307, location: canary.Url);

        await Assert.ThrowsAsync<ChannelFailureException>(() => bench.SendAsync());

        Assert.Empty(canary.Requests);
    }

    [Fact]
    public async Task However_many_calls_wait_the_directory_is_asked_once()
    {
        await using var bench = ConnectorBench.Start("127.0.0.1");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AuthorizeAsync(bench.Credentials)));

        Assert.Equal(1, bench.TokensGiven);
    }

    [Fact]
    public async Task The_login_url_is_asked_by_client_credentials()
    {
        await using var login = StubConnector.Start();
        login.Then(200, """{"token_type":"Bearer","expires_in":"3599","access_token":"abc"}""");

        Assert.Equal("Bearer abc", await AuthorizeAsync(Of(login.Url + "/botframework.com")));

        var asked = Assert.Single(login.Requests);
        Assert.Equal("/botframework.com/oauth2/v2.0/token", asked.Target);
        Assert.Equal(
            "grant_type=client_credentials&client_id="
                + LocalIssuer.AppId
                + "&client_secret=s%26cret&scope=https%3A%2F%2Fapi.botframework.com%2F.default",
            asked.Body
        );
    }

    [Theory]
    [InlineData(400, ConnectorFailure.Unauthorized)]
    [InlineData(401, ConnectorFailure.Unauthorized)]
    [InlineData(503, ConnectorFailure.Retry)]
    public async Task A_directory_that_gives_no_token_fails_the_call_and_says_whether_another_try_helps(
        int status,
        ConnectorFailure meaning
    )
    {
        await using var login = StubConnector.Start();
        login.Then(status, """{"error":"invalid_client"}""");

        var failure = await Assert.ThrowsAsync<ChannelFailureException>(() => AuthorizeAsync(Of(login.Url)));

        Assert.Equal(meaning, failure.Failure);
        Assert.Single(login.Requests);
    }

    private static async Task<string?> AuthorizeAsync(BotCredentials credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:9/");
        await credentials.AuthorizeAsync(request, CancellationToken.None);
        return request.Headers.Authorization?.ToString();
    }

    private static BotCredentials Of(string login)
    {
        var settings = new BotFrameworkSettings
        {
            AuthMode = AuthMode.Channel,
            AppId = LocalIssuer.AppId,
            AppPassword = "s&cret",
            LoginUrl = new Uri(login),
            TrustedHosts = ["127.0.0.1"],
        };
        return new(settings, new TrustedHosts(settings), new OutboundHttp(settings), new HurryingTime());
    }
}
