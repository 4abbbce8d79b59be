using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Every card of customers with every sample, drawn by the real Web Chat: readable in both looks, fitting on a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class CustomerCardsTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", ColorScheme.Light, true)]
    [InlineData("zh-CN", ColorScheme.Dark, false)]
    [InlineData("zh-TW", ColorScheme.Dark, true)]
    [InlineData("en", ColorScheme.Light, false)]
    [InlineData("en", ColorScheme.Dark, true)]
    public async Task Every_card_is_clean_for_axe_and_fits(string language, ColorScheme look, bool onPhone)
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address, onPhone ? Visitor.Phone : Visitor.Desktop, look: look);
        await visitor.OpenAsync("/?locale=" + language);
        var conversation = await visitor.ConversationAsync();
        var seen = 0;
        foreach (var template in SampleCards.OfCustomers)
        {
            foreach (var message in SampleCards.Messages(template, language))
            {
                await site.SayAsync(conversation, message);
                await Assertions.Expect(visitor.Card).ToHaveCountAsync(++seen);
                await visitor.ShootAsync($"card-{template}-{language}-{look}-{(onPhone ? "phone" : "desktop")}-{seen:00}");
            }
        }

        Assert.Empty(await Axe.SeriousAsync(visitor));
        Assert.False(await visitor.ScrollsSidewaysAsync(), "Something sticks out to the side.");
        Assert.Empty(visitor.Faults);
    }
}
