using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Messaging;

/// <summary>A bot written against the SDK's names, over inbox and outbox.</summary>
public sealed class BotTurnTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task What_a_bot_says_leaves_after_its_turn_is_committed_and_answers_the_message(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var host = new Host(
            test.Database,
            async turn =>
            {
                await turn.SendActivityAsync("received");
                await turn.SendActivityAsync("and noted");
                await turn.UpdateActivityAsync(
                    new Activity
                    {
                        Type = ActivityTypes.Message,
                        Id = "5",
                        Text = "updated",
                    }
                );
                await turn.DeleteActivityAsync("6");
            }
        );

        var result = await host.Receiver.ReceiveAsync(MessagingWorld.Message("hello", id: "1"), Caller.Anonymous, default);
        var before = host.Channel.Log;
        await host.Mailbox.DrainAsync();
        await host.Sender.DrainAsync();

        Assert.Equal(202, result.Status);
        Assert.Empty(before);
        Assert.Equal(["send received", "send and noted", "update 5 updated", "delete 6"], host.Channel.Log);
        Assert.Equal("1", host.Channel.Calls.First().Activity!.ReplyToId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_invoke_is_answered_in_its_request_and_an_unknown_one_with_501(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var host = new Host(
            test.Database,
            turn =>
                turn.Activity.Name == "known"
                    ? turn.SendActivityAsync(
                        new Activity
                        {
                            Type = ActivityTypesEx.InvokeResponse,
                            Value = new InvokeResponse { Status = 200, Body = "yes" },
                        }
                    )
                    : Task.CompletedTask
        );
        Activity Invoke(string name)
        {
            var invoke = MessagingWorld.Message("");
            (invoke.Type, invoke.Name) = (ActivityTypes.Invoke, name);
            return invoke;
        }

        var known = await host.AskAsync(Invoke("known"));
        var unknown = await host.AskAsync(Invoke("unknown"));

        Assert.Equal((200, "yes"), (known.Status, known.Body!.Value.GetString()));
        Assert.Equal((501, null), (unknown.Status, unknown.Body));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_button_whose_work_takes_too_long_shows_a_sentence_and_the_work_goes_on(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var slow = new TaskCompletionSource();
        var host = new Host(
            test.Database,
            async turn =>
            {
                await slow.Task;
                await turn.SendActivityAsync("done");
            }
        );
        var press = MessagingWorld.Message("");
        (press.Type, press.Name) = (ActivityTypes.Invoke, CardAnswers.InvokeName);

        var asked = host.Receiver.ReceiveAsync(press, Caller.Anonymous, default);
        var working = Task.Run(async () =>
        {
            while (await test.Database.ScalarAsync<long>("SELECT count(*) FROM inbox") == 0)
                await Task.Delay(5);
            await host.Mailbox.DrainAsync();
        });
        while (!asked.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(1);
        }
        slow.SetResult();
        await working.WaitAsync(MessagingWorld.Patience);
        await host.Sender.DrainAsync();

        var body = (await asked).Body!.Value;
        Assert.Equal(
            (200, "application/vnd.microsoft.activity.message"),
            (body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString())
        );
        Assert.Equal(["send done"], host.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_bot_that_throws_every_time_apologises_and_a_pressed_button_gets_an_error(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var host = new Host(test.Database, _ => throw new InvalidOperationException());
        var press = MessagingWorld.Message("");
        (press.Type, press.Name) = (ActivityTypes.Invoke, CardAnswers.InvokeName);

        await host.Receiver.ReceiveAsync(MessagingWorld.Message("hello"), Caller.Anonymous, default);
        var receipt = await host.Inbox.ReceiveAsync(press, Caller.Anonymous);
        for (var i = 0; i < 2 * Mailbox.Attempts; i++)
        {
            await host.Mailbox.DrainAsync();
            host.Time.Advance(TimeSpan.FromSeconds(10));
        }
        await host.Sender.DrainAsync();

        Assert.Equal(["send sorry", "send sorry"], host.Channel.Log);
        var answer = await host.Inbox.AnswerAsync(receipt, Inbox.AnswerDeadline);
        Assert.Equal(500, ProtocolJson.ToElement(answer!.Body)!.Value.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task When_nothing_can_be_stored_the_channel_is_asked_to_come_back()
    {
        await using var database = Database.For("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2");
        var host = new Host(database, _ => Task.CompletedTask);

        var result = await host.Receiver.ReceiveAsync(MessagingWorld.Message("hello"), Caller.Anonymous, default);

        Assert.Equal(503, result.Status);
        Assert.NotNull(result.RetryAfter);
    }

    [Fact]
    public async Task Typing_is_not_stored()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = new Host(test.Database, _ => Task.CompletedTask);
        var typing = MessagingWorld.Message("");
        typing.Type = ActivityTypes.Typing;

        Assert.Equal(202, (await host.Receiver.ReceiveAsync(typing, Caller.Anonymous, default)).Status);
        Assert.Equal(0, await test.Database.ScalarAsync<long>("SELECT count(*) FROM inbox"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_over_is_forgotten_what_failed_stays_and_what_nobody_came_for_is_given_up(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var host = new Host(test.Database, turn => turn.SendActivityAsync("received"));
        using var retention = new MessageRetention(test.Database, host.Time, NullLogger<MessageRetention>.Instance);
        await host.Inbox.ReceiveAsync(MessagingWorld.Message("hello"), Caller.Anonymous);
        await host.Mailbox.DrainAsync();
        await host.Sender.DrainAsync();
        var work = new UnitOfWork(test.Database);
        host.Outbox.Add(work, OutboxMessage.ToPerson(Channels.Msteams, "nobody", new Activity { Text = "come" }));
        await work.CommitAsync();
        async Task<(long In, long Out, int Dead)> CountAsync() =>
            (
                await test.Database.ScalarAsync<long>("SELECT count(*) FROM inbox"),
                await test.Database.ScalarAsync<long>("SELECT count(*) FROM outbox"),
                (await host.Outbox.DeadLettersAsync()).Count
            );

        await retention.SweepAsync();
        var atFirst = await CountAsync();
        host.Time.Advance(TimeSpan.FromDays(4));
        await retention.SweepAsync();
        var later = await CountAsync();
        host.Time.Advance(TimeSpan.FromDays(27));
        await retention.SweepAsync();

        Assert.Equal((1, 2, 0), atFirst);
        Assert.Equal((0, 1, 0), later);
        Assert.Equal((0, 1, 1), await CountAsync());
    }

    private sealed class Host
    {
        public Host(Database database, Func<ITurnContext, Task> bot)
        {
            Inbox = new Inbox(database, new ConversationReferences(database, Time), Time);
            Outbox = new Outbox(database, Time);
            var notice = new Apology();
            var turn = new BotTurn(new InboxAdapter(BotFrameworkAuthenticationFactory.Create(), Outbox), new Bot(bot), Outbox, notice);
            Receiver = new ActivityReceiver(Inbox, notice, NullLogger<ActivityReceiver>.Instance);
            Mailbox = new Mailbox(database, Inbox, turn, Time, NullLogger<Mailbox>.Instance);
            Sender = new OutboxSender(
                database,
                Outbox,
                Inbox,
                [Channel],
                new RetrySchedule(() => 0.5),
                Time,
                NullLogger<OutboxSender>.Instance
            );
        }

        public FakeTimeProvider Time { get; } = new();

        public FakeChannel Channel { get; } = new();

        public Inbox Inbox { get; }

        public Outbox Outbox { get; }

        public ActivityReceiver Receiver { get; }

        public Mailbox Mailbox { get; }

        public OutboxSender Sender { get; }

        public async Task<ReceiveResult> AskAsync(Activity activity)
        {
            await Inbox.ReceiveAsync(activity, Caller.Anonymous);
            await Mailbox.DrainAsync();
            return await Receiver.ReceiveAsync(activity, Caller.Anonymous, default);
        }
    }

    private sealed class Bot(Func<ITurnContext, Task> turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext);
    }

    private sealed class Apology : IFailureNotice
    {
        public Activity? For(Activity inbound) => new() { Type = ActivityTypes.Message, Text = "sorry" };

        public string StillWorking(Activity invoke) => "wait";
    }
}
