using System.Text.RegularExpressions;
using ComplaintBot.Tests.Fixtures;

namespace ComplaintBot.Tests.MainLine;

/// <summary>One complaint from the customer's first word to a confirmed close, through the real host, from outside.</summary>
public sealed partial class MainLineTests
{
    private static readonly string[] Handlers = ["aad-li-wei", "aad-zhang-min", "00000000-0000-0000-0000-0000000000020", "aad-sun-lei"];

    [Theory, ClassData(typeof(Engines))]
    public async Task A_complaint_lives_from_the_first_word_to_a_confirmed_close(string engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString);
        await using var staff = await StaffChannel.StartAsync(bot.Address);
        foreach (var handler in Handlers)
            await staff.SayAsync(handler, "你好");
        var customer = await WebCustomer.ComeAsync(bot.Address, "zh-CN");
        await customer.HearsAsync("投诉受理助手");

        var ticket = await FileAsync(customer, "宽带又断了，上周修过一次，家里没法上网", "跳过", "请核对");
        var owner = await staff.OwnerOfAsync(ticket, Handlers);

        await AcceptedAsync(staff.PressAsync(owner, "accept", new { ticket }));
        await AcceptedAsync(staff.PressAsync(owner, "progress", new { ticket, text = "师傅已经出发" }));
        await customer.HearsAsync("师傅已经出发");
        await AcceptedAsync(
            staff.PressAsync(
                owner,
                "cause",
                new
                {
                    ticket,
                    category = "equipment",
                    text = "光猫老化",
                }
            )
        );
        await AcceptedAsync(staff.PressAsync(owner, "plan", new { ticket, measure = "更换光猫" }));
        await customer.HearsAsync("更换光猫");
        Assert.Contains(
            "1",
            (await staff.PressAsync(owner, "resolve", new { ticket, answer = "好了" }))["value"]!.ToJsonString(),
            StringComparison.Ordinal
        );
        await AcceptedAsync(
            staff.PressAsync(
                owner,
                "item",
                new
                {
                    ticket,
                    item = "all",
                    text = "已更换",
                }
            )
        );
        await AcceptedAsync(staff.PressAsync(owner, "resolve", new { ticket, answer = "光猫已更换，测速正常" }));
        await customer.HearsAsync("光猫已更换，测速正常");

        // Meanwhile the manager asks what is open and gets it as a list.
        var before = staff.Of("aad-wu-fang").Count;
        await staff.SayAsync("aad-wu-fang", "现在有哪些投诉没处理完？");
        await staff.GetsAsync("aad-wu-fang", m => !m.Replaced && m.Json.Contains(ticket, StringComparison.Ordinal), before);

        // Not satisfied: the next round begins with the customer's own words, on the same ticket.
        await customer.PressAsync("unsatisfied", ("reason", "晚上八点以后还是断线"));
        await customer.HearsAsync(ticket);
        await staff.GetsAsync(owner, m => m.Text?.Contains("晚上八点以后还是断线", StringComparison.Ordinal) == true);
        await AcceptedAsync(staff.PressAsync(owner, "plan", new { ticket, measure = "更换入户线路" }));
        await AcceptedAsync(
            staff.PressAsync(
                owner,
                "item",
                new
                {
                    ticket,
                    item = "all",
                    text = "已更换",
                }
            )
        );
        await AcceptedAsync(staff.PressAsync(owner, "resolve", new { ticket, answer = "入户线路已更换" }));
        await customer.HearsAsync("入户线路已更换");
        await customer.PressAsync("satisfied");
        await customer.HearsAsync("已结案");

        await customer.SayAsync("查询进度");
        await customer.HearsAsync(ticket);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_lost_when_the_process_is_killed_in_the_middle(string engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString);
        await using var staff = await StaffChannel.StartAsync(bot.Address);
        var customer = await WebCustomer.ComeAsync(bot.Address, "zh-TW");
        await customer.HearsAsync("您好");
        await customer.SayAsync("我家的寬頻又斷了，上週修過一次，完全不能上網");
        await customer.HearsAsync("什麼地方");

        await bot.KillAsync();
        await bot.StartAsync();

