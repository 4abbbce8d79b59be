using System.Text.Json.Nodes;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Trust.Hosting;

namespace ComplaintBot.Tests.Trust.Delivery;

/// <summary>The answer to a post gets lost, Web Chat says "not sent", the customer presses "retry": the same words come again under a new
/// clientActivityID, so nothing in the protocol tells that they are the same.</summary>
public sealed class LostResponseTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    [Trait("Assertion", "13")]
    public async Task Words_sent_again_by_retry_are_told_once_and_file_one_complaint()
    {
        var words = $"家里宽带又断了，上周修过一次，{Guid.NewGuid():N}";
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        await customer.HearsAsync("投诉受理助手");
        await customer.ForgeAsync(Said(words));
        await customer.ForgeAsync(Said(words));
        for (var question = 0; question < 8; question++)
        {
            var said = await customer.HearsAsync("\"type\":\"message\"");
            if (WebCustomer.Words(said).Contains("请核对", StringComparison.Ordinal))
                break;
            if (said["suggestedActions"] is not null)
                await customer.SayAsync("跳过");
        }
        await customer.PressAsync("intake.submit");
        await customer.PressAsync("intake.submit");
        await customer.HearsAsync("C-2");
        await host.Bot.IdleAsync(host.Database.Database, "none");

        var stored = await host.Database.Database.QueryAsync<(string Words, string? Place)>(
            "SELECT words, place FROM complaints WHERE customer = @customer",
            new { customer = "directline:" + customer.Id }
        );
        Assert.Equal((words, null), Assert.Single(stored));
    }

    private static JsonObject Said(string text) =>
        new()
        {
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString("N") },
        };
}
