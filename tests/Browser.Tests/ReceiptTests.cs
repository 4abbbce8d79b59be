using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The receipt can be taken along: copied, on paper, sent to oneself.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReceiptTests(Chromium chromium)
{
    /// <summary>The button's words and what must stand on the receipt, wherever it is taken.</summary>
    public static TheoryData<string, string, string[]> Receipts() =>
        new()
        {
            {
                "zh-CN",
                "复制|打印|发给自己",
                ["C-20261123-0001", "路由器上周换过一次", "13800138000", "首次回复", "最迟 今天 11:12", "UTC+8"]
            },
            {
                "zh-TW",
                "複製|列印|傳給自己",
                ["C-20261123-0001", "路由器上週才換過", "13800138000", "首次回覆", "最遲 今天 11:12", "UTC+8"]
            },
            {
                "en",
                "Copy|Print|Send to yourself",
                ["C-20261123-0001", "The router was replaced last week", "13800138000", "First answer", "by today 11:12", "UTC+8"]
            },
        };

    [Theory]
    [MemberData(nameof(Receipts))]
    public async Task It_is_copied_printed_and_sent_with_number_own_words_contact_and_next_step(
        string language,
        string buttons,
        string[] expected
    )
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.OpenAsync("/?locale=" + language);
        await site.SayAsync(await visitor.ConversationAsync(), SampleCards.Message("receipt", language));
        await visitor.SeesCardAsync("C-20261123-0001");
        var (copy, print, send) = buttons.Split('|') is [var a, var b, var c] ? (a, b, c) : throw new FormatException(buttons);

        await PressAsync(visitor, copy);
        await Assertions.Expect(visitor.Banner).Not.ToBeEmptyAsync();
        Holds(await visitor.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), expected);

        await visitor.Page.EvaluateAsync("window.print = () => { window.printed = true; }");
        await PressAsync(visitor, print);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.printed"));
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Holds(await visitor.Page.Locator("body").InnerTextAsync(), expected);
        await Assertions.Expect(visitor.Transcript).ToBeHiddenAsync();
        await visitor.ShootAsync($"receipt-paper-{language}");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("Page.enable");
        var asked = new TaskCompletionSource<string>();
        browser.Event("Page.frameRequestedNavigation").OnEvent += (_, e) => asked.TrySetResult(e!.Value.GetProperty("url").GetString()!);
        await PressAsync(visitor, send);
        var mail = await asked.Task;
        Assert.StartsWith("mailto:?subject=", mail, StringComparison.Ordinal);
        Holds(Uri.UnescapeDataString(mail), expected);
        Assert.DoesNotContain(site.Heard, activity => activity.Value is not null);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Somebody_who_lives_by_another_clock_reads_whose_times_these_are()
    {
        await using var site = await EchoSite.StartAsync();
        await using var here = await Visitor.NewAsync(chromium, site.Address);
        await here.OpenAsync("/?locale=en");
        await Assertions.Expect(here.Page.Locator("#zone")).ToBeHiddenAsync();
        await using var abroad = await Visitor.NewAsync(chromium, site.Address, zone: "Europe/London");
        await abroad.OpenAsync("/?locale=en");

        await Assertions.Expect(abroad.Page.Locator("#zone")).ToContainTextAsync("UTC+8");
    }

    private static Task PressAsync(Visitor visitor, string button) =>
        visitor.Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static void Holds(string text, IEnumerable<string> expected) =>
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
}
