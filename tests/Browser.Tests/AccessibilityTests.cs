using System.Text.RegularExpressions;
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
        await visitor.HoldWebChatAsync();
        await visitor.Page.GotoAsync(site.Address + "/?locale=" + language);
        await Assertions.Expect(visitor.FirstWords).ToBeVisibleAsync();
        Assert.Empty(await Axe.SeriousAsync(visitor));
        await visitor.ShootAsync($"page-first-{language}-{look}");
        visitor.ReleaseWebChat();
        await Assertions.Expect(visitor.Transcript.Locator("article").First).ToBeVisibleAsync();
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

    [Theory]
    [InlineData(ColorScheme.Light, "#1d5b99")]
    [InlineData(ColorScheme.Dark, "#1d5b99")]
    [InlineData(ColorScheme.Light, "#f2c200")]
    [InlineData(ColorScheme.Dark, "#202020")]
    public async Task Every_text_colour_of_a_card_is_readable_on_every_background(ColorScheme look, string accent)
    {
        await using var site = await EchoSite.StartAsync(null, ("Page:AccentColor", accent));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, look: look);
        await visitor.OpenAsync("/?locale=en");
        await site.SayAsync(await visitor.ConversationAsync(), Palette.Message());
        await visitor.SeesCardAsync("attention on attention");

        Assert.Empty(await Axe.SeriousAsync(visitor));
        await visitor.ShootAsync($"page-palette-{look}-{accent[1..]}");
    }

    [Theory]
    [InlineData("zh-CN", ColorScheme.Light)]
    [InlineData("zh-TW", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task At_four_times_its_size_the_page_can_be_used(string language, ColorScheme look)
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, Visitor.FourTimesLarger, look: look);
        await visitor.OpenAsync("/?locale=" + language);
        await visitor.SayAsync("hello");
        await visitor.SeesAsync("echo: hello");
        await visitor.SayAsync("card");
        await visitor.SeesCardAsync("When did it happen?");

        Assert.Empty(await Axe.SeriousAsync(visitor));
        Assert.False(await visitor.ScrollsSidewaysAsync(), "Nothing may stick out to the side.");
        await Assertions.Expect(visitor.SendBox).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(visitor.Page.Locator("#new span")).ToBeInViewportAsync(new() { Ratio = 1 });
        // The words have more room than everything around them.
        Assert.True((await visitor.Transcript.BoundingBoxAsync())!.Height > 128, "The transcript is too low.");
        await visitor.ShootAsync($"page-four-times-{language}-{look}");
    }

    [Fact]
    public async Task The_focus_is_in_the_input_from_the_start_and_few_steps_away_from_the_top()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        await Assertions.Expect(visitor.SendBox).ToBeFocusedAsync();

        await visitor.Page.EvaluateAsync("document.activeElement.blur()");
        await visitor.Page.Locator("#skip").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.SendBox).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public async Task Every_button_has_a_name_and_a_new_conversation_has_one_that_is_seen_on_a_phone(string language)
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, Visitor.Phone);
        await visitor.OpenAsync("/?locale=" + language);

        var buttons = await visitor.Page.Locator("button:visible").AllAsync();
        Assert.True(buttons.Count >= 5, "The buttons were not found.");
        foreach (var button in buttons)
            await Assertions.Expect(button).ToHaveAccessibleNameAsync(new Regex("\\S"));
        var words = visitor.Page.Locator("#new span");
        await Assertions.Expect(words).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True((await words.BoundingBoxAsync())!.Width > 40, "The name cannot be seen.");
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_the_focus_can_be_seen()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        await visitor.Page.Locator("#skip").FocusAsync();
        var reached = new List<string>();
        for (var i = 0; i < 11; i++)
        {
            reached.Add(
                await visitor.Page.EvaluateAsync<string>(
                    """
                    (({ activeElement: e }) =>
                      (e.textContent || e.placeholder || e.getAttribute('aria-label') || e.title || '').trim())(document)
                    """
                )
            );
            if (i < 4)
                Assert.NotEqual("none", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(["Skip to the message box", "简体中文", "繁體中文", "New conversation"], reached.Take(4));
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
