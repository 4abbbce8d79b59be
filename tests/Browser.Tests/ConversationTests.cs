using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Talking on the page.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConversationTests(Chromium chromium)
{
    [Fact]
    public async Task The_bot_speaks_first_in_the_language_of_the_browser()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, language: "zh-TW");
        await visitor.OpenAsync();
        await visitor.SeesAsync("您好！請用自己的話說說遇到了什麼問題。");
    }

    [Fact]
    public async Task A_sent_text_is_marked_as_sent_and_answered()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("my bill is wrong");

        await visitor.SeesAsync("echo: my bill is wrong");
        await visitor.SeesAllSentAsync();
    }

    [Fact]
    public async Task A_story_of_5000_characters_arrives_whole()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        var story = string.Concat(Enumerable.Range(0, 500).Select(i => $"第{i:D4}天又断网。"));
        await visitor.SayAsync(story);
        await visitor.SeesAsync("echo: " + story);
    }

    [Fact]
    public async Task A_photo_and_a_file_with_a_Chinese_name_are_sent_together()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        var photo = await visitor.Page.ScreenshotAsync();
        await visitor.AttachAsync(
            new()
            {
                Name = "坏掉的路由器.png",
                MimeType = "image/png",
                Buffer = photo,
            },
            new()
            {
                Name = "账单.txt",
                MimeType = "text/plain",
                Buffer = "三月账单：199 元"u8.ToArray(),
            }
        );

        await visitor.SeesAsync("files: 坏掉的路由器.png, 账单.txt");
        await visitor.SeesAllSentAsync();
        await visitor.ShootAsync("page-upload");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task A_suggested_answer_is_pressed_by_keyboard()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        var status = visitor.Page.Locator(".webchat__suggested-action", new() { HasText = "Status" });
        await status.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync("echo: status");
    }

    [Fact]
    public async Task A_form_is_filled_in_and_sent()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("card");
        await visitor.Card.GetByLabel("Place").FillAsync("12 Harbour Street");
        await visitor.Card.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await visitor.SeesAsync("12 Harbour Street");
    }

    [Fact]
    public async Task What_the_bot_says_by_itself_appears_and_shows_in_the_title_of_a_page_in_the_background()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.Page.EvaluateAsync("Object.defineProperty(document, 'hidden', { get: () => true })");
        await site.SayAsync(await visitor.ConversationAsync(), new() { Type = "message", Text = "Your complaint was accepted." });

        await visitor.SeesAsync("Your complaint was accepted.");
        await Assertions.Expect(visitor.Page).ToHaveTitleAsync("● New message – Example Telecom – complaints and service");
    }
}
