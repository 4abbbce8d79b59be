using ComplaintBot.Tests.BotService.Servers;
using DirectLine.Tests.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Endpoint;

[Trait("Assertion", "4")]
public sealed class OutboundTrustTests : IAsyncLifetime
{
    private readonly LocalIssuer _issuer = LocalIssuer.Start();
    private readonly StubConnector _login = StubConnector.Start();
    private readonly StubConnector _canary = StubConnector.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _issuer.DisposeAsync();
        await _login.DisposeAsync();
        await _canary.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_service_url_outside_the_list_gets_the_answer_but_never_a_token()
    {
        await AskAsync(trustedHosts: null);

        Assert.Null(Assert.Single(_canary.Requests).Authorization);
        Assert.Empty(_login.Requests);
    }

    [Fact]
    public async Task A_host_of_the_list_gets_the_token_of_the_login_url()
    {
        _login.Then(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"abc"}""");

        await AskAsync(trustedHosts: "127.0.0.1");

        Assert.Equal("Bearer abc", Assert.Single(_canary.Requests).Authorization);
        Assert.Single(_login.Requests);
    }

    private async Task AskAsync(string? trustedHosts)
    {
        await using var bot = await BotServer.StartAsync(
            _issuer,
            new Echo(),
            new(StringComparer.Ordinal) { ["ToChannelFromBotLoginUrl"] = _login.Url, ["Connector:TrustedHosts"] = trustedHosts }
        );
        var activity = Fixture.Activity("in-message-personal.json");
        activity.ServiceUrl = _canary.Url;

        using var response = await bot.PostAsync(activity, _issuer.Bearer(t => t.Claims["serviceurl"] = _canary.Url));

        Assert.Equal(202, (int)response.StatusCode);
        for (var waited = 0; _canary.Requests.IsEmpty && waited < 3000; waited++)
            await Task.Delay(10);
    }

    private sealed class Echo : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(turnContext.Activity.Text!, cancellationToken: cancellationToken);
    }
}
