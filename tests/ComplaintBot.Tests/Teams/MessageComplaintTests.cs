using System.Text.Json.Nodes;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.MainLine;

namespace ComplaintBot.Tests.Teams;

/// <summary>A complaint made of a message that somebody wrote anywhere in Teams.</summary>
public sealed class MessageComplaintTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private const string Fetch = "composeExtension/fetchTask";
    private const string Submit = "composeExtension/submitAction";
    private const string Link = "https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1590000000000";

    [Theory]
    [InlineData(TeamsWorld.WangFang)]
    [InlineData(TeamsWorld.Alex)]
    [InlineData(TeamsWorld.ZhangMin)]
    public async Task The_message_fills_the_form(string who)
    {
        var form = await FormAsync(who);

        Assert.Equal("宽带又断了，上周修过一次 & 电话 13900005522\n请尽快处理\n谢谢", Value(form, "description"));
        Assert.Equal("broadband", Value(form, "category"));
        Assert.Equal("13900005522", Value(form, "phone"));
        // The sender is no colleague: they speak for themselves.
        Assert.Equal("Frau Sommer", Value(form, "name"));
        Assert.Empty(CardRules.Faults(form, ComplaintBot.Cards.CardTarget.Dialog));
    }

    [Fact]
    public async Task A_colleague_who_passes_words_on_is_not_the_customer()
    {
        var form = await FormAsync(TeamsWorld.WangFang, v => v["messagePayload"]!["from"]!["user"]!["id"] = TeamsWorld.LiWei);

        Assert.Null(Value(form, "name"));
    }

    [Theory]
    [InlineData(TeamsWorld.WangFang, true)]
    [InlineData(TeamsWorld.Alex, false)]
    public async Task Sent_it_becomes_a_ticket_with_the_way_back_and_the_chat_hears_nothing(string who, bool payloadAgain)
    {
        await world.Staff.SayAsync(who, "你好");
        world.Staff.Pictures["router.png"] = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );
        var form = await FormAsync(who);
        var value = WireSample.Of(
            "submitAction",
            v =>
            {
                v["messagePayload"]!["attachments"] = new JsonArray(
                    new JsonObject
                    {
                        ["contentType"] = "image/png",
                        ["contentUrl"] = world.Staff.Address + "/pictures/router.png",
                        ["name"] = "router.png",
                    },
                    new JsonObject
                    {
                        ["contentType"] = "reference",
                        ["contentUrl"] = "https://contoso.sharepoint.com/x/contract.docx",
                        ["name"] = "contract.docx",
                    }
                );
                if (!payloadAgain)
                    v.Remove("messagePayload");
                v["data"] = Filled(form);
            }
        );
        var before = world.Staff.Of(who).Count;

        var answer = await world.InvokeAsync(who, Submit, value, TeamsWorld.BetweenTwo);

        Assert.Equal("message", (string?)answer["task"]!["type"]);
        var ticket = TeamsWorld.TicketNumber().Match((string)answer["task"]!["value"]!).Value;
        Assert.NotEqual("", ticket);
        // Number, code and card come in the chat with the bot.
        await world.Staff.GetsAsync(who, m => m.Text?.Contains(ticket, StringComparison.Ordinal) == true, before);
        var card = await world.Staff.GetsAsync(who, m => m.Activity["attachments"] is not null && m.Json.Contains(ticket, Ordinal), before);
        Assert.Contains("宽带又断了", card.Json, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await HistoryAsync(ticket)).Contains(Link, StringComparison.Ordinal),
            () => "The way back is not noted."
        );
        var history = await HistoryAsync(ticket);
        Assert.Contains("Frau Sommer", history, StringComparison.Ordinal);
        Assert.Equal(payloadAgain, history.Contains("router.png", StringComparison.Ordinal));
        Assert.Equal(payloadAgain, history.Contains("contract.docx", StringComparison.Ordinal));
        Assert.Empty(world.Staff.Of("19:one_two@unq.gbl.spaces"));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_ticket()
    {
        var form = await FormAsync(TeamsWorld.WangFang);
        var value = WireSample.Of("submitAction", v => v["data"] = Filled(form));

        var first = await world.InvokeAsync(TeamsWorld.WangFang, Submit, value, TeamsWorld.InGroup);
        var second = await world.InvokeAsync(TeamsWorld.WangFang, Submit, value, TeamsWorld.InGroup);

        Assert.Equal(Ticket(first), Ticket(second));
    }

    [Fact]
    public async Task A_form_without_its_story_comes_back_as_it_was()
    {
        var form = await FormAsync(TeamsWorld.WangFang);
        var data = Filled(form);
        data.Remove("description");
        data["place"] = "中山路 5 号";

        var answer = await world.InvokeAsync(TeamsWorld.WangFang, Submit, WireSample.Of("submitAction", v => v["data"] = data));

        var again = answer["task"]!["value"]!["card"]!["content"]!.AsObject();
        Assert.Equal("中山路 5 号", Value(again, "place"));
        Assert.Equal("13900005522", Value(again, "phone"));
        var button = CardElements.All(again).First(e => (string?)e.Element["data"]?["verb"] == "log.submit").Element;
        Assert.StartsWith(Link, (string?)button["data"]!["origin"]!["link"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_staff_log_complaints()
    {
        foreach (var (name, sample) in new[] { (Fetch, "fetchTask"), (Submit, "submitAction") })
        {
            var answer = await world.InvokeAsync(TeamsWorld.Stranger, name, WireSample.Of(sample));
            Assert.Equal("message", (string?)answer["task"]!["type"]);
            Assert.Contains("Only people who handle complaints", (string?)answer["task"]!["value"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"commandId":"logComplaint","commandContext":"compose"}""")]
    [InlineData("""{"commandId":"logComplaint","messagePayload":{"body":{"contentType":"html","content":"<p></p>"}}}""")]
    [InlineData("""{"commandId":"logComplaint","messagePayload":{"body":null,"from":null,"attachments":null}}""")]
    public async Task Without_words_the_form_is_empty(string value)
    {
        var answer = await world.InvokeAsync(TeamsWorld.WangFang, Fetch, JsonNode.Parse(value)!);

        Assert.Equal("", Value(answer["task"]!["value"]!["card"]!["content"]!.AsObject(), "description") ?? "");
    }

    [Theory]
    [InlineData(Fetch, """{"commandId":"logComplaint","messagePayload":{"body":"text"}}""")]
    [InlineData(Fetch, """{"commandId":"logComplaint","messagePayload":[]}""")]
    [InlineData(Submit, """{"commandId":"logComplaint","botMessagePreviewAction":"dance","data":{}}""")]
    public async Task What_has_no_such_shape_is_a_bad_request(string name, string value)
    {
        Assert.Equal(400, (int)(await world.SendAsync(TeamsWorld.WangFang, name, JsonNode.Parse(value))).StatusCode);
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_left_out()
    {
        var form = await FormAsync(
            TeamsWorld.WangFang,
            v => v["messagePayload"]!["linkToMessage"] = "https://teams.microsoft.com.evil.example/l/message/1"
        );

        Assert.DoesNotContain("evil.example", form.ToJsonString(), StringComparison.Ordinal);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private async Task<JsonObject> FormAsync(string who, Action<JsonObject>? change = null)
    {
        var answer = await world.InvokeAsync(who, Fetch, WireSample.Of("fetchTask", change), TeamsWorld.BetweenTwo);
        Assert.Equal("continue", (string?)answer["task"]!["type"]);
        return answer["task"]!["value"]!["card"]!["content"]!.AsObject();
    }

    // The form as a client sends it: the button's data, and every input that holds something.
    private static JsonObject Filled(JsonObject form)
    {
        var elements = CardElements.All(form).Select(e => e.Element).ToList();
        var data = elements.First(e => (string?)e["data"]?["verb"] == "log.submit")["data"]!.DeepClone().AsObject();
        foreach (var input in elements.Where(e => e["id"] is not null && e["value"] is not null))
            data[(string)input["id"]!] = input["value"]!.DeepClone();
        return data;
    }

    private static string? Value(JsonObject form, string id) =>
        (string?)CardElements.All(form).Single(e => (string?)e.Element["id"] == id).Element["value"];

    private static string Ticket(JsonNode answer) => TeamsWorld.TicketNumber().Match((string)answer["task"]!["value"]!).Value;

    private async Task<string> HistoryAsync(string ticket) =>
        string.Join(
            '\n',
            await world.Database.QueryAsync<string>("SELECT event FROM complaint_events WHERE ticket = @ticket", new { ticket })
        );
}
