using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The same browser finds its conversation again.</summary>
[Collection(BrowserTests.Name)]
public sealed class ComingBackTests(Chromium chromium)
{
    [Fact]
    public async Task After_a_reload_the_conversation_goes_on_with_its_history()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("first");
        await visitor.SeesAsync("echo: first");
        await visitor.OpenAsync();

        await visitor.SeesAsync("echo: first");
        await visitor.SayAsync("second");
        await visitor.SeesAsync("echo: second");
        await Assertions.Expect(visitor.Bubble("Hello! Tell me")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Bubble("echo: first")).ToHaveCountAsync(1);
        await visitor.SeesAllSentAsync();
    }

    [Fact]
    public async Task Days_later_in_a_new_tab_the_conversation_goes_on()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("before the weekend");
        await visitor.SeesAsync("echo: before the weekend");
        var conversation = await visitor.ConversationAsync();
        await visitor.CloseTabAsync();
        site.Clock.Skip(TimeSpan.FromDays(4));
        await site.SayAsync(conversation, new() { Type = "message", Text = "Repaired on Saturday." });
        await visitor.OpenTabAsync();
        await visitor.OpenAsync();

        await visitor.SeesAsync("echo: before the weekend");
        await visitor.SeesAsync("Repaired on Saturday.");
        await visitor.SayAsync("thanks");
        await visitor.SeesAsync("echo: thanks");
    }

    [Fact]
    public async Task Another_language_shows_the_same_conversation_and_is_remembered()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("hello");
        await visitor.SeesAsync("echo: hello");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "繁體中文" }).ClickAsync();
        await visitor.SeesAsync("echo: hello");
        await visitor.OpenAsync();

        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("線上投訴與服務");
        await Assertions.Expect(visitor.Page.Locator(".languages [aria-current=true]")).ToHaveTextAsync("繁體中文");
    }

    [Fact]
    public async Task A_new_conversation_is_empty_and_stays_after_a_reload()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("old matter");
        await visitor.SeesAsync("echo: old matter");
        var (before, user) = (await visitor.ConversationAsync(), await visitor.UserAsync());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await visitor.ShootAsync("page-new-conversation");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Start new" }).ClickAsync();

        await Assertions.Expect(visitor.Bubble("echo: old matter")).ToHaveCountAsync(0);
        await visitor.SeesAsync("Hello! Tell me");
        await visitor.SayAsync("new matter");
        await visitor.SeesAsync("echo: new matter");
        await visitor.OpenAsync();
        await visitor.SeesAsync("echo: new matter");
        await Assertions.Expect(visitor.Bubble("old matter")).ToHaveCountAsync(0);
        Assert.NotEqual(before, await visitor.ConversationAsync());
        Assert.Equal(user, await visitor.UserAsync());
    }

    [Fact]
    public async Task Another_browser_sees_nothing_of_it()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        await visitor.SayAsync("private");
        await visitor.SeesAsync("echo: private");
        await using var other = await Visitor.NewAsync(chromium, site.Address);
        await other.OpenAsync();

        await Assertions.Expect(other.Bubble("private")).ToHaveCountAsync(0);
        Assert.NotEqual(await visitor.UserAsync(), await other.UserAsync());
    }

    [Fact]
    public async Task A_script_cannot_read_who_the_customer_is()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");

        Assert.Equal("", await visitor.Page.EvaluateAsync<string>("document.cookie"));
        Assert.All(await visitor.Context.CookiesAsync(), c => Assert.True(c.HttpOnly));
    }
}
