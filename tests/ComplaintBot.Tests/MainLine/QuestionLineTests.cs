using System.Text.Json.Nodes;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Tests.MainLine;

/// <summary>Staff ask in plain words, through the real host, from outside.</summary>
public sealed partial class QuestionLineTests
{
    private const string Quality = "aad-wu-fang",
        NetworkHead = "aad-zhang-min",
        MarketHead = "aad-chen-jie";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_list_turns_its_page_in_place_is_narrowed_and_opens_a_ticket(string engine)
    {
        await using var world = await WorldAsync(engine);
        var list = await world.AskAsync(Quality, "还有哪些投诉没处理完？");
        Assert.Contains("理解为：投诉清单 · 未结案", list.Json, StringComparison.Ordinal);
        Assert.Contains("15 件", list.Json, StringComparison.Ordinal);
        Assert.Contains("第 1 页，共 2 页", list.Json, StringComparison.Ordinal);

        var next = Action(list.Activity, "query.page", d => d["page"]?.GetValue<int>() == 2);
        var body = await world.Staff.PressAsync(Quality, "query.page", next);
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.Contains("第 2 页，共 2 页", Text(body), StringComparison.Ordinal);

        var vip = await world.AskAsync(Quality, "只看VIP的");
        Assert.Contains("2 件", vip.Json, StringComparison.Ordinal);
        Assert.Contains("未结案 · 客户级别：VIP", vip.Json, StringComparison.Ordinal);
        // A condition goes away by its button.
        var without = await world.Staff.PressAsync(
            Quality,
            "query.page",
            Action(vip.Activity, "query.page", d => d["query"]!["filters"]!["customerLevel"] is null && d["query"]!["sort"] is null)
        );
        Assert.Contains("15 件", Text(without), StringComparison.Ordinal);

        // A row opens its ticket below; the list stays.
        var row = Action(vip.Activity, "refresh", _ => true);
        var before = world.Staff.Of(Quality).Count;
        Assert.DoesNotContain(
            "adaptive",
            (await world.Staff.PressAsync(Quality, "refresh", row))["type"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        await world.Staff.GetsAsync(
            Quality,
            m =>
                !m.Replaced
                && m.Json.Contains("AdaptiveCard", StringComparison.Ordinal)
                && m.Json.Contains(row["ticket"]!.GetValue<string>(), StringComparison.Ordinal),
            before
        );
    }

    [Fact]
    public async Task The_first_of_a_list_are_extended_together_after_a_yes_and_never_without_a_reason()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        await world.AskAsync(NetworkHead, "还有哪些投诉没处理完？");
        Assert.Contains("原因", await world.AskForWordsAsync(NetworkHead, "把前三个延期两天"), StringComparison.Ordinal);
        Assert.Contains("3 件", (await world.AskAsync(NetworkHead, "把前三个延期两天，因为缺件")).Json, StringComparison.Ordinal);
        Assert.Contains("3", await world.AskForWordsAsync(NetworkHead, "是"), StringComparison.Ordinal);
        await world.CountsAsync(3, "complaint_events", "event LIKE '%\"deadlineMoved\"%' AND event LIKE '%缺件%'");
    }

    [Fact]
    public async Task Why_says_what_each_complaint_shown_waits_for_and_takes_a_figure_apart()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        await world.AskAsync(Quality, "还有哪些投诉没处理完？");
        var reasons = (await world.AskForWordsAsync(Quality, "为什么")).Split('\n');
        Assert.Equal(10, reasons.Length);
        Assert.All(reasons, r => Assert.Matches("^C-[0-9]{8}-[0-9]{4} · .+：(从.+起还没有负责人|.+还没有接单（.+派单）)$", r));

        await world.AskAsync(NetworkHead, "which complaints are still open?");
        Assert.Contains(
            "has not accepted it (assigned",
            await world.AskForWordsAsync(NetworkHead, "why are they late?"),
            StringComparison.Ordinal
        );
        await world.AskAsync(Quality, "这个月收到多少投诉？");
        Assert.Contains("宽带故障", (await world.AskAsync(Quality, "为什么？")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_ups_keep_the_question_in_three_languages()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        await world.AskAsync(NetworkHead, "which complaints are still open?");
        var english = await world.AskAsync(NetworkHead, "only broadband");
        Assert.Contains("Understood as: complaints · open · category: Broadband", english.Json, StringComparison.Ordinal);
        var sorted = await world.AskAsync(NetworkHead, "sort by age");
        Assert.True(sorted.Json.Contains("oldest first", StringComparison.Ordinal), sorted.Json);
        var rate = await world.AskAsync(NetworkHead, "handling timeliness this month");
        Assert.Contains("How it is counted", rate.Json, StringComparison.Ordinal);
        Assert.Contains("÷", rate.Json, StringComparison.Ordinal);
        var before = await world.AskAsync(NetworkHead, "and the month before?");
        Assert.Contains("handling timeliness", before.Json, StringComparison.Ordinal);
        Assert.NotEqual(Understood(rate), Understood(before));

        await world.AskAsync(Quality, "還有哪些投訴沒處理完？");
        var traditional = await world.AskAsync(Quality, "只看寬頻的");
        Assert.Contains("理解為：投訴清單 · 未結案 · 類別：寬頻故障", traditional.Json, StringComparison.Ordinal);
        Assert.Contains("件", (await world.AskAsync(Quality, "依負責人統計")).Json, StringComparison.Ordinal);
        Assert.Contains("負責人", (await world.AskAsync(Quality, "畫成圖表")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_hears_a_number_that_is_not_theirs()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        // One complaint is about the head of the network department: she counts 13 of her 14, quality counts all.
        Assert.Contains("13", Value(await world.AskAsync(NetworkHead, "how many complaints are open?")), StringComparison.Ordinal);
        Assert.Contains("15", Value(await world.AskAsync(Quality, "还有多少投诉没结案？")), StringComparison.Ordinal);
        var refused = await world.AskAsync(NetworkHead, "how many open complaints does marketing have?");
        Assert.Contains("You may not see the complaints of Marketing", refused.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("As of", refused.Json, StringComparison.Ordinal);
        Assert.Contains("无权查看", (await world.AskAsync(MarketHead, "网络部上个月的及时率")).Json, StringComparison.Ordinal);
        // A query forged into a card is checked like a typed one.
        var forged = await world.Staff.PressAsync(
            MarketHead,
            "query.page",
            JsonNode.Parse("""{"query":{"kind":"list","filters":{"department":"network"}},"lang":"zh-CN"}""")!
        );
        Assert.Contains("无权查看", Text(forged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unclear_is_said_with_questions_that_can_be_answered()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        var unclear = await world.AskAsync(Quality, "上个月毛利率是多少？");
        Assert.Contains("没有看懂：毛利", unclear.Json, StringComparison.Ordinal);
        Assert.Contains("您可以问", unclear.Json, StringComparison.Ordinal);
        var nearest = await world.Staff.PressAsync(Quality, "query.page", Action(unclear.Activity, "query.page", _ => true));
        Assert.Contains("理解为", Text(nearest), StringComparison.Ordinal);

        // A name that fits two is asked back; a button or the fuller name settles it.
        var which = await world.AskAsync(Quality, "Fang 名下没结案的投诉");
        Assert.Contains("请问是哪一位", which.Json, StringComparison.Ordinal);
        Assert.Contains("吴芳", which.Json, StringComparison.Ordinal);
        var settled = await world.Staff.PressAsync(
            Quality,
            "query.page",
            Action(which.Activity, "query.page", d => d["query"]!["filters"]!["owner"]!.GetValue<string>() == "aad-wang-fang")
        );
        Assert.Contains("负责人：王芳", Text(settled), StringComparison.Ordinal);
        Assert.Contains("负责人：王芳", (await world.AskAsync(Quality, "王芳的呢")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_still_done_after_a_question()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        await world.AskAsync(Quality, "现在有哪些超时？");
        var before = world.Staff.Of(NetworkHead).Count;
        await world.Staff.SayAsync(NetworkHead, $"备注 {world.Ticket}：上个月也投诉过几件？");
        await world.Staff.GetsAsync(NetworkHead, m => m.Json.Contains("上个月也投诉过几件", StringComparison.Ordinal), before);
    }

    [Fact]
    public async Task An_answer_becomes_a_file_in_the_askers_drive_after_their_consent()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        var list = await world.AskAsync(Quality, "还有哪些投诉没处理完？");
        foreach (var format in new[] { "xlsx", "csv" })
        {
            var before = world.Staff.Of(Quality).Count;
            await world.Staff.PressAsync(
                Quality,
                "query.export",
                Action(list.Activity, "query.export", d => d["format"]!.GetValue<string>() == format)
            );
            var offer = (
                await world.Staff.GetsAsync(Quality, m => m.Json.Contains("file.consent", StringComparison.Ordinal), before)
            ).Activity["attachments"]![0]!;
            var (name, context) = (offer["name"]!.GetValue<string>(), offer["content"]!["acceptContext"]!);
            Assert.EndsWith("." + format, name, StringComparison.Ordinal);
            // Somebody else who gets hold of the offer does not get the file.
            await world.Staff.ConsentAsync(MarketHead, context, "stolen-" + name);
            await world.Staff.GetsAsync(MarketHead, m => m.Text?.Contains("过期", StringComparison.Ordinal) == true);
            await world.Staff.ConsentAsync(Quality, context, name);
            await world.Staff.GetsAsync(
                Quality,
                m => m.Json.Contains("card.file.info", StringComparison.Ordinal) && m.Json.Contains(name, StringComparison.Ordinal),
                before
            );
            var (range, bytes) = world.Staff.Drive[name];
            Assert.Equal($"bytes 0-{bytes.Length - 1}/{bytes.Length}", range);
            if (format == "csv")
                Assert.Equal(16, System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            else
                Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        }
        Assert.DoesNotContain(world.Staff.Drive.Keys, k => k.StartsWith("stolen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_to_print_comes_by_a_link_that_cannot_be_changed()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        var chart = await world.AskAsync(Quality, "本月各部门收到的投诉，画成图表");
        var before = world.Staff.Of(Quality).Count;
        await world.Staff.PressAsync(
            Quality,
            "query.export",
            Action(chart.Activity, "query.export", d => d["format"]!.GetValue<string>() == "html")
        );
        var said = await world.Staff.GetsAsync(Quality, m => m.Text?.Contains("/reports/", StringComparison.Ordinal) == true, before);
        var url = new Uri(
            said.Text![(said.Text!.IndexOf('(', StringComparison.Ordinal) + 1)..said.Text!.IndexOf(')', StringComparison.Ordinal)]
        );
        using var http = new HttpClient();
        var page = await http.GetAsync(url);
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">网络部</th>", html, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync(new Uri(url.AbsoluteUri[..^2] + "xx"))).StatusCode);
    }

    [Fact]
    public async Task What_an_answer_shows_can_be_acted_on_and_more_than_one_is_asked_first()
    {
        await using var world = await WorldAsync(TestDatabase.Sqlite);
        var list = await world.AskAsync(NetworkHead, "还有哪些宽带投诉没处理完？");
        var tickets = TicketInRow().Matches(list.Json).Select(m => m.Groups[1].Value).ToList();

        // Three: asked first, with their numbers; an old card confirms nothing.
        var before = world.Staff.Of(NetworkHead).Count;
        await world.Staff.SayAsync(NetworkHead, "把前三个升级");
        var confirm = await world.Staff.GetsAsync(NetworkHead, m => m.Json.Contains("confirm.yes", StringComparison.Ordinal), before);
        Assert.All(tickets.Take(3), t => Assert.Contains(t, confirm.Json, StringComparison.Ordinal));
        Assert.DoesNotContain(tickets[3], confirm.Json, StringComparison.Ordinal);
        await world.Staff.PressAsync(NetworkHead, "confirm.yes", JsonNode.Parse("""{"confirm":"another"}""")!);
        await world.CountsAsync(0, "complaint_events", "event LIKE '%\"escalated\"%'");
        await world.Staff.PressAsync(NetworkHead, "confirm.yes", Action(confirm.Activity, "confirm.yes", _ => true));
        await world.CountsAsync(3, "complaint_events", $"event LIKE '%\"escalated\"%' AND by_id = '{NetworkHead}'");

        // One: done at once, recorded with who asked, and the owner hears who asks.
        await world.Staff.SayAsync(NetworkHead, "催一下第二件");
        await world.Staff.GetsAsync(
            NetworkHead,
            m => m.Text?.Contains("已催办", StringComparison.Ordinal) == true && m.Text.Contains(tickets[1], StringComparison.Ordinal),
            before
        );
        await world.CountsAsync(
            1,
            "complaint_events",
            $"ticket = '{tickets[1]}' AND event LIKE '%\"noted\"%催办%' AND by_id = '{NetworkHead}'"
        );
        await world.CountsAsync(1, "outbox", $"payload LIKE '%催您处理 {tickets[1]}%'");

        // Several chases are asked first, too.
        await world.Staff.SayAsync(NetworkHead, "催一下前三件");
        var chase = await world.Staff.GetsAsync(NetworkHead, m => m.Json.Contains("催办 3 件", StringComparison.Ordinal), before);
        await world.Staff.PressAsync(NetworkHead, "confirm.yes", Action(chase.Activity, "confirm.yes", _ => true));
        await world.CountsAsync(1, "outbox", $"payload LIKE '%催您处理 {tickets[0]}%'");
        await world.CountsAsync(1, "outbox", $"payload LIKE '%催您处理 {tickets[2]}%'");
    }

    private static string Understood(StaffMessage message) => Card(message.Activity)["body"]![0]!["text"]!.GetValue<string>();

    private static string Value(StaffMessage message) =>
        Text(Card(message.Activity)["body"]!.AsArray().First(b => b!["type"]!.GetValue<string>() == "ColumnSet")!);

    private static JsonNode Card(JsonNode activity) => activity["attachments"]![0]!["content"]!;

    private static string Text(JsonNode node) => new StaffMessage("", false, node).Json;

    internal static JsonNode Action(JsonNode node, string verb, Func<JsonNode, bool> which)
    {
        var found = new List<JsonNode>();
        void Visit(JsonNode? n)
        {
            if (n is JsonObject o)
            {
                if (
                    o["type"] is JsonValue type
                    && type.GetValue<string>() == "Action.Execute"
                    && o["verb"]?.GetValue<string>() == verb
                    && which(o["data"]!)
                )
                    found.Add(o["data"]!);
                foreach (var (_, value) in o)
                    Visit(value);
            }
            else if (n is JsonArray a)
            {
                foreach (var item in a)
                    Visit(item);
            }
        }

        Visit(node);
        Assert.True(found.Count > 0, $"No such {verb} in {Text(node)}");
        return found[0];
    }

    private static async Task<World> WorldAsync(string engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        var organisation = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;
        var tickets = new List<string>();
        for (var i = 0; i < 16; i++)
        {
            // Fourteen of the network department, one of them about its head; one each of two others.
            var category =
                i < 14 ? "broadband"
                : i == 14 ? "billing"
                : "tariff";
            tickets.Add(
                await FileAsync(
                    database.Database,
                    organisation,
                    i,
                    category,
                    about: i == 13 ? NetworkHead : null,
                    level: i is 3 or 7 ? "vip" : "standard",
                    withdrawn: i == 15
                )
            );
        }
        var bot = await RunningBot.StartAsync(database.ConnectionString);
        var staff = await StaffChannel.StartAsync(bot.Address);
        return new(database, bot, staff, tickets[0]);
    }

    private static async Task<string> FileAsync(
        Database database,
        Organisation organisation,
        int number,
        string category,
        string? about,
        string level,
        bool withdrawn
    )
    {
        // A quarter of an hour apart: many at once would be an emergency, with cards of its own.
        var (store, at) = (new ComplaintStore(database, new SumsBeside()), TimeProvider.System.GetUtcNow().AddMinutes((-number * 16) - 5));
        var customer = $"directline:dl_{number}";
        var ticket = await store.NextTicketAsync(DateOnly.FromDateTime(organisation.Local(at).DateTime));
        var command = new FileComplaint(
            RecordKind.Complaint,
            new Complainant(customer, "zh-CN") { Name = "林小姐", Level = level },
            new ComplaintDetails(category, "宽带又断了，上周修过一次") { AboutStaff = about is null ? [] : [about] },
            Severity.Medium,
            "rule"
        );
        var context = new CommandContext(organisation, at, Actor.Customer(customer, "林小姐"), Channel.Web);
        var complaint = ComplaintDesk.File(ticket, command, context).Complaint!;
        if (withdrawn)
            Assert.True(ComplaintDesk.Do(complaint, new Withdraw(null), context with { Now = at.AddMinutes(1) }).Ok);
        var work = new UnitOfWork(database);
        work.Add(store.Save(complaint, organisation));
        await work.CommitAsync();
        return ticket;
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"text\":\"(C-[0-9]{8}-[0-9]{4,}) · ")]
    private static partial System.Text.RegularExpressions.Regex TicketInRow();

    private sealed record World(TestDatabase Database, RunningBot Bot, StaffChannel Staff, string Ticket) : IAsyncDisposable
    {
        /// <summary>Asks and waits for the card that answers.</summary>
        public async Task<StaffMessage> AskAsync(string person, string words)
        {
            var id = await Staff.AskAsync(person, words);
            return await Staff.GetsAsync(
                person,
                m =>
                    m.Activity["replyToId"]?.GetValue<string>() == id
                    && m.Activity["attachments"]?[0]?["contentType"]?.GetValue<string>().EndsWith("adaptive", StringComparison.Ordinal)
                        == true
            );
        }

        /// <summary>Waits until so many rows of a table are so; the words are the test's own.</summary>
        public Task CountsAsync(long expected, string table, string condition) =>
            Eventually.TrueAsync(
                async () => await Database.Database.ScalarAsync<long>($"SELECT count(*) FROM {table} WHERE {condition}") == expected,
                () => $"There are never {expected} of {condition}"
            );

        /// <summary>Asks and waits for words that answer.</summary>
        public async Task<string> AskForWordsAsync(string person, string words)
        {
            var id = await Staff.AskAsync(person, words);
            return (
                await Staff.GetsAsync(
                    person,
                    m => m.Activity["replyToId"]?.GetValue<string>() == id && m.Activity["text"]?.GetValue<string>() is { Length: > 0 }
                )
            ).Activity["text"]!.GetValue<string>();
        }

        public async ValueTask DisposeAsync()
        {
            await Staff.DisposeAsync();
            await Bot.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
