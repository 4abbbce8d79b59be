using System.Text.Json;
using Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>The page greets and takes the first words before Web Chat has loaded, and nothing of it is lost.</summary>
[Collection(BrowserTests.Name)]
public sealed class FirstWordsTests(Chromium chromium, ITestOutputHelper output)
{
    private const int MostBeforeTheFirstWords = 60_000;

    [Theory]
    [InlineData("zh-CN", "您好，这里是示例通信公司", "我要投诉")]
    [InlineData("zh-TW", "您好，這裡是示例通信公司", "我要投訴")]
    [InlineData("en", "Hello, this is the complaint desk of Example Telecom", "I have a complaint")]
    public async Task The_page_greets_shows_the_choices_and_has_the_focus_in_its_input(string language, string greeting, string choice)
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, Visitor.Phone);
        await visitor.HoldWebChatAsync();
        await visitor.Page.GotoAsync(site.Address + "/?locale=" + language);

        await Assertions.Expect(visitor.Page.Locator("#greeting")).ToContainTextAsync(greeting);
        await Assertions.Expect(visitor.Page.Locator("#offers button")).ToHaveCountAsync(4);
        await Assertions.Expect(visitor.Page.Locator("#offers button").First).ToHaveTextAsync(choice);
        await Assertions.Expect(visitor.FirstWords).ToBeFocusedAsync();
        await visitor.ShootAsync($"first-words-{language}");
    }

    [Fact]
    public async Task What_is_said_before_Web_Chat_has_loaded_is_sent_once_and_what_is_half_written_goes_on()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.HoldWebChatAsync();
        await visitor.Page.GotoAsync(site.Address);
        await SayFirstAsync(visitor, "the router is broken");
        await SayFirstAsync(visitor, "since yesterday");
        await visitor.FirstWords.FillAsync("and the shop");
        await visitor.ShootAsync("first-words-said");
        visitor.ReleaseWebChat();

        await visitor.SeesAsync("echo: the router is broken");
        await visitor.SeesAsync("echo: since yesterday");
        await Assertions.Expect(visitor.Bubble("the router is broken")).ToHaveCountAsync(2); // said and echoed
        await Assertions.Expect(visitor.SendBox).ToHaveValueAsync("and the shop");
        await Assertions.Expect(visitor.SendBox).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync(" says no");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync("echo: and the shop says no");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task A_choice_pressed_before_Web_Chat_has_loaded_is_said()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.HoldWebChatAsync();
        await visitor.Page.GotoAsync(site.Address + "/?locale=en");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Talk to a person" }).ClickAsync();
        visitor.ReleaseWebChat();

        await visitor.SeesAsync("echo: Talk to a person");
    }

    [Fact]
    public async Task A_reload_before_Web_Chat_has_loaded_loses_and_doubles_nothing()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.HoldWebChatAsync();
        visitor.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await visitor.Page.GotoAsync(site.Address);
        await SayFirstAsync(visitor, "said before the reload");
        await visitor.FirstWords.FillAsync("half written");
        await visitor.Page.ReloadAsync();

        await Assertions.Expect(visitor.SaidFirst).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.FirstWords).ToHaveValueAsync("half written");
        visitor.ReleaseWebChat();
        await visitor.SeesAsync("echo: said before the reload");
        await Assertions.Expect(visitor.Bubble("echo: said before the reload")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.SendBox).ToHaveValueAsync("half written");
    }

    [Fact]
    public async Task When_Web_Chat_does_not_load_the_page_says_so_and_a_retry_sends_what_was_said()
    {
        await using var site = await EchoSite.StartAsync(null, ("Page:Phone", "10000"));
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.Page.RouteAsync("**/assets/webchat.*.js", route => route.AbortAsync());
        await visitor.Page.GotoAsync(site.Address + "/?locale=en");
        await SayFirstAsync(visitor, "I am still here");
        await Assertions.Expect(visitor.Banner).ToContainTextAsync("What you wrote is kept");
        await Assertions.Expect(visitor.Page.Locator("#contacts")).ToContainTextAsync("10000");
        await visitor.ShootAsync("first-words-not-loaded");
        await visitor.Page.UnrouteAsync("**/assets/webchat.*.js");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync();

        await visitor.SeesAsync("echo: I am still here");
        await Assertions.Expect(visitor.Bubble("echo: I am still here")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Banner).ToBeEmptyAsync();
        await Assertions.Expect(visitor.Page.Locator("#contacts")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_word_in_the_middle_of_its_input_method_is_not_torn_out_of_the_hands()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.HoldWebChatAsync();
        await visitor.Page.GotoAsync(site.Address + "/?locale=zh-CN");
        var keyboard = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await visitor.FirstWords.FocusAsync();
        await keyboard.SendAsync("Input.imeSetComposition", Composition("luyou"));
        visitor.ReleaseWebChat();
        await Assertions.Expect(visitor.Page.Locator("#chat article")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(visitor.FirstWords).ToBeFocusedAsync();
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "路由器" });

        await Assertions.Expect(visitor.SendBox).ToHaveValueAsync("路由器");
        await Assertions.Expect(visitor.SendBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Little_is_transferred_before_the_first_words()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, Visitor.Phone);
        await visitor.HoldWebChatAsync();
        var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("Network.enable");
        // 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
        await browser.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 150,
                ["downloadThroughput"] = 1_600_000 / 8,
                ["uploadThroughput"] = 750_000 / 8,
            }
        );
        long bytes = 0;
        browser.Event("Network.loadingFinished").OnEvent += (_, e) =>
            Interlocked.Add(ref bytes, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());
        await visitor.Page.GotoAsync(site.Address + "/?locale=zh-CN", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SayFirstAsync(visitor, "宽带断了");
        var painted = await visitor.Page.EvaluateAsync<JsonElement>(
            """
            ({ paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
               ready: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd })
            """
        );
        var transferred = Interlocked.Read(ref bytes);
        output.WriteLine($"{transferred} bytes; greeting and input painted, scripts ready after (ms): {painted}");

        Assert.InRange(transferred, 1_000, MostBeforeTheFirstWords);
        Assert.DoesNotContain(visitor.Requests, r => r.Contains("/directline/conversations", StringComparison.Ordinal));
    }

    private static async Task SayFirstAsync(Visitor visitor, string text)
    {
        await visitor.FirstWords.FillAsync(text);
        await visitor.FirstWords.PressAsync("Enter");
        await Assertions.Expect(visitor.SaidFirst.Last).ToContainTextAsync(text);
    }

    private static Dictionary<string, object> Composition(string text) =>
        new()
        {
            ["text"] = text,
            ["selectionStart"] = text.Length,
            ["selectionEnd"] = text.Length,
        };
}
