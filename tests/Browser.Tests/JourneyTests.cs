using Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>A customer with the real bot, from the first word to the ticket's status: each card that comes is seen, clean for axe,
/// and kept as a picture.</summary>
[Collection(BrowserTests.Name)]
public sealed class JourneyTests(Chromium chromium, ITestOutputHelper output)
{
    private static readonly Dictionary<string, Words> InLanguage = new()
    {
        ["zh-CN"] = new(
            "昨天晚上家里宽带断了，在苏州星湖街88号，希望尽快修好，我叫李雷，电话13800138000",
            "确认提交",
            "我的投诉到哪一步了？",
            "我想填表格",
            "下一步：核对"
        ),
        ["zh-TW"] = new(
            "昨天晚上家裡的寬頻斷了，在蘇州星湖街88號，希望盡快修好，我叫李雷，電話13800138000",
            "確認送出",
            "我的申訴處理到哪裡了？",
            "我想填表單",
            "下一步：核對"
        ),
        ["en"] = new(
            "Our broadband at 88 Xinghu Street in Suzhou went down last night. Please repair it soon. My name is Tom Li, phone 13800138000",
            "Submit",
            "What is the status of my complaint?",
            "I prefer a form",
            "Next: check it"
        ),
    };

    public static TheoryData<string, bool> Visits() =>
        new()
        {
            { "zh-CN", false },
            { "zh-CN", true },
            { "zh-TW", false },
            { "zh-TW", true },
            { "en", false },
            { "en", true },
        };

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Every_card_on_the_way_to_a_ticket_is_clean_and_fits(string language, bool onPhone)
    {
        var words = InLanguage[language];
        await using var host = await HostProcess.StartAsync();
        // Phones in the dark, desktops in the light.
        await using var visitor = await Visitor.NewAsync(
            chromium,
            host.Address,
            onPhone ? Visitor.Phone : Visitor.Desktop,
            look: onPhone ? ColorScheme.Dark : ColorScheme.Light
        );
        await visitor.OpenAsync("/?locale=" + language);
        output.WriteLine(
            $"the first words of the bot {await visitor.Page.EvaluateAsync<double>("performance.now()"):0} ms after navigation"
        );
        await StopAsync("1-welcome");

        await visitor.SayAsync(words.Story);
        var submit = visitor.Card.GetByRole(AriaRole.Button, new() { Name = words.Submit, Exact = true }).Last;
        await Assertions.Expect(submit).ToBeVisibleAsync();
        await StopAsync("2-summary");

        await submit.ClickAsync();
        await visitor.SeesCardAsync("C-20");
        await StopAsync("3-receipt");

        await visitor.SayAsync(words.Status);
        await visitor.SeesCardAsync("C-20", 2);
        await StopAsync("4-status");

        await visitor.SayAsync(words.Form);
        await Assertions.Expect(visitor.Card.GetByRole(AriaRole.Button, new() { Name = words.Send, Exact = true }).Last).ToBeVisibleAsync();
        await StopAsync("5-form");
        Assert.Empty(visitor.Faults);

        async Task StopAsync(string stop)
        {
            await visitor.SeesAllSentAsync();
            Assert.Empty(await Axe.SeriousAsync(visitor));
            await visitor.ShootAsync($"journey-{language}-{(onPhone ? "phone" : "desktop")}-{stop}");
            Assert.False(await visitor.ScrollsSidewaysAsync(), $"Something sticks out to the side at {stop}.");
        }
    }

    private sealed record Words(string Story, string Submit, string Status, string Form, string Send);
}
