using System.Text.Json.Nodes;
using ComplaintBot.Tests.Cards;

namespace ComplaintBot.Tests.Teams;

/// <summary>The longer forms as dialogs: the way of the card's own buttons, and nothing typed is lost.</summary>
public sealed class DialogTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private const string Owner = TeamsWorld.Alex;

    [Theory]
    [InlineData(TeamsWorld.Alex, "Plan for", "2. What will be done?")]
    [InlineData(TeamsWorld.WangFang, "處理方案", "2. ")]
    [InlineData(TeamsWorld.ZhangMin, "处理方案", "2. ")]
    public async Task A_button_of_the_card_opens_the_form(string who, string title, string label)
    {
        var ticket = await ReadyToPlanAsync(who);

        var task = await FetchAsync(
            who,
            new
            {
                verb = "dialog.open",
                dialog = "plan",
                ticket,
            }
        );

        Assert.Equal("continue", (string?)task["type"]);
        var card = Card(task);
        Assert.Contains(title, (string?)task["value"]!["title"], StringComparison.Ordinal);
        Assert.StartsWith(label, (string?)Input(card, "measure.2")["label"], StringComparison.Ordinal);
        Assert.NotNull(Input(card, "measure.5"));
        Assert.Empty(CardRules.Faults(card, ComplaintBot.Cards.CardTarget.Dialog));
        Assert.DoesNotContain(CardElements.All(card), e => (string?)e.Element["type"] == "Action.Execute");
    }

    [Fact]
    public async Task The_button_stands_on_the_card_in_Teams()
    {
        var ticket = await ReadyToPlanAsync(Owner);

        var card = (await world.Staff.PressAsync(Owner, "refresh", new { ticket }))["value"]!.AsObject();

        var button = CardElements.All(card).Select(e => e.Element).Single(e => (string?)e["data"]?["dialog"] == "plan");
        Assert.Equal("Action.Submit", (string?)button["type"]);
        Assert.Equal("task/fetch", (string?)button["data"]!["msteams"]!["type"]);
    }

    [Fact]
    public async Task Several_measures_are_taken_together()
    {
        var ticket = await ReadyToPlanAsync(Owner);
        var before = world.Staff.Of(Owner).Count;

        var response = await SubmitAsync(
            Owner,
            Plan(ticket, ("measure", "核对账单"), ("measure.2", "退还差额"), ("measure.4", "回电说明"))
        );

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        var card = await world.Staff.GetsAsync(Owner, m => m.Json.Contains("回电说明", StringComparison.Ordinal), before);
        foreach (var measure in new[] { "核对账单", "退还差额", "回电说明" })
            Assert.Contains(measure, card.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measure", "")]
    [InlineData("due.2", "2020-01-01")]
    [InlineData("due.2", "soon")]
    [InlineData("owner.2", "nobody at all")]
    [InlineData("measure.2", "")]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_done_or_lost(string input, string wrong)
    {
        var ticket = await ReadyToPlanAsync(Owner);
        var data = Plan(ticket, ("measure", "核对账单"), ("measure.2", "退还差额"), ("due.2", "2099-01-01"), ("measure.3", "回电说明"));
        data[input] = wrong;

        var task = Task(await SubmitAsync(Owner, data));

        var card = Card(task);
        var field = input == "measure.2" ? "measure.2" : input;
        Assert.Equal("Attention", (string?)Below(card, field)["color"]);
        foreach (var (id, value) in data.Where(d => d.Key is not ("verb" or "ticket" or "version")))
            Assert.Equal((string?)value, (string?)Input(card, id)["value"] ?? "");
        var now = (await world.Staff.PressAsync(Owner, "refresh", new { ticket }))["value"]!.ToJsonString();
        Assert.DoesNotContain("核对账单", System.Text.RegularExpressions.Regex.Unescape(now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_went_on_meanwhile_says_so_and_can_be_sent_again()
    {
        var ticket = await ReadyToPlanAsync(Owner);
        var version = (int)Version(await world.Staff.PressAsync(Owner, "refresh", new { ticket }));
        await world.Staff.PressAsync(Owner, "assign", new { ticket, to = TeamsWorld.WangFang });
        await world.Staff.PressAsync(TeamsWorld.WangFang, "accept", new { ticket });
        await world.Staff.PressAsync(TeamsWorld.WangFang, "assign", new { ticket, to = Owner });
        var data = Plan(ticket, ("measure", "核对账单"));
        data["version"] = version;

        var card = Card(Task(await SubmitAsync(Owner, data)));

        Assert.Contains("Somebody was faster", card["body"]![0]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("核对账单", (string?)Input(card, "measure")["value"]);
        Assert.True((int)Version(card) > version);
    }

    [Fact]
    public async Task Nobody_opens_or_sends_a_form_without_the_right()
    {
        var ticket = await world.LogAsync("李伟上门态度恶劣，当面骂人", "staff-attitude");

        // Whom it is about and their head, another department, nobody of ours; quality reads it, but plans nothing.
        foreach (var who in new[] { TeamsWorld.LiWei, TeamsWorld.ZhangMin, TeamsWorld.LiuYang, TeamsWorld.Stranger, TeamsWorld.WuFang })
        {
            var opened = await FetchAsync(
                who,
                new
                {
                    verb = "dialog.open",
                    dialog = "plan",
                    ticket,
                }
            );
            var sent = Task(await SubmitAsync(who, Plan(ticket, ("measure", "什么也不做"))));
            Assert.Equal(("message", "message"), ((string?)opened["type"], (string?)sent["type"]));
            Assert.DoesNotContain("骂人", System.Text.RegularExpressions.Regex.Unescape(opened.ToJsonString()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(TeamsWorld.WangFang, "客戶")]
    [InlineData(TeamsWorld.Alex, "customer")]
    [InlineData(TeamsWorld.ZhangMin, "客户")]
    public async Task A_call_is_logged_in_a_dialog(string who, string tell)
    {
        var form = Card(
            await FetchAsync(
                who,
                new
                {
                    verb = "dialog.open",
                    dialog = "log",
                    description = "先写好的话",
                }
            )
        );
        Assert.Equal("先写好的话", (string?)Input(form, "description")["value"]);
        var data = new JsonObject
        {
            ["verb"] = "log.submit",
            ["draft"] = (string?)
                CardElements.All(form).First(e => (string?)e.Element["data"]?["verb"] == "log.submit").Element["data"]!["draft"],
            ["category"] = "billing",
            ["name"] = "Frau Winter",
        };

        var again = Card(Task(await SubmitAsync(who, data)));
        Assert.Equal("Attention", (string?)Below(again, "description")["color"]);
        Assert.Equal("Frau Winter", (string?)Input(again, "name")["value"]);

        var before = world.Staff.Of(who).Count;
        data["description"] = "账单多收了二十元";
        Assert.Equal("", await (await SubmitAsync(who, data)).Content.ReadAsStringAsync());
        await world.Staff.GetsAsync(
            who,
            m => m.Text?.Contains("C-", StringComparison.Ordinal) == true && m.Text.Contains(tell, StringComparison.OrdinalIgnoreCase),
            before
        );
    }

    [Fact]
    public async Task A_call_to_the_customer_is_reported_in_a_dialog()
    {
        var ticket = await ReadyToPlanAsync(Owner);
        await world.Staff.PressAsync(Owner, "plan", new { ticket, measure = "退还差额" });
        await world.Staff.PressAsync(
            Owner,
            "item",
            new
            {
                ticket,
                item = "all",
                text = "已退还",
            }
        );
        await world.Staff.PressAsync(Owner, "resolve", new { ticket, answer = "差额已退还" });

        var form = Card(
            await FetchAsync(
                Owner,
                new
                {
                    verb = "dialog.open",
                    dialog = "call",
                    ticket,
                }
            )
        );
        var data = CardElements.All(form).First(e => (string?)e.Element["data"]?["verb"] == "call").Element["data"]!.DeepClone().AsObject();
        data["text"] = "客户说晚上再打";
        var again = Card(Task(await SubmitAsync(Owner, data)));
        Assert.Equal("Attention", (string?)Below(again, "outcome")["color"]);
        Assert.Equal("客户说晚上再打", (string?)Input(again, "text")["value"]);

        data["outcome"] = "noAnswer";
        Assert.Equal("", await (await SubmitAsync(Owner, data)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("report", "text")]
    [InlineData("inspect", "comment")]
    [InlineData("visit", "comment")]
    public async Task The_forms_of_quality_open_for_quality_when_it_is_their_turn(string form, string input)
    {
        var ticket = await ReadyToPlanAsync(Owner);

        // A spot check may come at any time, but never from the owner.
        var other = form == "inspect" ? Owner : TeamsWorld.WuFang;
        var early = await FetchAsync(
            other,
            new
            {
                verb = "dialog.open",
                dialog = form,
                ticket,
            }
        );
        Assert.Equal("message", (string?)early["type"]);

        await world.Staff.PressAsync(Owner, "plan", new { ticket, measure = "退还差额" });
        await world.Staff.PressAsync(
            Owner,
            "item",
            new
            {
                ticket,
                item = "all",
                text = "已退还",
            }
        );
        await world.Staff.PressAsync(Owner, "resolve", new { ticket, answer = "差额已退还" });
        await world.Staff.PressAsync(TeamsWorld.WangFang, "satisfied", new { ticket });
        var card = Card(
            await FetchAsync(
                TeamsWorld.WuFang,
                new
                {
                    verb = "dialog.open",
                    dialog = form,
                    ticket,
                }
            )
        );

        Assert.NotNull(Input(card, input));
        Assert.Empty(CardRules.Faults(card, ComplaintBot.Cards.CardTarget.Dialog));
    }

    [Fact]
    public async Task A_client_without_dialogs_gets_the_form_as_a_card()
    {
        var ticket = await ReadyToPlanAsync(Owner);
        var before = world.Staff.Of(Owner).Count;

        await world.Staff.SendAsync(
            Owner,
            "message",
            a =>
                a["value"] = new JsonObject
                {
                    ["verb"] = "dialog.open",
                    ["dialog"] = "plan",
                    ["ticket"] = ticket,
                }
        );

        await world.Staff.GetsAsync(Owner, m => m.Json.Contains("measure.5", StringComparison.Ordinal), before);
    }

    [Theory]
    [InlineData("task/fetch", "{}")]
    [InlineData("task/fetch", """{"data":{"dialog":"no such form","ticket":"C-20260101-0001"}}""")]
    [InlineData("task/fetch", """{"data":"text"}""")]
    [InlineData("task/submit", "{}")]
    [InlineData("task/submit", """{"data":{"verb":"no such verb"}}""")]
    [InlineData("task/submit", """{"data":[1]}""")]
    public async Task Odd_requests_get_a_sentence(string name, string value)
    {
        var answer = await world.InvokeAsync(Owner, name, JsonNode.Parse(value)!);

        Assert.Equal("message", (string?)answer["task"]!["type"]);
        Assert.NotEmpty((string)answer["task"]!["value"]!);
    }

    // Accepted by its owner, with its cause.
    private async Task<string> ReadyToPlanAsync(string owner)
    {
        var isNetwork = owner == TeamsWorld.ZhangMin;
        var ticket = await world.LogAsync("月租多收了三十元", isNetwork ? "broadband" : "billing");
        await world.Staff.PressAsync(isNetwork ? TeamsWorld.ZhangMin : TeamsWorld.Alex, "assign", new { ticket, to = owner });
        await world.Staff.PressAsync(owner, "accept", new { ticket });
        await world.Staff.PressAsync(
            owner,
            "cause",
            new
            {
                ticket,
                category = "method",
                text = "套餐资料没有更新",
            }
        );
        return ticket;
    }

    private async Task<JsonNode> FetchAsync(string who, object data) =>
        (
            await world.InvokeAsync(
                who,
                "task/fetch",
                WireSample.Of("taskFetch", v => v["data"] = System.Text.Json.JsonSerializer.SerializeToNode(data))
            )
        )["task"]!;

    private Task<HttpResponseMessage> SubmitAsync(string who, JsonObject data) =>
        world.SendAsync(who, "task/submit", WireSample.Of("taskSubmit", v => v["data"] = data.DeepClone()));

    private static JsonObject Plan(string ticket, params (string Id, string Value)[] inputs)
    {
        var data = new JsonObject { ["verb"] = "plan", ["ticket"] = ticket };
        foreach (var (id, value) in inputs)
            data[id] = value;
        return data;
    }

    private static JsonNode Task(HttpResponseMessage response)
    {
        Assert.Equal(200, (int)response.StatusCode);
        return JsonNode.Parse(response.Content.ReadAsStream())!["task"]!;
    }

    private static JsonObject Card(JsonNode task)
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)task["value"]!["card"]!["contentType"]);
        return task["value"]!["card"]!["content"]!.AsObject();
    }

    private static JsonNode Version(JsonNode card) =>
        CardElements.All((card["value"] ?? card).AsObject()).Select(e => e.Element["data"]?["version"]).First(v => v is not null)!;

    private static JsonObject Input(JsonObject card, string id) =>
        CardElements.All(card).Select(e => e.Element).Single(e => (string?)e["id"] == id);

    // What stands in the same list right below an input.
    private static JsonObject Below(JsonObject card, string id)
    {
        var input = Input(card, id);
        var list = input.Parent!.AsArray();
        return list[list.IndexOf(input) + 1]!.AsObject();
    }
}
