using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>axe-core finds nothing serious, and the keyboard reaches everything.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", ColorScheme.Light, false)]
    [InlineData("zh-TW", ColorScheme.Dark, true)]
    [InlineData("en", ColorScheme.Dark, false)]
    [InlineData("en", ColorScheme.Light, true)]
    public async Task Axe_finds_nothing_serious(string language, ColorScheme look, bool onPhone)
    {
        await using var site = await EchoSite.StartAsync(null, ("Page:AccentColor", onPhone ? "#f2c200" : "#1d5b99"));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, onPhone ? Visitor.Phone : Visitor.Desktop, look: look);
        await visitor.OpenAsync("/?locale=" + language);
        Assert.Empty(await Axe.SeriousAsync(visitor));
        await visitor.SayAsync("hello");
        await visitor.SeesAsync("echo: hello");
        await visitor.SayAsync("card");
        await Assertions.Expect(visitor.Card.GetByLabel("Place")).ToBeVisibleAsync();
        Assert.Empty(await Axe.SeriousAsync(visitor));
        await visitor.ShootAsync($"page-axe-{language}-{look}");
        await visitor.Page.Locator("#new").ClickAsync();
        Assert.Empty(await Axe.SeriousAsync(visitor));
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_the_focus_can_be_seen()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        var reached = new List<string>();
        for (var i = 0; i < 14; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            reached.Add(
                await visitor.Page.EvaluateAsync<string>(
                    """
                    (({ activeElement: e }) =>
                      (e.textContent || e.placeholder || e.getAttribute('aria-label') || e.title || '').trim())(document)
                    """
                )
            );
            if (i < 5)
                Assert.NotEqual("none", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }

        Assert.Equal(["Skip to the conversation", "简体中文", "繁體中文", "English", "New conversation"], reached.Take(5));
        Assert.Contains("Type your message", reached);
    }

    [Fact]
    public async Task The_question_before_a_new_conversation_is_answered_by_keyboard()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        var button = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" });
        await button.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Start a new conversation?" })).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visitor.Page.Locator("#newDialog")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }
}
