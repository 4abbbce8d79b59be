using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The page asks nobody else for anything and its strict policy is never violated.</summary>
[Collection(BrowserTests.Name)]
public sealed class SafetyTests(Chromium chromium)
{
    [Fact]
    public async Task A_whole_conversation_asks_no_other_server_and_violates_no_policy()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=zh-CN");
        await visitor.SayAsync("**粗体** 和 https://example.com/");
        await visitor.SeesAsync("echo: 粗体");
        await visitor.SayAsync("card");
        await visitor.Card.GetByLabel("Place").FillAsync("here");
        await visitor.Card.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await visitor.SeesAsync("here");
        await visitor.AttachAsync(
            new FilePayload
            {
                Name = "a.png",
                MimeType = "image/png",
                Buffer = await visitor.Page.ScreenshotAsync(),
            }
        );
        await visitor.SeesAsync("files: a.png");
        await visitor.OpenAsync();

        var own = new Uri(site.Address).Authority;
        Assert.All(
            visitor.Requests,
            r =>
                Assert.True(
                    r.StartsWith("data:", StringComparison.Ordinal)
                        || r.StartsWith("blob:" + site.Address, StringComparison.Ordinal)
                        || new Uri(r).Authority == own,
                    r
                )
        );
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task What_a_customer_or_the_bot_says_is_text_and_never_runs()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync(
            "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>[click](javascript:document.title='run') tail"
        );
        await visitor.SeesAsync("tail");
        await visitor.OpenAsync();
        await visitor.SeesAsync("tail");

        await Assertions.Expect(visitor.Page).Not.ToHaveTitleAsync("run");
        await Assertions.Expect(visitor.Transcript.Locator("a[href^='javascript']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_site_that_is_not_allowed_cannot_frame_the_page()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.Page.RouteAsync(
            "http://stranger.example/",
            r => r.FulfillAsync(new() { ContentType = "text/html", Body = $"<iframe src='{site.Address}/'></iframe>" })
        );
        await visitor.Page.GotoAsync("http://stranger.example/");

        await Assertions.Expect(visitor.Page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(0);
        Assert.Equal("chrome-error://chromewebdata/", visitor.Page.Frames[1].Url);
    }
}
