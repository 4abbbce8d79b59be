using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Messaging;

public sealed class OutboxTests
{
    private static Activity Card(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private static OutboxMessage Reply(string text, string? key = null) =>
        OutboxMessage.ToConversation(Channels.Msteams, "a:1", Card(text), key);

    private static async Task<(TestDatabase Test, FakeTimeProvider Time, MessagingWorld Bot)> StartAsync(string engine, bool known = true)
    {
        var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        var bot = new MessagingWorld(test.Database, time);
        if (known)
        {
            await bot.SayAsync("hello");
            await bot.Mailbox.DrainAsync();
            await bot.Sender.DrainAsync();
            bot.Channel.Calls.Clear();
        }
        return (test, time, bot);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Messages_of_one_conversation_leave_in_order_addressed_by_the_newest_reference(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        var moved = MessagingWorld.Message("from elsewhere");
        moved.ServiceUrl = "https://moved.example/";

        await bot.PostAsync([.. Enumerable.Range(1, 20).Select(i => Reply($"{i:00}"))]);
        await bot.ReceiveAsync(moved);
        await bot.Sender.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"send {i:00}"), bot.Channel.Log);
        Assert.All(
            bot.Channel.Calls,
            c =>
                Assert.Equal(
                    ("https://moved.example/", "a:1", "29:lin", "28:bot", null),
                    (
                        c.Activity!.ServiceUrl,
                        c.Activity.Conversation!.Id,
                        c.Activity.Recipient!.Id,
                        c.Activity.From!.Id,
                        c.Activity.ReplyToId
                    )
                )
        );
    }

