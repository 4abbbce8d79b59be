using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The page survives what happens to connections.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConnectionTests(Chromium chromium)
{
    [Fact]
    public async Task When_the_server_restarts_the_page_says_so_and_goes_on_by_itself()
    {
        var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("before");
        await visitor.SeesAsync("echo: before");
        var conversation = await visitor.ConversationAsync();
        await site.StopAsync();
        await Assertions.Expect(visitor.Banner).Not.ToBeEmptyAsync();
        await visitor.ShootAsync("page-reconnecting");
        await using var restarted = await EchoSite.StartAsync(site);
        await restarted.SayAsync(conversation, new() { Type = "message", Text = "said meanwhile" });

        await visitor.SeesAsync("said meanwhile");
        await visitor.SayAsync("after");
        await visitor.SeesAsync("echo: after");
        await Assertions.Expect(visitor.Banner).ToBeEmptyAsync();
        await Assertions.Expect(visitor.Bubble("echo: before")).ToHaveCountAsync(1);
        await visitor.SeesAllSentAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task When_the_server_stays_away_the_page_names_other_ways()
    {
        await using var site = await EchoSite.StartAsync(null, ("Page:Phone", "10000"));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await site.StopAsync();

        await Assertions.Expect(visitor.Page.Locator("#contacts")).ToContainTextAsync("10000");
        await Assertions.Expect(visitor.Banner).ToContainTextAsync("keeps trying");
        await visitor.ShootAsync("page-unreachable");
    }

    [Fact]
    public async Task What_is_sent_offline_arrives_once_when_the_network_is_back()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.Context.SetOfflineAsync(true);
        await Assertions.Expect(visitor.Banner).ToContainTextAsync("You are offline");
        await visitor.SayAsync("sent in a tunnel");
        await Assertions.Expect(visitor.Transcript.GetByText("Sending")).ToBeVisibleAsync();
        await visitor.ShootAsync("page-offline");
        await visitor.Context.SetOfflineAsync(false);

        await visitor.SeesAsync("echo: sent in a tunnel");
        await visitor.SeesAllSentAsync();
        await Assertions.Expect(visitor.Bubble("echo: sent in a tunnel")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Banner).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_message_whose_answer_got_lost_is_not_said_twice()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        var lost = 0;
        await visitor.Page.RouteAsync(
            "**/activities",
            async route =>
            {
                // The server gets it; the browser only hears that the connection broke.
                if (lost++ == 0)
                {
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                }
                else
                {
                    await route.ContinueAsync();
                }
            }
        );
        await visitor.SayAsync("say it once");

        await visitor.SeesAsync("echo: say it once");
        await visitor.SeesAllSentAsync();
        Assert.True(lost > 1, "The page must have tried again.");
        await Assertions.Expect(visitor.Bubble("say it once")).ToHaveCountAsync(2); // said and echoed
    }

    [Fact]
    public async Task A_laptop_opened_after_the_token_has_expired_goes_on()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.Page.Clock.InstallAsync();
        await visitor.OpenAsync();
        await visitor.SayAsync("evening");
        await visitor.SeesAsync("echo: evening");
        site.Clock.Skip(TimeSpan.FromHours(12));
        await visitor.Page.Clock.FastForwardAsync("12:00:00");
        await visitor.SayAsync("morning");

        await visitor.SeesAsync("echo: morning");
        await Assertions.Expect(visitor.Bubble("echo: evening")).ToHaveCountAsync(1);
        await visitor.SeesAllSentAsync();
    }

    [Fact]
    public async Task A_message_refused_because_the_token_is_no_longer_good_is_not_lost()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        // Only the server's clock moves: the page could not know.
        site.Clock.Skip(TimeSpan.FromMinutes(31));
        await visitor.SayAsync("still there?");

        await visitor.SeesAsync("echo: still there?");
        await Assertions.Expect(visitor.Bubble("echo: still there?")).ToHaveCountAsync(1);
        await visitor.SeesAllSentAsync();
    }

    [Fact]
    public async Task Tokens_that_live_for_seconds_only_are_renewed_in_time()
    {
        await using var site = await EchoSite.StartAsync(null, ("DirectLine:TokenLifetime", "00:00:03"));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        for (var i = 1; i <= 4; i++)
        {
            await visitor.SayAsync($"message {i}");
            await visitor.SeesAsync($"echo: message {i}");
            await visitor.Page.WaitForTimeoutAsync(2_000);
        }

        await visitor.SeesAllSentAsync();
        Assert.Equal(4, await visitor.Bubble("echo: message").CountAsync());
    }
}
