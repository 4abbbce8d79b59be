using System.Text.RegularExpressions;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;

namespace ComplaintBot.Tests.Telemetry;

/// <summary>What an operator with a collector sees of the real host.</summary>
public sealed partial class TraceTests
{
    private static readonly string[] Handlers = ["aad-li-wei", "aad-zhang-min", "00000000-0000-0000-0000-0000000000020", "aad-sun-lei"];
    private const string Words = "网费多扣了三十八元，已经连着两个月了";

    [Theory, ClassData(typeof(Engines))]
    public async Task One_trace_leads_from_a_customers_message_to_the_card_of_the_owner(string engine)
    {
        await using var collector = await Collector.StartAsync();
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString, null, collector.Settings);
        await using var staff = await StaffChannel.StartAsync(bot.Address);
        var (customer, _) = await FileAsync(bot, staff);

        var card = await SpanAsync(collector, s => s.Name == "POST" && s.Tags.GetValueOrDefault("url.full") == staff.Address);
        var path = Path(collector, card);

        Assert.Equal(["POST", "send", "commit", "turn"], path.Take(4).Select(s => s.Name));
        Assert.Equal("", path[^1].Parent);
        Assert.StartsWith("POST /v3/directline/conversations/", path[^1].Name, StringComparison.Ordinal);
        Assert.All(path, s => Assert.Equal(card.Trace, s.Trace));

        Assert.DoesNotContain("三十八元", collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(customer.Id, collector.Everything, StringComparison.Ordinal);
        Assert.All(Handlers, h => Assert.DoesNotContain(h, collector.Everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_of_turns_queues_promises_and_readings_are_sent()
    {
        await using var collector = await Collector.StartAsync();
        await using var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(database.ConnectionString, null, collector.Settings);
        await using var staff = await StaffChannel.StartAsync(bot.Address);
        var (_, ticket) = await FileAsync(bot, staff);
        await staff.PressAsync(await staff.OwnerOfAsync(ticket, Handlers), "accept", new { ticket });
        string[] expected =
        [
            "complaintbot.turn.duration",
            "complaintbot.queue.depth",
            "complaintbot.queue.oldest",
            "complaintbot.reminders.late",
            "complaintbot.promises",
            "complaintbot.messages.read",
        ];

        await Eventually.TrueAsync(
            () => Task.FromResult(collector.Metrics.IsSupersetOf(expected)),
            () => "Only these came: " + string.Join(", ", collector.Metrics)
        );
    }

    private static async Task<(WebCustomer Customer, string Ticket)> FileAsync(RunningBot bot, StaffChannel staff)
    {
        foreach (var handler in Handlers)
            await staff.SayAsync(handler, "你好");
        var customer = await WebCustomer.ComeAsync(bot.Address, "zh-CN");
        await customer.HearsAsync("投诉受理助手");
        await customer.SayAsync(Words);
        while (!WebCustomer.Words(await customer.HearsAsync("\"type\":\"message\"")).Contains("请核对", StringComparison.Ordinal))
            await customer.SayAsync("跳过");
        await customer.PressAsync("intake.submit");
        var receipt = WebCustomer.Words(await customer.HearsAsync("C-2"));
        return (customer, Ticket().Match(receipt).Value);
    }

    private static async Task<CollectedSpan> SpanAsync(Collector collector, Func<CollectedSpan, bool> which)
    {
        CollectedSpan? found = null;
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    // The card is what left with the trace of a visitor; greetings of staff have traces of their own.
                    (
                        found = collector.Spans.FirstOrDefault(s =>
                            which(s) && Path(collector, s)[^1].Name.Contains("directline", StringComparison.Ordinal)
                        )
                    )
                        is not null
                ),
            () => string.Join('\n', collector.Spans)
        );
        return found!;
    }

    // From a span up to the one that nothing is above.
    private static List<CollectedSpan> Path(Collector collector, CollectedSpan span)
    {
        var spans = collector.Spans;
        List<CollectedSpan> path = [span];
        while (spans.FirstOrDefault(s => s.Id == path[^1].Parent) is { } parent)
            path.Add(parent);
        return path;
    }

    [GeneratedRegex("C-[0-9]{8}-[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Ticket();
}
