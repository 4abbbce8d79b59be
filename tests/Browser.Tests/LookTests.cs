using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>How the page looks in each language, on a desktop and on a phone; what was seen stays in artifacts/screens.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", "在线投诉与服务", "昨天晚上宽带又断了，上周刚修过一次。")]
    [InlineData("zh-TW", "線上投訴與服務", "昨天晚上寬頻又斷了，上週才修過一次。")]
    [InlineData("en", "Complaints and service", "The broadband broke down again last night. It was repaired only last week.")]
    public async Task The_page_is_in_the_chosen_language_on_desktop_and_phone(string language, string heading, string story)
    {
        await using var site = await EchoSite.StartAsync();
        foreach (var (size, name) in new[] { (Visitor.Desktop, "desktop"), (Visitor.Phone, "phone") })
        {
            await using var visitor = await Visitor.NewAsync(chromium, site.Address, size);
            await visitor.OpenAsync("/?locale=" + language);

            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
            await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await visitor.ShootAsync($"page-{name}-{language}-first");
            await visitor.SayAsync(story);
            await visitor.SeesAsync("echo: " + story);
            await visitor.SayAsync("card");
            await Assertions.Expect(visitor.Card.GetByRole(AriaRole.Button, new() { Name = "Not now" })).ToBeVisibleAsync();
            await visitor.Card.ScrollIntoViewIfNeededAsync();
            await visitor.ShootAsync($"page-{name}-{language}");
            Assert.False(await visitor.ScrollsSidewaysAsync(), "Nothing may stick out to the side.");
        }
    }

    [Fact]
    public async Task In_the_dark_the_page_is_dark()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, look: ColorScheme.Dark);
        await visitor.OpenAsync("/?locale=zh-CN");
        await visitor.SayAsync("card");
        await Assertions.Expect(visitor.Card.GetByRole(AriaRole.Button, new() { Name = "Not now" })).ToBeVisibleAsync();

        await visitor.ShootAsync("page-dark");
        Assert.Equal(
            "rgb(34, 39, 46)",
            await visitor.Page.Locator("main").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor")
        );
    }

    [Fact]
    public async Task Name_logo_and_colour_come_from_the_settings()
    {
        var logo = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        await File.WriteAllTextAsync(
            logo,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><circle cx='5' cy='5' r='5' fill='#0a7d5a'/></svg>"
        );
        await using var site = await EchoSite.StartAsync(
            null,
            ("Page:Name", "Harbour Energy"),
            ("Page:Logo", logo),
            ("Page:AccentColor", "#0a7d5a")
        );
        File.Delete(logo);
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();

        await Assertions.Expect(visitor.Page.GetByText("Harbour Energy")).ToBeVisibleAsync();
        Assert.True(await visitor.Page.Locator("img.logo").EvaluateAsync<bool>("e => e.complete && e.naturalWidth > 0"));
        Assert.Equal(
            "#0a7d5a",
            await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
        );
        await visitor.ShootAsync("page-settings");
    }

    [Fact]
    public async Task Without_script_the_page_says_what_else_to_do()
    {
        await using var site = await EchoSite.StartAsync(null, ("Page:Phone", "10000"), ("Page:Email", "care@example.com"));
        await using var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        // Chromium that is told to run no script does not show noscript, so the test takes the wrapping away.
        await page.RouteAsync(
            "**/?locale=*",
            async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(
                    new() { Response = answer, Body = (await answer.TextAsync()).Replace("noscript>", "div>", StringComparison.Ordinal) }
                );
            }
        );
        await page.GotoAsync(site.Address + "/?locale=zh-TW");

        await Assertions.Expect(page.GetByText("這個頁面需要 JavaScript")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "10000" })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Visitor.ScreenPath("page-without-script") });
    }
}
