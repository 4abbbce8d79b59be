using ComplaintBot.Tests.Fixtures;
using DirectLine;
using DirectLine.Access;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.WebChannel;

public sealed class SqlDirectLineStoreTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_conversation_that_several_processes_start_at_once_starts_once(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        IDirectLineStore[] processes = [world.Store, world.AnotherProcess()];
        var conversation = new DirectLineConversation("c1", "dl_1", WebWorld.Now)
        {
            Locale = "zh-TW",
            UserName = "客戶",
            SelfNamed = true,
        };

        var started = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => processes[i % 2].TryStartAsync(conversation, WebWorld.Join("c1", "dl_1"), default)))
        );

        Assert.Single(started, s => s);
        Assert.Equal(ActivityTypes.ConversationUpdate, Assert.Single(await world.InboxAsync()).Type);
        Assert.Equal(conversation, await processes[1].FindConversationAsync("c1", default));
        Assert.Null(await processes[1].FindConversationAsync("c2", default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_a_visitor_says_is_in_the_log_and_in_the_inbox(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();

        var appended = await world.Store.AppendUserActivityAsync(WebWorld.Says("c1", "宽带断了"), default);

        Assert.Equal(new UserActivityAppended("c1|0000001", Repeated: false), appended);
        var entry = Assert.Single(await world.Store.ReadLogAsync("c1", 0, 10, default));
        Assert.Equal((1, "c1|0000001"), (entry.Sequence, entry.ActivityId));
        Assert.Equal("宽带断了", ProtocolJson.Deserialize<Activity>(entry.Json)!.Text);
        Assert.Equal(("c1|0000001", "宽带断了"), (await world.InboxAsync()).Select(a => (a.Id, a.Text)).Last());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_cannot_go_into_the_inbox_is_not_in_the_log_either(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        var broken = WebWorld.Says("c1", "x") with
        {
            Uploads = [new("u1", "c1", "a.png", "image/png", new byte[] { 1 })],
            Number = at => new(new(at.Sequence, "c1|0000001", "{}"), new Activity { Type = ActivityTypes.Message }),
        };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => world.Store.AppendUserActivityAsync(broken, default));

        Assert.Empty(await world.Store.ReadLogAsync("c1", 0, 10, default));
        Assert.Null(await world.Store.FindUploadAsync("c1", "u1", default));
        Assert.Equal(0, (await world.Store.FindConversationAsync("c1", default))!.LastSequence);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Many_writers_in_two_processes_leave_a_log_without_gaps_whose_time_goes_on_with_each_entry(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        IDirectLineStore[] processes = [world.Store, world.AnotherProcess()];
        var random = new Random(20260302);
        var offsets = Enumerable.Range(0, 60).Select(_ => TimeSpan.FromSeconds(random.Next(-30, 30))).ToArray();

        await Parallel.ForAsync(
            0,
            60,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, ct) =>
            {
                if (i % 3 == 0)
                    await processes[i % 2].AppendBotActivityAsync(WebWorld.BotSays("c1", $"bot {i}", WebWorld.Now + offsets[i]), ct);
                else
                    await processes[i % 2].AppendUserActivityAsync(WebWorld.Says("c1", $"user {i}", WebWorld.Now + offsets[i]), ct);
            }
        );

        var log = await world.Store.ReadLogAsync("c1", 0, 100, default);
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), log.Select(e => e.Sequence));
        var activities = log.Select(e => ProtocolJson.Deserialize<Activity>(e.Json)!).ToList();
        // Web Chat sorts by the millisecond: no two entries share one.
        Assert.All(
            activities.Zip(activities.Skip(1)),
            p => Assert.True(p.Second.Timestamp!.Value.ToUnixTimeMilliseconds() > p.First.Timestamp!.Value.ToUnixTimeMilliseconds())
        );
        Assert.Equal(
            activities.Where(a => a.Text!.StartsWith("user", StringComparison.Ordinal)).Select(a => a.Id),
            (await world.InboxAsync()).Skip(1).Select(a => a.Id)
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_client_id_posted_by_several_processes_at_once_has_one_effect(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        await world.StartAsync("c2");
        IDirectLineStore[] processes = [world.Store, world.AnotherProcess()];

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    Task.Run(() =>
                        processes[i % 2].AppendUserActivityAsync(WebWorld.Says("c1", "hi") with { ClientActivityId = "abc" }, default)
                    )
                )
        );

        Assert.Single(answers, a => !a!.Repeated);
        Assert.All(answers, a => Assert.Equal("c1|0000001", a!.ActivityId));
        Assert.Single(await world.Store.ReadLogAsync("c1", 0, 10, default));
        Assert.False(
            (await world.Store.AppendUserActivityAsync(WebWorld.Says("c2", "hi") with { ClientActivityId = "abc" }, default))!.Repeated
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_appended_to_what_has_ended_or_never_began(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        Assert.NotNull(await world.Store.AppendUserActivityAsync(WebWorld.Says("c1", "bye") with { Ends = true }, default));

        Assert.True((await world.Store.FindConversationAsync("c1", default))!.Ended);
        Assert.Null(await world.Store.AppendUserActivityAsync(WebWorld.Says("c1", "more"), default));
        Assert.Null(await world.Store.AppendBotActivityAsync(WebWorld.BotSays("c1", "more"), default));
        Assert.Null(await world.Store.AppendUserActivityAsync(WebWorld.Says("unknown", "more"), default));
        Assert.Single(await world.Store.ReadLogAsync("c1", 0, 10, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Reading_continues_after_a_sequence_and_stops_at_the_limit(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        for (var i = 0; i < 7; i++)
            await world.Store.AppendBotActivityAsync(WebWorld.BotSays("c1", $"{i}"), default);

        Assert.Equal([3L, 4, 5], (await world.Store.ReadLogAsync("c1", 2, 3, default)).Select(e => e.Sequence));
        Assert.Empty(await world.Store.ReadLogAsync("c1", 99, 3, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_more_conversations_than_one_statement_holds_each_last_sequence_is_found(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync("c1");
        await world.StartAsync("c2");
        await world.Store.AppendBotActivityAsync(WebWorld.BotSays("c2", "x"), default);

        var found = await world.Store.LastSequencesAsync([.. Enumerable.Range(1, 1200).Select(n => "c" + n)], default);

        Assert.Equal([("c1", 0L), ("c2", 1L)], found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_comes_back_as_it_was_and_only_for_its_conversation(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        var content = new byte[300_000];
        new Random(1).NextBytes(content);
        await world.Store.AppendUserActivityAsync(
            WebWorld.Says("c1", "看") with
            {
                Uploads = [new("u1", "c1", "发票 (1).png", "image/png", content)],
            },
            default
        );

        await using var file = (await world.Store.FindUploadAsync("c1", "u1", default))!;

        Assert.Equal(("发票 (1).png", "image/png"), (file.Name, file.ContentType));
        Assert.Equal(content, ((MemoryStream)file.Content).ToArray());
        Assert.Null(await world.Store.FindUploadAsync("c2", "u1", default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_many_who_bring_the_same_ticket_one_gets_in(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        IDirectLineStore[] processes = [world.Store, world.AnotherProcess()];
        var ticket = new StreamTicket("h", "c1", WebWorld.Now, WebWorld.Now.AddMinutes(30), ["https://a.example", "https://b.example"]);
        await world.Store.AddTicketAsync(ticket, default);

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => processes[i % 2].TakeTicketAsync("h", default))));

        var one = Assert.Single(taken, t => t is not null)!;
        Assert.Equal(ticket with { Origins = one.Origins }, one);
        Assert.Equal(ticket.Origins, one.Origins);
        Assert.Empty((await TakeBare(world))!.Origins);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_processes_together_grant_no_more_than_the_limit(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        IDirectLineStore[] processes = [world.Store, world.AnotherProcess()];
        RateCharge[] charges =
        [
            new("user:1", new RateLimit(10, TimeSpan.FromSeconds(1))),
            new("address:1", new RateLimit(100, TimeSpan.FromSeconds(1))),
        ];

        var waits = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => processes[i % 2].ChargeAsync(charges, WebWorld.Now, default)))
        );

        Assert.Equal(10, waits.Count(w => w == TimeSpan.Zero));
        Assert.All(waits, w => Assert.True(w == TimeSpan.Zero || w == TimeSpan.FromSeconds(1)));
        // What was refused for one key was not counted for the other.
        var left = await world.Store.ChargeAsync([charges[1] with { Cost = 90 }], WebWorld.Now, default);
        Assert.Equal(TimeSpan.Zero, left);
        Assert.Equal(TimeSpan.FromSeconds(1), await world.Store.ChargeAsync([charges[1]], WebWorld.Now, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sweeping_forgets_only_what_is_over(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.Store.AddTicketAsync(new("old", "c1", WebWorld.Now, WebWorld.Now, []), default);
        await world.Store.AddTicketAsync(new("new", "c1", WebWorld.Now.AddSeconds(1), WebWorld.Now, []), default);
        await world.Store.ChargeAsync([new("short", new RateLimit(1, TimeSpan.FromSeconds(1)))], WebWorld.Now.AddMinutes(-1), default);
        await world.Store.ChargeAsync([new("long", new RateLimit(1, TimeSpan.FromHours(1)))], WebWorld.Now, default);

        await world.Store.SweepAsync(WebWorld.Now, default);

        Assert.Null(await world.Store.TakeTicketAsync("old", default));
        Assert.NotNull(await world.Store.TakeTicketAsync("new", default));
        Assert.Equal(["long"], await world.Database.QueryAsync<string>("SELECT key FROM direct_line_rates"));
    }

    private static async Task<StreamTicket?> TakeBare(WebWorld world)
    {
        await world.Store.AddTicketAsync(new("bare", "c1", WebWorld.Now, WebWorld.Now, []), default);
        return await world.Store.TakeTicketAsync("bare", default);
    }
}
