using System.Text.Json.Nodes;
using ComplaintBot.Tests.Cards;

namespace ComplaintBot.Tests.Teams;

/// <summary>Search from the box in which a message is written, and links that show their ticket.</summary>
public sealed class ExtensionTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private const string Query = "composeExtension/query";
    private const string QueryLink = "composeExtension/queryLink";

    [Fact]
    public async Task A_ticket_is_found_by_number_its_end_customer_phone_and_words_in_either_script()
    {
        var ticket = await world.LogAsync("家里路由器红灯一直亮", "broadband", "Keller", "+86 139 0000 4711");

        string[] remembered =
        [
            ticket,
            ticket.ToLowerInvariant(),
            ticket[^4..],
            "keller",
            "13900004711",
            "4711",
            "路由器紅燈",
            "红灯 keller",
        ];
        foreach (var words in remembered)
            Assert.Contains(ticket, Titles(await FindAsync(TeamsWorld.WuFang, words)).Select(t => t.Split(' ')[0]));
        Assert.DoesNotContain(ticket, await TextAsync(TeamsWorld.WuFang, "红灯 没有这个词"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TeamsWorld.ZhangMin, "负责人", "有权限的同事")]
    [InlineData(TeamsWorld.WangFang, "負責人", "有權限的同事")]
    [InlineData(TeamsWorld.Alex, "Owner", "Colleagues who may see it")]
    public async Task What_goes_into_the_chat_names_no_customer_and_has_nothing_to_press(string who, string owner, string hint)
    {
        var category = who == TeamsWorld.ZhangMin ? "broadband" : "billing";
        var ticket = await world.LogAsync("月租多收了，卡号6222020200112233", category, "Frau Sommer", "13811112222");

        // By number: also what one logged oneself and somebody else now owns.
        var found = (await FindAsync(who, ticket))["attachments"]!.AsArray().Single()!;
        var card = found["content"]!.AsObject();
        var shown = card.ToJsonString(Readable);

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)found["contentType"]);
        Assert.Contains(ticket, shown, StringComparison.Ordinal);
        Assert.Contains(owner, shown, StringComparison.Ordinal);
        Assert.Contains(hint, shown, StringComparison.Ordinal);
        foreach (var personal in new[] { "Sommer", "13811112222", "月租多收", "6222" })
            Assert.DoesNotContain(personal, shown, StringComparison.Ordinal);
        Assert.All(Actions(card), a => Assert.Equal("Action.OpenUrl", (string?)a["type"]));
        Assert.Empty(CardRules.Faults(Without(card, "refresh"), ComplaintBot.Cards.CardTarget.Teams));
        // The one who searched knows it again by the customer.
        Assert.Equal("application/vnd.microsoft.card.thumbnail", (string?)found["preview"]!["contentType"]);
        Assert.Contains("Frau Sommer", (string?)found["preview"]!["content"]!["text"], StringComparison.Ordinal);
        // Where the bot is a member of the chat, the one who shared it sees their own card there, and nobody else does.
        Assert.Equal(["29:" + who], card["refresh"]!["userIds"]!.AsArray().Select(i => (string?)i));
    }

    [Fact]
    public async Task Nothing_is_found_without_the_right_to_see_it()
    {
        var ticket = await world.LogAsync("李伟上门态度恶劣，当面骂人", "staff-attitude", "Herr Blau");

        Assert.Contains("Only people who handle complaints", await TextAsync(TeamsWorld.Stranger, "Blau"), StringComparison.Ordinal);
        // Another department; the colleague it is about; the head of that colleague.
        foreach (var who in new[] { TeamsWorld.LiuYang, TeamsWorld.LiWei, TeamsWorld.ZhangMin })
        {
            foreach (var words in new[] { ticket, "Blau", "骂人" })
                Assert.Contains("没有找到", await TextAsync(who, words), StringComparison.Ordinal);
        }
        // Nor by a button that somebody made up.
        foreach (var view in new[] { "channel", "row", "manage" })
        {
            var answer = await world.Staff.PressAsync(TeamsWorld.LiWei, "refresh", new { ticket, view });
            Assert.DoesNotContain("AdaptiveCard", answer.ToJsonString(), StringComparison.Ordinal);
        }
        // Who may see it finds it; in a chat it tells nothing.
        var card = (await FindAsync(TeamsWorld.WuFang, "Blau"))["attachments"]!.AsArray().Single()!["content"]!.ToJsonString(Readable);
        Assert.Contains("涉及同事", card, StringComparison.Ordinal);
        foreach (var word in new[] { "服务态度", "骂人", "Blau", "李伟" })
            Assert.DoesNotContain(word, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_comes_in_pages_without_gap_or_repetition()
    {
        var tickets = new List<string>();
        for (var i = 0; i < 5; i++)
            tickets.Add(await world.LogAsync($"翻页测试第{i}件", "billing"));

        List<string> seen = [];
        foreach (var skip in new[] { 0, 2, 4, 6 })
            seen.AddRange(Titles(await FindAsync(TeamsWorld.WuFang, "翻页测试", skip, 2)).Select(t => t.Split(' ')[0]));

        Assert.Equal(tickets.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task Opened_without_words_it_shows_what_is_open()
    {
        await world.LogAsync("打开时就能看到的一件", "billing");
        var value = WireSample.Of(
            "query",
            v => v["parameters"] = new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" })
        );

        var answer = await world.InvokeAsync(TeamsWorld.Alex, Query, value);

        Assert.NotEmpty(Titles(answer["composeExtension"]!));
    }

    [Fact]
    public async Task A_search_in_a_chat_of_others_leaves_the_persons_own_chat_where_it_was()
    {
        await world.Staff.SayAsync(TeamsWorld.LiuYang, "你好");
        await world.Staff.GetsAsync(TeamsWorld.LiuYang, _ => true);

        await world.InvokeAsync(TeamsWorld.LiuYang, Query, WireSample.Of("query"), TeamsWorld.BetweenTwo);

        Assert.Equal(
            "msteams|a:" + TeamsWorld.LiuYang,
            await world.Database.ScalarAsync<string>(
                "SELECT max(lane) FROM conversation_references WHERE person LIKE '%' || @who AND personal",
                new { who = TeamsWorld.LiuYang }
            )
        );
    }

    [Fact]
    public async Task A_pasted_link_shows_its_ticket_to_those_who_may_see_it_and_stays_a_link_for_others()
    {
        var ticket = await world.LogAsync("链接预览的一件", "broadband", "Frau Grün");
        var link = new Uri(world.Bot, "/tickets/" + ticket).ToString();

        foreach (var place in new Action<JsonObject>[] { _ => { }, TeamsWorld.InGroup, TeamsWorld.BetweenTwo })
        {
            var answer = await world.InvokeAsync(TeamsWorld.ZhangMin, QueryLink, WireSample.Of("queryLink", v => v["url"] = link), place);
            var shown = answer["composeExtension"]!["attachments"]!.AsArray().Single()!["content"]!.ToJsonString(Readable);
            Assert.Contains(ticket, shown, StringComparison.Ordinal);
            Assert.Contains(link, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Grün", shown, StringComparison.Ordinal);
            Assert.Equal("no_cache", (string?)answer["cacheInfo"]!["cacheType"]);
        }
        var elsewhere = link.Replace("/tickets/", "/reports/", StringComparison.Ordinal);
        foreach (
            var (who, url) in new[]
            {
                (TeamsWorld.LiuYang, link),
                (TeamsWorld.Stranger, link),
                (TeamsWorld.ZhangMin, "https://elsewhere.example/tickets/" + ticket),
                (TeamsWorld.ZhangMin, elsewhere),
                (TeamsWorld.ZhangMin, link + "9999999"),
                (TeamsWorld.ZhangMin, "no address"),
            }
        )
        {
            var answer = await world.InvokeAsync(who, QueryLink, WireSample.Of("queryLink", v => v["url"] = url));
            Assert.Empty(answer["composeExtension"]!["attachments"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("/tickets/C-20200101-0001")]
    [InlineData("/tickets/nonsense")]
    public async Task A_link_tells_nothing_to_whoever_opens_it_in_a_browser(string path)
    {
        using var http = new HttpClient();

        // Without an app id there is no Teams to lead to.
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(world.Bot, path))).StatusCode);
    }

    [Theory]
    [InlineData(Query, "[]")]
    [InlineData(Query, "\"words\"")]
    [InlineData(Query, """{"parameters":"words"}""")]
    [InlineData(Query, """{"parameters":[{"name":"words","value":"x"}],"queryOptions":{"skip":"many"}}""")]
    [InlineData(QueryLink, """{"url":{"x":1}}""")]
    public async Task What_has_no_such_shape_is_a_bad_request(string name, string value)
    {
        Assert.Equal(400, (int)(await world.SendAsync(TeamsWorld.WuFang, name, JsonNode.Parse(value))).StatusCode);
    }

    [Theory]
    [InlineData("""{"parameters":[{"name":"words","value":{"deep":1}}],"queryOptions":{"skip":-5,"count":100000}}""")]
    [InlineData("""{"parameters":[{"name":"words","value":"%_\\' ; --"}]}""")]
    [InlineData("""{"parameters":null,"queryOptions":null}""")]
    public async Task Odd_questions_get_an_answer(string value)
    {
        Assert.NotNull((await world.InvokeAsync(TeamsWorld.WuFang, Query, JsonNode.Parse(value)!))["composeExtension"]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task<JsonNode> FindAsync(string who, string words, int skip = 0, int count = 25)
    {
        var value = WireSample.Of(
            "query",
            v =>
            {
                v["parameters"]![0]!["value"] = words;
                v["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count };
            }
        );
        return (await world.InvokeAsync(who, Query, value))["composeExtension"]!;
    }

    private async Task<string> TextAsync(string who, string words)
    {
        var answer = await FindAsync(who, words);
        Assert.Equal("message", (string?)answer["type"]);
        return (string)answer["text"]!;
    }

    private static IEnumerable<string> Titles(JsonNode answer) =>
        answer["attachments"]?.AsArray().Select(a => (string)a!["preview"]!["content"]!["title"]!) ?? [];

    private static IEnumerable<JsonObject> Actions(JsonObject card) =>
        CardElements
            .All(Without(card, "refresh"))
            .Select(e => e.Element)
            .Where(e => ((string?)e["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true);

    private static JsonObject Without(JsonObject card, string part)
    {
        var copy = card.DeepClone().AsObject();
        copy.Remove(part);
        return copy;
    }
}
