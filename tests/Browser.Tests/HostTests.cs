using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The page on the whole program: real bot, real database file.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostTests(Chromium chromium)
{
    [Fact]
    public async Task A_conversation_survives_a_reload_and_a_crash_of_the_server()
    {
        await using var host = await HostProcess.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, host.Address, Visitor.Phone);
        await visitor.OpenAsync("/?locale=zh-CN");
        await visitor.ShootAsync("host-first");
        await visitor.SayAsync("宽带又断了，上周二修过一次");
        await visitor.SeesAsync("宽带又断了，上周二修过一次");
        await HasAnswersAsync(visitor, 2);
        await visitor.SeesAllSentAsync();
        await visitor.ShootAsync("host-answered");
        await visitor.OpenAsync();
        await visitor.SeesAsync("宽带又断了，上周二修过一次");
        var before = await visitor.FromBot.CountAsync();

        await host.CrashAndRestartAsync();
        await visitor.SayAsync("还在吗？");
        await visitor.SeesAsync("还在吗？");
        await HasAnswersAsync(visitor, before + 1);
        await visitor.SeesAllSentAsync();
        await Assertions.Expect(visitor.Bubble("宽带又断了，上周二修过一次").First).ToBeVisibleAsync();
        await visitor.ShootAsync("host-after-crash");
    }

    [Theory]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public async Task The_real_bot_greets_and_the_page_is_clean(string language)
    {
        await using var host = await HostProcess.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, host.Address);
        await visitor.OpenAsync("/?locale=" + language);
        await visitor.ShootAsync($"host-{language}");
        Assert.Empty(visitor.Faults);
        var own = new Uri(host.Address).Authority;
        Assert.All(
            visitor.Requests.Where(r =>
                !r.StartsWith("data:", StringComparison.Ordinal) && !r.StartsWith("blob:", StringComparison.Ordinal)
            ),
            r => Assert.Equal(own, new Uri(r).Authority)
        );
    }

    [Fact]
    public async Task A_language_chosen_in_the_middle_of_a_conversation_is_the_bots_from_then_on()
    {
        await using var host = await HostProcess.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, host.Address);
        await visitor.OpenAsync("/?locale=zh-CN");
        await visitor.SayAsync("你好");
        await HasAnswersAsync(visitor, 2);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await visitor.SeesAsync("All right, I go on in English.");
        // No letters of any language: what was chosen holds.
        await visitor.SayAsync("?");
        await HasAnswersAsync(visitor, 4);
        Assert.Matches("[a-z]{3}", await visitor.FromBot.Last.InnerTextAsync());
        await visitor.OpenAsync();

        await Assertions.Expect(visitor.Bubble("All right, I go on in English.")).ToHaveCountAsync(1);
    }

    private static async Task HasAnswersAsync(Visitor visitor, int count) =>
        await Assertions.Expect(visitor.FromBot.Nth(count - 1)).ToBeVisibleAsync();
}
