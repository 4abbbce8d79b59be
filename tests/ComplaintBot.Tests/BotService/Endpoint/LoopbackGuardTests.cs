using System.Net;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Settings;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.BotService.Endpoint;

[Trait("Assertion", "6")]
public class LoopbackGuardTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://bot.example:0")]
    public async Task Without_authentication_the_bot_does_not_start_on_an_address_that_others_reach(string url)
    {
        var refusal = await Assert.ThrowsAsync<BotFrameworkSettingsException>(() => BotServer.StartAsync(url: url));

        Assert.Contains("this machine only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_authentication_the_bot_does_not_start_in_Production() =>
        Assert.Contains(
            "Production",
            (await Assert.ThrowsAsync<BotFrameworkSettingsException>(() => BotServer.StartAsync(environment: "Production"))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task With_authentication_it_starts_anywhere()
    {
        await using var issuer = LocalIssuer.Start();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MicrosoftAppId"] = LocalIssuer.AppId,
            ["MicrosoftAppPassword"] = "secret",
        };

        await using var bot = await BotServer.StartAsync(settings: settings, url: "http://0.0.0.0:0", environment: "Production");

        Assert.NotNull(bot);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("Host", "rebound.example")]
    public async Task A_request_through_a_proxy_or_for_another_name_is_refused_on_every_path(string header, string value)
    {
        await using var bot = await BotServer.StartAsync();
        foreach (var path in (string[])["/api/messages", "/"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent("{}", null, "application/json"),
            };
            request.Headers.TryAddWithoutValidation(header, value);

            using var response = await bot.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("10.1.2.3", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "10.1.2.3", false)]
    [InlineData("::ffff:10.1.2.3", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", true)]
    public void Only_peers_on_this_machine_are_served(string remote, string local, bool served)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        http.Connection.LocalIpAddress = IPAddress.Parse(local);

        Assert.Equal(served, LoopbackGuard.Refusal(http) is null);
    }

    [Theory]
    [InlineData("http://localhost:3978/x", true)]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://127.9.9.9/", true)]
    [InlineData("http://[::1]:80/", true)]
    [InlineData("http://2130706433/", true)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://127.0.0.1.evil.example/", false)]
    [InlineData("http://localhost@evil.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://169.254.169.254/latest/meta-data", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("urn:botframework:embedded", false)]
    [InlineData(null, false)]
    public void A_loopback_URL_is_told_by_its_form(string? url, bool loopback) => Assert.Equal(loopback, LoopbackHosts.IsLoopbackUrl(url));
}
