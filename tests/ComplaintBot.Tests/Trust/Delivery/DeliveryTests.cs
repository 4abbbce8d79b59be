using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;

namespace ComplaintBot.Tests.Trust.Delivery;

/// <summary>What channels do to deliveries, at the real host: repeats, races, buttons of two kinds, refreshes.</summary>
public sealed class DeliveryTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    [Trait("Assertion", "10")]
    public async Task A_refresh_by_itself_changes_nothing_and_a_verb_by_itself_is_refused()
    {
        var complaint = await host.Arranged.InAsync(ComplaintState.Assigned, "directline:dl_refresh");
        var before = await host.Arranged.StoredAsync(complaint.Ticket);

        var refreshed = await InvokeAsync("refresh", complaint.Ticket, automatic: true);
        var pressed = await InvokeAsync("accept", complaint.Ticket, automatic: true);

        Assert.Equal("application/vnd.microsoft.card.adaptive", refreshed["type"]!.GetValue<string>());
        Assert.Equal(400, pressed["statusCode"]!.GetValue<int>());
        Assert.Equal(before.History[^1].Hash, (await host.Arranged.StoredAsync(complaint.Ticket)).History[^1].Hash);
    }

    [Fact]
    [Trait("Assertion", "11")]
    public async Task A_button_that_executes_and_one_that_submits_have_the_same_effect()
    {
        var executed = await host.Arranged.InAsync(ComplaintState.Assigned, "directline:dl_execute");
        var submitted = await host.Arranged.InAsync(ComplaintState.Assigned, "directline:dl_submit");

        await host.Staff.PressAsync(Arranged.Owner, "accept", new { ticket = executed.Ticket });
        await host.Staff.PressAsync(
            Arranged.Owner,
            "cause",
            new
            {
                ticket = executed.Ticket,
                category = "equipment",
                text = "光猫老化",
            }
        );
        await SubmitAsync(new JsonObject { ["verb"] = "accept", ["ticket"] = submitted.Ticket });
        await SubmitAsync(
            new JsonObject
            {
                ["verb"] = "cause",
                ["ticket"] = submitted.Ticket,
                ["category"] = "equipment",
                ["text"] = "光猫老化",
            }
        );
        await Eventually.TrueAsync(
            async () => (await host.Arranged.StoredAsync(submitted.Ticket)).State == ComplaintState.Planning,
            () => "The submitted buttons had no effect."
        );

        Assert.Equal(
            Effects(executed.Version, await host.Arranged.StoredAsync(executed.Ticket)),
            Effects(submitted.Version, await host.Arranged.StoredAsync(submitted.Ticket))
        );
    }

    [Fact]
    [Trait("Assertion", "11")]
    public async Task A_customers_button_has_the_same_effect_on_the_page_and_in_Teams()
    {
        var onPage = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        var first = await host.Arranged.InAsync(ComplaintState.AwaitingConfirmation, "directline:" + onPage.Id);
        var second = await host.Arranged.InAsync(ComplaintState.AwaitingConfirmation, "msteams:29:aad-customer");

        await onPage.ForgeAsync(
            new JsonObject
            {
                ["value"] = new JsonObject
                {
                    ["verb"] = "unsatisfied",
                    ["ticket"] = first.Ticket,
                    ["reason"] = "还是断",
                },
            }
        );
        await host.Staff.PressAsync("aad-customer", "unsatisfied", new { ticket = second.Ticket, reason = "还是断" });
        await Eventually.TrueAsync(
            async () => (await host.Arranged.StoredAsync(first.Ticket)).State == ComplaintState.Planning,
            () => "The button on the page had no effect."
        );

        Assert.Equal(
            Effects(first.Version, await host.Arranged.StoredAsync(first.Ticket)),
            Effects(second.Version, await host.Arranged.StoredAsync(second.Ticket))
        );
    }

    [Fact]
    [Trait("Assertion", "13")]
    public async Task A_form_delivered_three_times_at_once_files_one_complaint_and_each_delivery_hears_the_same()
    {
        var id = Guid.NewGuid().ToString();
        var words = "三次送达 " + id;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async _ =>
                {
                    var response = await host.Staff.SendAsync(
                        Arranged.Frontline,
                        "invoke",
                        a =>
                        {
                            (a["id"], a["name"]) = (id, "adaptiveCard/action");
                            a["value"] = Action(
                                "log.submit",
                                new JsonObject
                                {
                                    ["description"] = words,
                                    ["category"] = "broadband",
                                    ["draft"] = "d-" + id,
                                }
                            );
                        }
                    );
                    return await response.Content.ReadAsStringAsync();
                })
        );

        Assert.Single(answers.Distinct());
        Assert.Equal(
            1,
            await host.Database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM complaints WHERE words = @words", new { words })
        );
    }

    [Fact]
    [Trait("Assertion", "13")]
    public async Task The_same_form_sent_again_under_another_id_files_nothing_more()
    {
        var words = "重复提交 " + Guid.NewGuid();
        var form = new
        {
            description = words,
            category = "broadband",
            draft = "d-" + words,
        };
        await host.Staff.PressAsync("00000000-0000-0000-0000-0000000000020", "log.submit", form);
        await host.Staff.PressAsync("00000000-0000-0000-0000-0000000000020", "log.submit", form);

        Assert.Equal(
            1,
            await host.Database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM complaints WHERE words = @words", new { words })
        );
    }

    [Fact]
    [Trait("Assertion", "20")]
    public async Task Installing_greets_once_whatever_order_the_two_notices_come_in_and_a_team_is_not_greeted_for_each_member()
    {
        for (var round = 0; round < 4; round++)
        {
            var person = $"aad-new-{round}";
            var install = host.Staff.SendAsync(person, "installationUpdate", a => a["action"] = "add");
            var joined = host.Staff.SendAsync(person, "conversationUpdate", a => a["membersAdded"] = Members("28:bot", "29:" + person));
            await Task.WhenAll(install, joined);
            await host.Staff.SendAsync(person, "conversationUpdate", a => a["membersAdded"] = Members("28:bot", "29:" + person));
            await host.Staff.SendAsync(
                person,
                "conversationUpdate",
                a =>
                {
                    a["membersAdded"] = Members("29:somebody");
                    a["conversation"] = new JsonObject
                    {
                        ["id"] = "19:team@thread.tacv2",
                        ["isGroup"] = true,
                        ["conversationType"] = "channel",
                        ["tenantId"] = "00000000-0000-0000-0000-0000000000001",
                    };
                }
            );
            await host.Bot.IdleAsync(host.Database.Database, "a:" + person);

            // Nobody in the file: the greeting says so.
            Assert.Contains("does not know you yet", Assert.Single(host.Staff.Of(person)).Json, StringComparison.Ordinal);
            Assert.Equal(0, await host.Database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM outbox WHERE lane LIKE '%19:team%'"));
        }
    }

    [Fact]
    [Trait("Assertion", "8")]
    public async Task A_stored_reference_keeps_fields_that_nobody_knows()
    {
        await host.Staff.SendAsync(
            "aad-fields",
            "event",
            a =>
            {
                a["name"] = "unknown";
                a["conversation"]!["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, "二", null) };
                a["from"]!["nickname"] = "小王";
            }
        );
        var stored = JsonNode.Parse(
            (
                await host.Database.Database.ScalarAsync<string>(
                    "SELECT reference FROM conversation_references WHERE reference LIKE '%aad-fields%'"
                )
            )!
        )!;

        Assert.Equal(
            """{"deep":[1,"二",null]}""",
            stored["conversation"]!["somethingNew"]!.ToJsonString(
                new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );
        Assert.Equal("小王", stored["user"]!["nickname"]!.GetValue<string>());
    }

    private static JsonArray Members(params string[] ids) => new([.. ids.Select(id => new JsonObject { ["id"] = id })]);

    private static JsonObject Action(string verb, JsonObject data) =>
        new()
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };

    private async Task<JsonNode> InvokeAsync(string verb, string ticket, bool automatic)
    {
        var response = await host.Staff.SendAsync(
            Arranged.Owner,
            "invoke",
            a =>
            {
                a["name"] = "adaptiveCard/action";
                a["value"] = Action(verb, new JsonObject { ["ticket"] = ticket });
                a["value"]!["trigger"] = automatic ? "automatic" : "manual";
            }
        );
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private Task<HttpResponseMessage> SubmitAsync(JsonObject data) =>
        host.Staff.SendAsync(Arranged.Owner, "message", a => a["value"] = data);

    // What happened since, without what differs by itself: times, ids, hashes.
    private static List<string> Effects(int since, Complaint complaint) =>
        [$"{complaint.State}", .. complaint.History.Skip(since).Select(e => $"{e.Event.GetType().Name} {e.By.Kind}")];
}