    [Trait("Assertion", "19")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_with_the_key_of_an_earlier_one_replaces_it(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;

        await bot.PostAsync(Reply("due in 4 h", "deadline:7"));
        await bot.Sender.DrainAsync();
        await bot.PostAsync(Reply("overdue", "deadline:7"), Reply("another", "deadline:8"));
        await bot.Sender.DrainAsync();

        Assert.Equal(["send due in 4 h", "update m2 overdue", "send another"], bot.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_card_that_the_channel_gave_no_id_is_said_anew(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        bot.Channel.Answer = _ => new Delivery("");

        await bot.PostAsync(Reply("one", "k"));
        await bot.Sender.DrainAsync();
        await bot.PostAsync(Reply("two", "k").OnlyIfSentBefore());
        await bot.Sender.DrainAsync();

        Assert.Equal(["send one", "send two"], bot.Channel.Log);
    }

    [Trait("Assertion", "19")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_card_that_was_deleted_is_said_anew_once_and_updated_from_then_on(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        await bot.PostAsync(Reply("one", "k"));
        await bot.Sender.DrainAsync();
        bot.Channel.Answer = m => m.ActivityId == "m2" ? throw FakeChannel.Refusal(404, "ActivityNotFoundInConversation") : null;

        await bot.PostAsync(Reply("two", "k"));
        await bot.Sender.DrainAsync();
        await bot.PostAsync(Reply("three", "k"));
        await bot.Sender.DrainAsync();

        Assert.Equal(["send one", "update m2 two", "send two", "update m3 three"], bot.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_update_without_an_earlier_card_says_nothing(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;

        await bot.PostAsync(Reply("closed", "k").OnlyIfSentBefore(), Reply("next"));
        await bot.Sender.DrainAsync();

        Assert.Equal(["send next"], bot.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Waiting_messages_with_one_key_become_one_message_the_newest(string engine)
    {
        var (test, _, bot) = await StartAsync(engine, known: false);
        await using var _1 = test;
        await using var _2 = bot;
        OutboxMessage Remind(string text) => OutboxMessage.ToPerson(Channels.Msteams, "29:lin", Card(text), "deadline:7");

        await bot.PostAsync(Remind("at 50 %"), Remind("at 80 %").OnlyIfSentBefore());
        await bot.PostAsync(OutboxMessage.ToPerson(Channels.Msteams, "29:lin", Card("something else")));
        await bot.PostAsync(Remind("overdue"));
        await bot.Sender.DrainAsync();
        await bot.SayAsync("I am here");
        await bot.Sender.DrainAsync();

        Assert.Equal(["send overdue", "send something else"], bot.Channel.Log);
        Assert.Equal(
            ["superseded", "superseded", "sent", "sent"],
            await test.Database.QueryAsync<string>("SELECT state FROM outbox ORDER BY id")
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_for_a_person_nobody_knows_yet_leaves_when_they_first_speak(string engine)
    {
        var (test, time, bot) = await StartAsync(engine, known: false);
        await using var _1 = test;
        await using var _2 = bot;
        foreach (var text in (string[])["first", "second"])
            await bot.PostAsync(OutboxMessage.ToPerson(Channels.Msteams, "aad-张伟", Card(text)));
        await bot.Sender.DrainAsync();
        time.Advance(TimeSpan.FromDays(3));
        await bot.Sender.DrainAsync();
        var before = bot.Channel.Log;

        var group = MessagingWorld.Message("hi all", "19:group", "29:zhang", aad: "aad-张伟");
        group.Conversation!.ConversationType = "groupChat";
        await bot.ReceiveAsync(group);
        await bot.Sender.DrainAsync();
        var inGroup = bot.Channel.Log;
        await bot.ReceiveAsync(MessagingWorld.Message("hi bot", "a:zhang", "29:zhang", aad: "aad-张伟"));
        await bot.Sender.DrainAsync();

        Assert.Empty(before);
        Assert.Empty(inGroup);
        Assert.Equal(["send first", "send second"], bot.Channel.Log);
        Assert.All(bot.Channel.Calls, c => Assert.Equal("a:zhang", c.Activity!.Conversation!.Id));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_for_a_known_person_queues_behind_what_was_said_to_them(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;

        await bot.PostAsync(Reply("1"), OutboxMessage.ToPerson(Channels.Msteams, "29:lin", Card("2")), Reply("3"));
        await bot.Sender.DrainAsync();

        Assert.Equal(["send 1", "send 2", "send 3"], bot.Channel.Log);
    }

    [Trait("Assertion", "17")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_person_who_cannot_be_reached_is_waited_for_until_they_write_again(string engine)
    {
        var (test, time, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        bot.Channel.Answer = _ => throw FakeChannel.Refusal(403, "BotNotInConversationRoster");

        await bot.PostAsync(Reply("one"), Reply("two"));
        await bot.Sender.DrainAsync();
        time.Advance(TimeSpan.FromDays(2));
        await bot.Sender.DrainAsync();
        var tries = bot.Channel.Calls.Count;
        var reference = await bot.References.FindPersonAsync(Channels.Msteams, "29:lin");
        bot.Channel.Answer = _ => null;
        var installed = MessagingWorld.Message("");
        (installed.Type, installed.Action) = (ActivityTypes.InstallationUpdate, InstallationUpdateActionTypes.Add);
        await bot.ReceiveAsync(installed);
        await bot.Sender.DrainAsync();

        Assert.Equal(1, tries);
        Assert.Null(reference);
        Assert.Equal(["send one", "send one", "send two"], bot.Channel.Log);
    }

    [Trait("Assertion", "17")]
    [Theory, ClassData(typeof(Engines))]
    public async Task After_the_app_was_removed_nothing_is_sent(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        var removed = MessagingWorld.Message("");
        (removed.Type, removed.Action) = (ActivityTypes.InstallationUpdate, InstallationUpdateActionTypes.Remove);

        await bot.ReceiveAsync(removed);
        await bot.PostAsync(Reply("one"));
        await bot.Sender.DrainAsync();

        Assert.Empty(bot.Channel.Log);
    }

    [Trait("Assertion", "16")]
    [Theory, ClassData(typeof(Engines))]
    public async Task Passing_failures_are_tried_again_with_growing_gaps_and_nothing_overtakes(string engine)
    {
        var (test, time, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        var (started, tries) = (time.GetUtcNow(), new List<double>());
        bot.Channel.Answer = _ =>
        {
            tries.Add((time.GetUtcNow() - started).TotalSeconds);
            return tries.Count < 5 ? throw FakeChannel.Refusal(503) : null;
        };

        await bot.PostAsync(Reply("one"), Reply("two"));
        for (var second = 0; second < 40; second++)
        {
            await bot.Sender.DrainAsync();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([0, 2, 6, 14, 30, 30], tries);
        Assert.Equal("send two", bot.Channel.Log[^1]);
    }

    [Trait("Assertion", "16")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_channel_that_says_when_to_come_back_is_not_asked_before(string engine)
    {
        var (test, time, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        var tries = 0;
        bot.Channel.Answer = _ => tries++ == 0 ? throw FakeChannel.Refusal(429, retryAfter: TimeSpan.FromSeconds(30)) : null;

        await bot.PostAsync(Reply("one"));
        await bot.Sender.DrainAsync();
        time.Advance(TimeSpan.FromSeconds(29));
        await bot.Sender.DrainAsync();
        var before = tries;
        time.Advance(TimeSpan.FromSeconds(1));
        await bot.Sender.DrainAsync();

        Assert.Equal((1, 2), (before, tries));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, 400, "BadSyntax")]
    [InlineData(TestDatabase.Postgres, 400, "BadSyntax")]
    [InlineData(TestDatabase.Sqlite, 413, null)]
    [InlineData(TestDatabase.Postgres, 501, null)]
    public async Task A_message_that_is_wrong_is_given_up_visibly_and_the_next_one_leaves(string engine, int status, string? code)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        bot.Channel.Answer = m => m.Activity!.Text == "fine" ? null : throw FakeChannel.Refusal(status, code);

        await bot.PostAsync(Reply("wrong", "k"), Reply("fine"));
        await bot.Sender.DrainAsync();

        var dead = Assert.Single(await bot.Outbox.DeadLettersAsync());
        Assert.Equal(("k", 1), (dead.MessageKey, dead.Attempts));
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), dead.Error, StringComparison.Ordinal);
        Assert.Equal("send fine", bot.Channel.Log[^1]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_that_fails_for_a_whole_day_is_given_up(string engine)
    {
        var (test, time, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        bot.Channel.Answer = _ => throw FakeChannel.Refusal(502);

        await bot.PostAsync(Reply("one"));
        for (var minutes = 0; minutes <= 24 * 60 + 10; minutes += 10)
        {
            await bot.Sender.DrainAsync();
            time.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Single(await bot.Outbox.DeadLettersAsync());
    }

    [Trait("Assertion", "18")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_card_that_is_too_large_leaves_as_what_its_summary_says(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        bot.Channel.Answer = m => m.Activity!.Attachments is { Count: > 0 } ? throw FakeChannel.Refusal(413, "MessageSizeTooBig") : null;
        var card = new Activity
        {
            Type = ActivityTypes.Message,
            Summary = "C-20261014-0001 overdue",
            Attachments = [new Attachment { ContentType = "x" }],
        };

        await bot.PostAsync(OutboxMessage.ToConversation(Channels.Msteams, "a:1", card));
        await bot.Sender.DrainAsync();

        Assert.Equal(["send ", "send C-20261014-0001 overdue"], bot.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_sender_that_died_after_sending_repeats_an_update_in_place(string engine)
    {
        var (test, time, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        await bot.PostAsync(Reply("one", "k"));
        await bot.Sender.DrainAsync();
        await using var dying = new MessagingWorld(test.Open(), time);
        var hangs = new TaskCompletionSource();
        dying.Channel.Answer = _ => throw new OperationCanceledException("the process dies here");

        await bot.PostAsync(Reply("two", "k"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.Sender.DrainAsync());
        await bot.Sender.DrainAsync();
        time.Advance(LaneQueue.Lease);
        await bot.Sender.DrainAsync();

        Assert.Equal(["update m2 two"], dying.Channel.Log);
        Assert.Equal(["send one", "update m2 two"], bot.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_delivery_that_is_a_write_of_our_own_happens_with_the_mark_or_not_at_all(string engine)
    {
        var (test, time, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        var writes = 0;
        bot.Channel.Answer = m =>
            Delivery.ByWrite(
                async (tx, ct) =>
                {
                    await tx.ExecuteAsync("INSERT INTO effects (lane, text) VALUES ('log', @Text)", new { m.Activity!.Text }, ct);
                    return writes++ == 0 ? throw new InvalidOperationException("the process dies here") : "log|1";
                }
            );

        await bot.PostAsync(Reply("one", "k"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Sender.DrainAsync());
        time.Advance(LaneQueue.Lease);
        await bot.Sender.DrainAsync();

        Assert.Equal(["hello", "one"], await bot.EffectsAsync());
        Assert.Equal("log|1", await test.Database.ScalarAsync<string>("SELECT activity_id FROM sent_messages"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Several_processes_send_each_message_once_and_in_order(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var channel = new FakeChannel();
        await using var bot = new MessagingWorld(test.Database, TimeProvider.System, channel: channel);
        await using var other = new MessagingWorld(test.Open(), TimeProvider.System, channel: channel);
        await bot.StartAsync();
        await other.StartAsync();

        for (var i = 0; i < 30; i++)
            await (i % 2 == 0 ? bot : other).SayAsync($"{i:00}", $"a:{i % 3}");
        await bot.EventuallyAsync(() => Task.FromResult(channel.Calls.Count >= 30));

        foreach (var conversation in channel.Calls.GroupBy(c => c.Activity!.Conversation!.Id))
        {
            var texts = conversation.Select(c => c.Activity!.Text).ToList();
            Assert.Equal(texts.Order(StringComparer.Ordinal), texts);
            Assert.Equal(10, texts.Distinct().Count());
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Updates_and_deletions_by_id_go_through_and_a_channel_that_cannot_delete_is_left_in_peace(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        bot.Channel.Answer = m => m.Kind == OutboxKind.Delete ? throw FakeChannel.Refusal(501, "DeleteActivityAPINotImplemented") : null;

        await bot.PostAsync(
            OutboxMessage.Update(Channels.Msteams, "a:1", "77", Card("new words")),
            OutboxMessage.Delete(Channels.Msteams, "a:1", "78"),
            Reply("next")
        );
        await bot.Sender.DrainAsync();

        Assert.Equal(["update 77 new words", "delete 78", "send next"], bot.Channel.Log);
        Assert.Empty(await bot.Outbox.DeadLettersAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_leaves_when_the_transaction_of_the_turn_did_not_commit(string engine)
    {
        var (test, _, bot) = await StartAsync(engine);
        await using var _1 = test;
        await using var _2 = bot;
        var work = new UnitOfWork(test.Database);
        bot.Outbox.Add(work, Reply("one"));
        work.AddLast(new Write((_, _) => throw new ConcurrencyException()));

        await Assert.ThrowsAsync<ConcurrencyException>(() => work.CommitAsync());
        await bot.Sender.DrainAsync();

        Assert.Empty(bot.Channel.Log);
    }

    [Fact]
    public void Waits_grow_from_two_seconds_to_five_minutes_and_vary_by_a_fifth()
    {
        var (least, most) = (new RetrySchedule(() => 0), new RetrySchedule(() => 1));

        Assert.Equal((1.6, 2.4), (least.After(1).TotalSeconds, most.After(1).TotalSeconds));
        Assert.Equal((240, 360), (least.After(50).TotalSeconds, most.After(50).TotalSeconds));
        Assert.Equal(10, least.After(1, TimeSpan.FromSeconds(10)).TotalSeconds);
    }
}
