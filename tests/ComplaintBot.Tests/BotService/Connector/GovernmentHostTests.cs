using System.Net;
using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Settings;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Connector;

public sealed class GovernmentHostTests
{
    [Fact]
    public async Task A_tenant_of_the_government_community_cloud_is_served_at_its_own_host()
    {
        var hosts = new List<string>();
        using var handler = new Answering(request =>
        {
            hosts.Add(request.RequestUri!.AbsoluteUri);
            return hosts.Count == 1
                ? new HttpResponseMessage(HttpStatusCode.Forbidden)
                {
                    Content = new StringContent("""{"error":{"code":"InvalidBotApiHost","message":"m"}}"""),
                }
                : new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""") };
        });
        var settings = new BotFrameworkSettings
        {
            AuthMode = AuthMode.Channel,
            AppId = "app",
            AppPassword = "secret",
            LoginUrl = new Uri("http://127.0.0.1:9/"),
        };
        var time = new HurryingTime();
        using var outbound = new OutboundHttp(settings);
        // A cloud of its own, so that nobody asks for a token.
        var trusted = new TrustedHosts(settings with { Cloud = settings.Cloud with { TrustedHosts = [] } });
        var calls = ConnectorBench.CallsOver(handler, settings, new BotCredentials(settings, trusted, outbound, time), time);

        Assert.Equal("1", await calls.SendAsync("https://smba.trafficmanager.net/amer/", ConnectorBench.Message(), default));

        Assert.Equal(
            [
                "https://smba.trafficmanager.net/amer/v3/conversations/c/activities",
                "https://smba.infra.gcc.teams.microsoft.com/gcc/v3/conversations/c/activities",
            ],
            hosts
        );
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
