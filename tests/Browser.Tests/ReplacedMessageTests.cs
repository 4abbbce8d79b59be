using Browser.Tests.Running;
using Microsoft.Bot.Schema;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What the bot replaces later, such as the card of a ticket.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReplacedMessageTests(Chromium chromium)
{
    [Fact]
    public async Task A_replaced_message_stays_in_its_place_with_its_new_words_also_after_a_reload()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync();
        var conversation = await visitor.ConversationAsync();
        var first = await site.SayAsync(conversation, Message("ticket: open"));
        await site.SayAsync(conversation, Message("something between"));
        await visitor.SeesAsync("something between");

        await site.SayAsync(conversation, Message("ticket: closed"), first);
        await visitor.SeesAsync("ticket: closed");
        await AssertOrderAsync(visitor);

        await visitor.Page.ReloadAsync();
        await visitor.SeesAsync("ticket: closed");
        await AssertOrderAsync(visitor);
        Assert.Empty(visitor.Faults);
    }

    private static async Task AssertOrderAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.Bubble("ticket: open")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Bubble("ticket: closed")).ToHaveCountAsync(1);
        var words = await visitor.Transcript.Locator(".webchat__bubble__content").AllInnerTextsAsync();
        Assert.Equal(
            ["ticket: closed", "something between"],
            words
                .Select(w => w.Trim())
                .Where(w => w.StartsWith("ticket", StringComparison.Ordinal) || w.StartsWith("something", StringComparison.Ordinal))
        );
    }

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