        // The dialog goes on from the last saved step; the owner, unknown to the bot until now, gets the card with the first word.
        await customer.SayAsync("台北市信義路五段7號");
        var ticket = await FileFromHereAsync(customer, "略過", "請核對");
        await bot.KillAsync();
        await bot.StartAsync();
        await Task.WhenAll(Handlers.Select(h => staff.SayAsync(h, "hi")));
        var owner = await staff.OwnerOfAsync(ticket, Handlers);
        await AcceptedAsync(staff.PressAsync(owner, "accept", new { ticket }));
        await customer.SayAsync("查詢進度");
        await customer.HearsAsync(ticket);
    }

    [Fact]
    public async Task An_English_customer_is_spoken_to_in_English_and_one_double_press_files_one_complaint()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString);
        var customer = await WebCustomer.ComeAsync(bot.Address, "en-US");
        await customer.HearsAsync("Tell me in your own words");
        var ticket = await FileAsync(customer, "The broadband at home is down again, it was repaired last week", "skip", "Please check");
        await customer.PressAsync("intake.submit");
        await customer.HearsAsync(ticket);
        Assert.DoesNotContain(customer.Heard, a => WebCustomer.Words(a).Contains("-0002", StringComparison.Ordinal));

        // Somebody else's number is answered like a wrong one.
        var other = await WebCustomer.ComeAsync(bot.Address, "en-US");
        await other.SayAsync($"status {ticket}");
        await other.HearsAsync("found no complaint");
    }

    [Fact]
    public async Task A_forgotten_complaint_is_reminded_anew_at_each_rung_and_goes_to_the_manager_when_late()
    {
        var organisation = Path.Combine(Directory.CreateTempSubdirectory("complaintbot-org-").FullName, "organisation.json");
        // The example with deadlines of seconds, at any hour of any day.
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "organisation.example.json"));
        text = Seconds()
            .Replace(text, "\"${kind}\": \"PT6S\"")
            .Replace("\"clock\": \"business\"", "\"clock\": \"calendar\"", StringComparison.Ordinal);
        text = Accept().Replace(text, "\"accept\": \"PT10M\"");
        text = Quiet()
            .Replace(text, "\"quietHours\": { \"from\": \"04:00\", \"to\": \"04:01\" }")
            .Replace("\"overdueEvery\": \"PT4H\"", "\"overdueEvery\": \"PT2S\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(organisation, text);
        await using var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString, organisation);
        await using var staff = await StaffChannel.StartAsync(bot.Address);
        foreach (var person in Handlers.Append("aad-wu-fang"))
            await staff.SayAsync(person, "你好");
        var customer = await WebCustomer.ComeAsync(bot.Address, "zh-CN");
        await customer.HearsAsync("您好");
        var ticket = await FileAsync(customer, "宽带断了三天，一直没人来修", "跳过", "请核对");
        var owner = await staff.OwnerOfAsync(ticket, Handlers);
        await AcceptedAsync(staff.PressAsync(owner, "accept", new { ticket }));

        var reminder = await staff.GetsAsync(
            owner,
            m =>
                m.Json.Contains("snooze", StringComparison.Ordinal)
                && m.Json.Contains("\"deadline\":\"firstResponse\"", StringComparison.Ordinal)
        );
        // Teams tells nobody of an edit: each later rung is a message of its own.
        await staff.GetsAsync(
            owner,
            m =>
                !m.Replaced
                && m.Id != reminder.Id
                && m.Json.Contains("超时 · 请给客户第一次回复", StringComparison.Ordinal)
        );
        await staff.GetsAsync(
            "aad-zhang-min",
            m => m.Json.Contains("超时", StringComparison.Ordinal) && m.Json.Contains(ticket, StringComparison.Ordinal)
        );
        await customer.HearsAsync("没有做到");

        // Met: the card says so, and no reminder of it follows.
        await AcceptedAsync(staff.PressAsync(owner, "progress", new { ticket, text = "很抱歉让您久等，师傅今天到" }));
        await staff.GetsAsync(
            owner,
            m =>
                m.Replaced
                && m.Id == reminder.Id
                && !m.Json.Contains("snooze", StringComparison.Ordinal)
                && !m.Json.Contains("escalate", StringComparison.Ordinal)
        );
    }

    private static async Task<string> FileAsync(WebCustomer customer, string words, string skip, string check)
    {
        await customer.SayAsync(words);
        return await FileFromHereAsync(customer, skip, check);
    }

    // Skips whatever is still asked, then submits the summary.
    private static async Task<string> FileFromHereAsync(WebCustomer customer, string skip, string check)
    {
        for (var question = 0; question < 8; question++)
        {
            var said = await customer.HearsAsync("\"type\":\"message\"");
            if (WebCustomer.Words(said).Contains(check, StringComparison.Ordinal))
                break;
            if (said["suggestedActions"] is not null)
                await customer.SayAsync(skip);
        }
        await customer.PressAsync("intake.submit");
        var receipt = await customer.HearsAsync("C-2");
        return Ticket().Match(WebCustomer.Words(receipt)).Value;
    }

    private static async Task AcceptedAsync(Task<System.Text.Json.Nodes.JsonNode> press)
    {
        var body = await press;
        Assert.Equal(
            "application/vnd.microsoft.card.adaptive",
            body["type"]?.GetValue<string>()
                + (
                    body["type"]?.GetValue<string>().EndsWith("message", StringComparison.Ordinal) == true
                        ? body["value"]!.ToJsonString()
                        : ""
                )
        );
    }

    [GeneratedRegex(@"C-\d{8}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Ticket();

    [GeneratedRegex("\"(?<kind>firstResponse|progressEvery)\": \"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Seconds();

    [GeneratedRegex("\"accept\": \"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Accept();

    [GeneratedRegex("\"quietHours\": \\{[^}]*\\}", RegexOptions.None, 1000)]
    private static partial Regex Quiet();
}
