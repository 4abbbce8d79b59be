using System.Net;
using BotFramework.Authentication;
using BotFramework.Connector;
using BotFramework.Schema;
using BotFramework.Tests.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotFramework.Tests.Connector;

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
        using var http = new HttpClient(handler);
        var settings = new BotFrameworkSettings
        {
            AuthMode = AuthMode.Channel,
            AppId = "app",
            AppPassword = "secret",
        };
        var time = new ManualTime();
        var connector = new ConnectorHttp(
            http,
            new NoAccessTokens(),
            new TrustedHosts(settings),
            new ThreadRateLimiter(time),
            new RetryPolicy(4),
            settings,
            time,
            NullLogger<ConnectorHttp>.Instance
        );

        var response = await new ConnectorClient(new Uri("https://smba.trafficmanager.net/amer/"), connector).SendToConversationAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = "hi",
                Conversation = new ConversationAccount("c"),
            }
        );

        Assert.Equal("1", response.Id);
        Assert.Equal(
            [
                "https://smba.trafficmanager.net/amer/v3/conversations/c/activities",
                "https://smba.infra.gcc.teams.microsoft.com/gcc/v3/conversations/c/activities",
            ],
            hosts
        );
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
