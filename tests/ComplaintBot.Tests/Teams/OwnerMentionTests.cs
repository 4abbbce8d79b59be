using System.Text.Json.Nodes;
using ComplaintBot.Tests.MainLine;

namespace ComplaintBot.Tests.Teams;

/// <summary>Whoever has to accept a ticket is named on the card in the department's channel, so that Teams tells them.</summary>
public sealed class OwnerMentionTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    [Fact]
    public async Task The_owner_is_mentioned_until_they_accepted()
    {
        await world.Staff.SendAsync(TeamsWorld.LiuYang, "installationUpdate", InChannel);
        var ticket = await world.LogAsync("套餐资费和宣传的不一样", "tariff", "Frau Sommer", "13811113333");

        var card = Card(await world.Staff.GetsInAsync(TeamsWorld.MarketChannel, m => m.Json.Contains(ticket, StringComparison.Ordinal)));

        var entity = card["msteams"]!["entities"]!.AsArray().Single()!;
        Assert.Equal("mention", (string?)entity["type"]);
        var owner = (string)entity["mentioned"]!["id"]!;
        Assert.Contains(owner, new[] { TeamsWorld.LiuYang, "aad-chen-jie" });
        Assert.Equal($"<at>{(string?)entity["mentioned"]!["name"]}</at>", (string?)entity["text"]);
        // Teams makes a mention only of a text that stands in the card letter for letter.
        Assert.Contains(
            card["body"]!.AsArray(),
            e => ((string?)e!["text"])?.Contains((string)entity["text"]!, StringComparison.Ordinal) == true
        );
        Assert.DoesNotContain("Sommer", card.ToJsonString(), StringComparison.Ordinal);

        await world.Staff.PressAsync(owner, "accept", new { ticket });
        var later = await world.Staff.GetsInAsync(
            TeamsWorld.MarketChannel,
            m => m.Replaced && m.Json.Contains(ticket, StringComparison.Ordinal) && !m.Json.Contains("<at>", StringComparison.Ordinal)
        );
        Assert.Null(Card(later)["msteams"]?["entities"]);
    }

    private static JsonObject Card(StaffMessage message) => message.Activity["attachments"]![0]!["content"]!.AsObject();

    private static void InChannel(JsonObject activity)
    {
        activity["action"] = "add";
        activity["conversation"] = new JsonObject
        {
            ["id"] = TeamsWorld.MarketChannel,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = activity["conversation"]!["tenantId"]!.DeepClone(),
        };
    }
}
