using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.WebChannel;
using DirectLine;
using DirectLine.Streams;
using DirectLine.Wire;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tests.WebChannel;

public sealed class WebOutboundChannelTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task What_the_bot_says_is_in_the_visitors_log_once_and_wakes_the_stream(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        using var watching = new Sending(world.Database);
        using var stream = watching.Signal.Subscribe("c1", 8);

        await watching.PostAsync(Message("您好"), Message("请说"));
        await watching.PostAsync();

        Assert.Equal(["您好", "请说"], (await ReadAsync(world)).Select(a => a.Text));
        Assert.Null(await stream.NextAsync(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_with_a_key_is_replaced_under_the_id_that_it_had(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        using var sending = new Sending(world.Database);

        await sending.PostAsync(Message("open", "ticket"));
        await sending.PostAsync(Message("between"));
        await sending.PostAsync(Message("closed", "ticket"));

        var log = (await ReadAsync(world)).ToList();
        Assert.Equal([("c1|0000001", "open"), ("c1|0000002", "between"), ("c1|0000001", "closed")], log.Select(a => (a.Id!, a.Text!)));
        // Web Chat orders by time, so the new version has the time of the first one.
        Assert.Equal(log[0].Timestamp, log[2].Timestamp);
        await sending.PostAsync(Message("later"));
        Assert.True((await ReadAsync(world)).Last().Timestamp >= log[1].Timestamp);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_two_processes_that_send_at_once_each_message_arrives_once(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        using Sending one = new(world.Database),
            two = new(world.AnotherDatabase());
        for (var n = 0; n < 30; n++)
            await one.QueueAsync(Message($"{n}"));

        await Task.WhenAll(Task.Run(one.DrainAsync), Task.Run(two.DrainAsync));
        await one.DrainAsync();

        Assert.Equal(Enumerable.Range(0, 30).Select(n => $"{n}"), (await ReadAsync(world)).Select(a => a.Text));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Typing_leaves_nothing_and_a_removal_does_not_hold_up_what_follows(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        using var sending = new Sending(world.Database);

        await sending.PostAsync(OutboxMessage.ToConversation(Channels.Directline, "c1", new Activity { Type = ActivityTypes.Typing }));
        await sending.PostAsync(OutboxMessage.Delete(Channels.Directline, "c1", "c1|0000001"), Message("next"));

        Assert.Equal(["next"], (await ReadAsync(world)).Select(a => a.Text));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_said_to_an_ended_conversation_waits_and_does_not_stop_others(string engine)
    {
        await using var world = await WebWorld.CreateAsync(engine);
        await world.StartAsync();
        await world.StartAsync("c2");
        using var sending = new Sending(world.Database);
        await world.Store.AppendUserActivityAsync(WebWorld.Says("c1", "bye") with { Ends = true }, default);

        await sending.PostAsync(
            Message("too late"),
            OutboxMessage.ToConversation(Channels.Directline, "c2", new Activity { Type = ActivityTypes.Message, Text = "hello" })
        );

        Assert.Equal(["bye"], (await ReadAsync(world)).Select(a => a.Text));
        Assert.Equal(["hello"], (await ReadAsync(world, "c2")).Select(a => a.Text));
    }

    private static OutboxMessage Message(string text, string? key = null) =>
        OutboxMessage.ToConversation(Channels.Directline, "c1", new Activity { Type = ActivityTypes.Message, Text = text }, key);

    private static async Task<IEnumerable<Activity>> ReadAsync(WebWorld world, string conversation = "c1") =>
        (await world.Store.ReadLogAsync(conversation, 0, 100, default)).Select(e => ProtocolJson.Deserialize<Activity>(e.Json)!);

    /// <summary>The sending half of one process.</summary>
    private sealed class Sending : IDisposable
    {
        private readonly Database _database;
        private readonly Outbox _outbox;
        private readonly OutboxSender _sender;

        public Sending(Database database)
        {
            _database = database;
            _outbox = new Outbox(database, TimeProvider.System);
            var inbox = new Inbox(database, new ConversationReferences(database, TimeProvider.System), TimeProvider.System);
            var channel = new WebOutboundChannel(Signal, Options.Create(new DirectLineOptions()), TimeProvider.System);
            _sender = new OutboxSender(
                database,
                _outbox,
                inbox,
                [channel],
                new RetrySchedule(() => 0.5),
                TimeProvider.System,
                NullLogger<OutboxSender>.Instance
            );
        }

        public DirectLineSignal Signal { get; } = new();

        public async Task QueueAsync(params OutboxMessage[] messages)
        {
            var work = new UnitOfWork(_database);
            foreach (var message in messages)
                _outbox.Add(work, message);
            await work.CommitAsync();
        }

        public async Task PostAsync(params OutboxMessage[] messages)
        {
            await QueueAsync(messages);
            await DrainAsync();
        }

        public Task DrainAsync() => _sender.DrainAsync();

        public void Dispose() => _sender.Dispose();
    }
}
