using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Storage;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Handling;

namespace ComplaintBot.Tests.PersonalData;

/// <summary>An admin exports and erases a customer's data at the running host; what several people read is masked.</summary>
public sealed partial class AdminTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Admin = "00000000-0000-0000-0000-0000000000020";
    private static readonly HttpClient Http = new();
    private static readonly string[] Personal = ["欧阳小明", "13987654321", "ouyang@example.com", "110105194912310021", "建国路88号"];

    [Fact]
    public async Task Erased_data_is_nowhere_in_the_database_and_the_chain_still_holds()
    {
        // Somebody of his own: the other tests write to the same database.
        string[] personal = ["司马大刚", "13711112222", "sima@example.com", "310105196001011239", "南京东路9号"];
        var (customer, complaint) = await WithDataAsync(ComplaintState.Closed, personal);
        await customer.ForgeAsync(new JsonObject { ["text"] = $"我的电话是{personal[1]}，邮箱{personal[2]}" });
        await customer.HearsAsync("\"type\":\"message\"");
        await host.Arranged.DoAsync(complaint, Arranged.Owner, new Note($"{personal[0]}说他的身份证是{personal[3]}"));
        Assert.NotEmpty(await PlacesAsync(personal));

        await host.Staff.SayAsync(Admin, $"erase customer data {complaint.Ticket}");
        await host.Staff.GetsAsync(
            Admin,
            m =>
                m.Text?.Contains(complaint.Ticket, StringComparison.Ordinal) == true
                && m.Text.Contains("cannot be undone", StringComparison.Ordinal)
        );
        await host.Staff.SayAsync(Admin, "Yes, erase it");
        await host.Staff.GetsAsync(
            Admin,
            m =>
                m.Text?.Contains(complaint.Ticket, StringComparison.Ordinal) == true
                && m.Text.Contains("is erased", StringComparison.Ordinal)
        );

        Assert.Empty(await PlacesAsync(personal));
        Assert.Null((await new Audit(host.Database.Database).CheckAsync()).Fault);
        var stored = await host.Arranged.StoredAsync(complaint.Ticket);
        Assert.Equal(
            (ComplaintState.Closed, "erased:" + complaint.Ticket, complaint.Version + 1),
            (stored.State, stored.Complainant.Id, stored.Version)
        );
        Assert.Contains(stored.History, e => e.Event is Complaints.Events.CauseRecorded { Text: "光猫老化" });

        // Who comes back is a new customer.
        await host.Staff.SayAsync(Admin, $"删除客户数据 {complaint.Ticket}");
        var again = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        await again.HearsAsync("投诉受理助手");
    }

    [Fact]
    public async Task What_is_left_cannot_be_changed_unnoticed_and_nobody_can_pretend_an_erasure()
    {
        var (_, complaint) = await WithDataAsync(ComplaintState.Closed);
        await host.Staff.SayAsync(Admin, $"erase customer data {complaint.Ticket}");
        await host.Staff.GetsAsync(Admin, m => m.Text?.Contains(complaint.Ticket, StringComparison.Ordinal) == true);
        await host.Staff.SayAsync(Admin, "yes");
        await host.Staff.GetsAsync(
            Admin,
            m =>
                m.Text?.Contains(complaint.Ticket, StringComparison.Ordinal) == true
                && m.Text.Contains("is erased", StringComparison.Ordinal)
        );
        var before = await host.Database.Database.ScalarAsync<string>(
            "SELECT event FROM complaint_events WHERE ticket = @Ticket AND version = 1",
            new { complaint.Ticket }
        );

        await host.Database.Database.ExecuteAsync(
            "UPDATE complaint_events SET event = replace(event, 'broadband', 'billing') WHERE ticket = @Ticket AND version = 1",
            new { complaint.Ticket }
        );
        var fault = (await new Audit(host.Database.Database).CheckAsync()).Fault;
        await host.Database.Database.ExecuteAsync(
            "UPDATE complaint_events SET event = @before WHERE ticket = @Ticket AND version = 1",
            new { complaint.Ticket, before }
        );

        Assert.Equal((complaint.Ticket, 1), (fault?.Ticket, fault?.Version));
        Assert.Null((await new Audit(host.Database.Database).CheckAsync()).Fault);
    }

    [Fact]
    public async Task An_export_holds_everything_and_opens_only_by_its_link()
    {
        var (customer, complaint) = await WithDataAsync(ComplaintState.InProgress);
        await customer.ForgeAsync(new JsonObject { ["text"] = "补充：建国路88号" });

        await host.Staff.SayAsync(Admin, $"export customer data {complaint.Ticket}");
        var answer = await host.Staff.GetsAsync(
            Admin,
            m =>
                m.Text?.Contains("/exports/", StringComparison.Ordinal) == true
                && m.Text.Contains(complaint.Ticket, StringComparison.Ordinal)
        );
        var url = new Uri(Link().Match(answer.Text!).Value);
        using var response = await Http.GetAsync(url);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.All([.. Personal, complaint.Ticket, "光猫老化"], value => Assert.Contains(value, text, StringComparison.Ordinal));
        Assert.NotNull(JsonNode.Parse(text));
        Assert.Equal(404, (int)(await Http.GetAsync(new Uri(url.AbsoluteUri[..^2] + "xx"))).StatusCode);
    }

    [Fact]
    public async Task An_export_of_one_customer_of_a_merged_complaint_tells_nothing_of_the_other()
    {
        string[] theirs = ["诸葛一一", "13655556666", "zhuge@example.com", "320105198001011234", "中山南路7号"];
        var (_, into) = await WithDataAsync(ComplaintState.Investigating);
        var (_, own) = await WithDataAsync(ComplaintState.Assigned, theirs);
        var store = new ComplaintStore(host.Database.Database, new ComplaintBot.Reports.Sums.SumsBeside());
        await host.Arranged.DoAsync(own, Arranged.Quality, new Complaints.Intake.Merge(into));
        await Storage.Filing.SaveAsync(host.Database.Database, store.Save(into, Fixtures.TelecomExample.Organisation));

        await host.Staff.SayAsync(Admin, $"export customer data {own.Ticket}");
        var answer = await host.Staff.GetsAsync(
            Admin,
            m =>
                m.Text?.Contains("/exports/", StringComparison.Ordinal) == true
                && m.Text.Contains(own.Ticket, StringComparison.Ordinal)
        );
        var text = await Http.GetStringAsync(new Uri(Link().Match(answer.Text!).Value));

        Assert.All([.. theirs, own.Ticket], value => Assert.Contains(value, text, StringComparison.Ordinal));
        Assert.All([.. Personal, into.Ticket], value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_neither_exports_nor_erases_what_accuses_them()
    {
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        var accusing = await host.Arranged.InAsync(ComplaintState.Closed, "directline:" + customer.Id, about: [Admin]);
        // Another one of the same customer leads to it as well.
        var other = await host.Arranged.InAsync(ComplaintState.Closed, "directline:" + customer.Id);
        foreach (var words in new[] { "export customer data", "erase customer data" })
        {
            foreach (var ticket in new[] { accusing.Ticket, other.Ticket })
            {
                var before = host.Staff.Of(Admin).Count;
                await host.Staff.SayAsync(Admin, $"{words} {ticket}");
                var answer = await host.Staff.GetsAsync(
                    Admin,
                    m => m.Text?.Contains(ticket, StringComparison.Ordinal) == true,
                    before
                );
                Assert.Contains("found no complaint", answer.Text, StringComparison.Ordinal);
            }
        }
        Assert.Equal("王先生", (await host.Arranged.StoredAsync(accusing.Ticket)).Complainant.Name);
    }

    [Fact]
    public async Task Only_an_admin_may_only_in_a_personal_chat_and_not_while_a_complaint_is_open()
    {
        var (_, complaint) = await WithDataAsync(ComplaintState.InProgress);

        await host.Staff.SayAsync("aad-zhang-min", $"删除客户数据 {complaint.Ticket}");
        await host.Staff.GetsAsync("aad-zhang-min", m => m.Text?.Contains("您不能", StringComparison.Ordinal) == true);
        await host.Staff.SayAsync(Admin, $"erase customer data {complaint.Ticket}");
        await host.Staff.GetsAsync(
            Admin,
            m =>
                m.Text?.Contains("open complaints", StringComparison.Ordinal) == true
                && m.Text.Contains(complaint.Ticket, StringComparison.Ordinal)
        );
        await InTeamAsync(Admin, $"export customer data {complaint.Ticket}");
        await host.Staff.GetsInAsync(Team, m => m.Text?.Contains("between the two of us", StringComparison.Ordinal) == true);

        Assert.Equal("欧阳小明", (await host.Arranged.StoredAsync(complaint.Ticket)).Complainant.Name);
    }

    [Fact]
    public async Task In_a_team_numbers_and_addresses_are_masked_and_in_a_personal_chat_they_are_not()
    {
        var (_, complaint) = await WithDataAsync(ComplaintState.InProgress);

        await InTeamAsync(Arranged.Owner, $"{complaint.Ticket} 进度");
        var inTeam = await host.Staff.GetsInAsync(Team, m => m.Json.Contains(complaint.Ticket, StringComparison.Ordinal));
        await host.Staff.SayAsync(Arranged.Owner, $"{complaint.Ticket} 进度");
        await host.Staff.GetsAsync(
            Arranged.Owner,
            m => m.Json.Contains(complaint.Ticket, StringComparison.Ordinal) && m.Json.Contains("13987654321", StringComparison.Ordinal)
        );

        Assert.All(Personal[1..4], value => Assert.DoesNotContain(value, inTeam.Json, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_tell_nothing_about_people_however_much_is_logged()
    {
        await using var database = await Fixtures.TestDatabase.CreateEmptyAsync(Fixtures.TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString, null, ("Logging:LogLevel:Default", "Trace"));
        var customer = await WebCustomer.ComeAsync(bot.Address, "zh-CN");
        await customer.HearsAsync("投诉受理助手");

        await customer.SayAsync("宽带断了，我是欧阳小明，电话13987654321，邮箱ouyang@example.com，身份证110105194912310021，住建国路88号");
        await customer.HearsAsync("\"type\":\"message\"");

        Assert.All(Personal, value => Assert.DoesNotContain(value, bot.Output, StringComparison.Ordinal));
    }

    private const string Team = "19:masked@thread.tacv2";

    private Task<HttpResponseMessage> InTeamAsync(string staff, string text) =>
        host.Staff.SendAsync(
            staff,
            "message",
            a =>
            {
                a["text"] = $"<at>Bot</at> {text}";
                a["entities"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = "<at>Bot</at>",
                        ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
                    }
                );
                a["conversation"]!["id"] = Team;
                a["conversation"]!["isGroup"] = true;
                a["conversation"]!["conversationType"] = "channel";
            }
        );

    private async Task<(WebCustomer Customer, Complaint Complaint)> WithDataAsync(ComplaintState state, string[]? personal = null)
    {
        var (name, phone, email, identity, place) = (personal ?? Personal) is [var n, var p, var e, var i, var l]
            ? (n, p, e, i, l)
            : throw new ArgumentException("Five values.", nameof(personal));
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        var complaint = await host.Arranged.InAsync(
            state,
            "directline:" + customer.Id,
            d => d with { Description = $"宽带断了，打{phone}找{name}，身份证{identity}", Place = place },
            complainant: c => c with { Name = name, Phone = phone, Email = email }
        );
        return (customer, complaint);
    }

    // Every column of every table in which one of the values stands.
    private async Task<List<string>> PlacesAsync(string[] personal)
    {
        var database = host.Database.Database;
        List<string> places = [];
        foreach (
            var table in await database.QueryAsync<string>(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        )
        {
            foreach (var column in await database.QueryAsync<string>($"SELECT name FROM pragma_table_info('{table}')"))
            {
                foreach (var value in personal)
                {
                    if (
                        await database.ScalarAsync<long>(
                            $"SELECT count(*) FROM {table} WHERE instr(CAST({column} AS TEXT), @value) > 0",
                            new { value }
                        ) > 0
                    )
                        places.Add($"{table}.{column}: {value}");
                }
            }
        }
        return places;
    }

    [GeneratedRegex(@"http\S+/exports/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
