using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Messaging;

public sealed class MailboxTests
{
    [Trait("Assertion", "13")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_delivered_three_times_at_once_has_one_effect(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());
        var message = MessagingWorld.Message("宽带断了");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => bot.ReceiveAsync(message))));
        await bot.Mailbox.DrainAsync();
        await bot.ReceiveAsync(message);
        await bot.Mailbox.DrainAsync();

        Assert.Equal(["宽带断了"], await bot.EffectsAsync());
        Assert.Equal(2, receipts.Count(r => r.Repeated));
        Assert.Single(receipts.Select(r => r.Id).Distinct());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_edit_carries_the_id_of_the_original_and_still_gets_its_turn_once(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());
        var at = new DateTimeOffset(2026, 10, 14, 1, 0, 0, TimeSpan.Zero);
        Activity Edit(string text, int seconds)
        {
            var edit = MessagingWorld.Message(text, id: "17");
            (edit.Type, edit.Timestamp) = (ActivityTypes.MessageUpdate, at.AddSeconds(seconds));
            return edit;
        }

        foreach (var activity in (Activity[])[MessagingWorld.Message("one", id: "17"), Edit("two", 1), Edit("three", 2), Edit("three", 2)])
            await bot.ReceiveAsync(activity);
        await bot.Mailbox.DrainAsync();

        Assert.Equal(["one", "two", "three"], await bot.EffectsAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Activities_without_an_id_are_all_kept(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());

        await bot.ReceiveAsync(MessagingWorld.Message("a", id: ""));
        await bot.ReceiveAsync(MessagingWorld.Message("a", id: ""));
        await bot.Mailbox.DrainAsync();

        Assert.Equal(["a", "a"], await bot.EffectsAsync());
    }

    [Trait("Assertion", "13")]
    [Theory, ClassData(typeof(Engines))]
    public async Task A_repeated_invoke_gets_the_stored_answer_without_a_second_turn(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());
        bot.Turn.First = (_, _, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse { Status = 207, Body = new { card = "受理" } });
        var invoke = MessagingWorld.Message("accept");
        invoke.Type = ActivityTypes.Invoke;

        var first = await bot.ReceiveAsync(invoke);
        await bot.Mailbox.DrainAsync();
        var answer = await bot.Inbox.AnswerAsync(first, Inbox.AnswerDeadline);
        var again = await bot.ReceiveAsync(invoke);
        await bot.Mailbox.DrainAsync();
        var answerAgain = await bot.Inbox.AnswerAsync(again, Inbox.AnswerDeadline);

        Assert.True(again.Repeated);
        Assert.Equal((207, "受理"), (answer!.Status, ProtocolJson.ToElement(answer.Body)!.Value.GetProperty("card").GetString()));
        Assert.Equal((207, ProtocolJson.Serialize(answer.Body)), (answerAgain!.Status, ProtocolJson.Serialize(answerAgain.Body)));
        Assert.Single(bot.Turn.Begun);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_invoke_waits_for_its_answer_also_from_another_process_but_not_beyond_its_deadline(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var bot = new MessagingWorld(test.Database, time);
        await using var other = new MessagingWorld(test.Open(), time);
        other.Turn.First = (_, _, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse { Status = 200, Body = "done" });
        var invoke = MessagingWorld.Message("accept");
        invoke.Type = ActivityTypes.Invoke;
        var receipt = await bot.ReceiveAsync(invoke);

        var tooLate = bot.Inbox.AnswerAsync(receipt, Inbox.AnswerDeadline);
        while (!tooLate.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(1);
        }
        var inTime = bot.Inbox.AnswerAsync(receipt, TimeSpan.FromDays(1));
        await other.Mailbox.DrainAsync();
        while (!inTime.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(1);
        }

        Assert.Null(await tooLate);
        Assert.Equal("done", ProtocolJson.ToElement((await inTime)!.Body)!.Value.GetString());
    }

    [Trait("Assertion", "14")]
    [Theory, ClassData(typeof(Engines))]
    public async Task Fifty_rapid_messages_of_one_conversation_are_handled_in_order_by_two_processes(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, TimeProvider.System);
        await using var other = new MessagingWorld(test.Open(), TimeProvider.System);
        await bot.StartAsync();
        await other.StartAsync();
        var texts = Enumerable.Range(1, 50).Select(i => $"message {i:00}").ToList();

        foreach (var (text, i) in texts.Select((t, i) => (t, i)))
            await (i % 2 == 0 ? bot : other).SayAsync(text);
        await bot.EventuallyAsync(async () => (await bot.EffectsAsync()).Count >= 50);

        Assert.Equal(texts, await bot.EffectsAsync());
    }

    [Trait("Assertion", "14")]
    [Theory, ClassData(typeof(Engines))]
    public async Task Two_hundred_conversations_go_on_while_one_is_slow(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, TimeProvider.System);
        var slow = new TaskCompletionSource<InvokeResponse?>();
        bot.Turn.First = (a, _, _) => a.Text == "slow" ? slow.Task : Task.FromResult<InvokeResponse?>(null);
        await bot.StartAsync();

        await bot.SayAsync("slow", "a:slow");
        await bot.SayAsync("behind slow", "a:slow");
        await Parallel.ForAsync(0, 200, async (i, _) => await bot.SayAsync("quick", $"a:{i}"));
        await bot.EventuallyAsync(async () => (await bot.EffectsAsync()).Count >= 200);
        var before = await bot.EffectsAsync();
        slow.SetResult(null);
        await bot.EventuallyAsync(async () => (await bot.EffectsAsync()).Count >= 202);

        Assert.Equal(200, before.Count(t => t == "quick"));
        Assert.Equal(["slow", "behind slow"], (await bot.EffectsAsync()).Where(t => t != "quick"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_turn_that_dies_with_its_process_is_run_again_after_the_lease_and_the_dead_one_cannot_write_any_more(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var dying = new MessagingWorld(test.Open(), time);
        await using var bot = new MessagingWorld(test.Database, time);
        var hangs = new TaskCompletionSource<InvokeResponse?>();
        var begun = new TaskCompletionSource();
        dying.Turn.First = (_, _, _) =>
        {
            begun.SetResult();
            return hangs.Task;
        };
        await bot.SayAsync("one");
        await bot.SayAsync("two");
        var death = dying.Mailbox.DrainAsync();
        await begun.Task.WaitAsync(MessagingWorld.Patience);

        await bot.Mailbox.DrainAsync();
        var whileLeased = await bot.EffectsAsync();
        time.Advance(LaneQueue.Lease);
        await bot.Mailbox.DrainAsync();
        hangs.SetResult(null);
        await Assert.ThrowsAsync<LaneLostException>(() => death);

        Assert.Empty(whileLeased);
        Assert.Equal(["one", "two"], await bot.EffectsAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_an_ended_process_held_is_taken_at_once_and_what_a_living_one_holds_is_not(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        var theirs = test.Open();
        await using var dying = new MessagingWorld(theirs, time);
        await using var bot = new MessagingWorld(test.Database, time);
        var (begun, hangs) = (new TaskCompletionSource(), new TaskCompletionSource<InvokeResponse?>());
        dying.Turn.First = (_, _, _) =>
        {
            begun.SetResult();
            return hangs.Task;
        };
        await bot.SayAsync("one");
        var death = dying.Mailbox.DrainAsync();
        await begun.Task.WaitAsync(MessagingWorld.Patience);
        var lanes = new LaneQueue(test.Database, time, "inbox");

        await lanes.EndLeasesOfTheDeadAsync(CancellationToken.None);
        await bot.Mailbox.DrainAsync();
        var whileAlive = await bot.EffectsAsync();
        // As the system does when a process ends.
        await theirs.Presence.DisposeAsync();
        await lanes.EndLeasesOfTheDeadAsync(CancellationToken.None);
        await bot.Mailbox.DrainAsync();
        hangs.SetResult(null);
        await Assert.ThrowsAsync<LaneLostException>(() => death);

        Assert.Empty(whileAlive);
        Assert.Equal(["one"], await bot.EffectsAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_slow_turn_keeps_its_lane_by_renewing_the_lease(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var slow = new MessagingWorld(test.Open(), time);
        await using var bot = new MessagingWorld(test.Database, time);
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource<InvokeResponse?>());
        slow.Turn.First = (_, _, _) =>
        {
            begun.SetResult();
            return end.Task;
        };
        await slow.StartAsync();
        await slow.SayAsync("slow");
        await begun.Task.WaitAsync(MessagingWorld.Patience);

        // One renewal a step: of two at once the older might be written last.
        for (var i = 0; i < 9; i++)
        {
            var until = await test.Database.ScalarAsync<long>("SELECT lease_until FROM inbox_lanes");
            time.Advance(LaneQueue.Lease / 3);
            await bot.EventuallyAsync(async () => await test.Database.ScalarAsync<long>("SELECT lease_until FROM inbox_lanes") > until);
        }
        await bot.Mailbox.DrainAsync();
        end.SetResult(null);
        await bot.EventuallyAsync(async () => (await bot.EffectsAsync()).Count == 1);

        Assert.Empty(bot.Turn.Begun);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_turn_that_keeps_failing_is_set_aside_the_person_is_told_and_the_conversation_goes_on(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var bot = new MessagingWorld(test.Database, time);
        bot.Turn.First = (a, _, _) =>
            a.Text == "poison" ? throw new InvalidOperationException("cannot \0 handle") : Task.FromResult<InvokeResponse?>(null);

        await bot.SayAsync("poison");
        await bot.SayAsync("next");
        for (var i = 0; i < Mailbox.Attempts; i++)
        {
            await bot.Mailbox.DrainAsync();
            time.Advance(TimeSpan.FromSeconds(10));
        }
        await bot.Sender.DrainAsync();

        Assert.Equal(["next"], await bot.EffectsAsync());
        Assert.Equal(["poison"], bot.Turn.Told);
        Assert.Equal(Mailbox.Attempts, bot.Turn.Begun.Count(t => t == "poison"));
        Assert.Equal(["send sorry: poison", "send re: next"], bot.Channel.Log);
        Assert.Equal("parked", await test.Database.ScalarAsync<string>("SELECT state FROM inbox ORDER BY id LIMIT 1"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_turn_that_kills_its_process_every_time_is_set_aside_too(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var bot = new MessagingWorld(test.Database, time);
        await bot.SayAsync("deadly");
        for (var i = 0; i < Mailbox.Attempts; i++)
        {
            var process = new LaneQueue(test.Database, time, "inbox");
            await process.TakeAsync<InboxItem>(Assert.Single(await process.ClaimAsync(1, default)), default);
            time.Advance(LaneQueue.Lease);
        }

        await bot.Mailbox.DrainAsync();

        Assert.Empty(bot.Turn.Begun);
        Assert.Equal(["deadly"], bot.Turn.Told);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_turn_that_fails_once_leaves_nothing_behind_and_succeeds_the_second_time(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var bot = new MessagingWorld(test.Database, time);
        var fails = true;
        bot.Turn.First = (_, _, _) =>
        {
            var now = fails;
            fails = false;
            return now ? throw new TimeoutException("the model is away") : Task.FromResult<InvokeResponse?>(null);
        };

        await bot.SayAsync("one");
        await bot.Mailbox.DrainAsync();
        var afterFailure = await bot.EffectsAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        await bot.Mailbox.DrainAsync();
        await bot.Sender.DrainAsync();

        Assert.Empty(afterFailure);
        Assert.Equal(["one"], await bot.EffectsAsync());
        Assert.Equal(["send re: one"], bot.Channel.Log);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_turn_whose_state_was_changed_meanwhile_is_run_again_at_once(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());
        var conflicts = 2;
        bot.Turn.First = (_, work, _) =>
        {
            if (conflicts-- > 0)
                work.Add((_, _) => throw new ConcurrencyException());
            return Task.FromResult<InvokeResponse?>(null);
        };

        await bot.SayAsync("one");
        await bot.Mailbox.DrainAsync();

        Assert.Equal(["one"], await bot.EffectsAsync());
        Assert.Equal(3, bot.Turn.Begun.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task At_a_stop_a_turn_that_does_not_end_is_given_back_and_another_process_takes_it_at_once(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        var time = new FakeTimeProvider();
        await using var stopping = new MessagingWorld(test.Open(), time);
        await using var bot = new MessagingWorld(test.Database, time);
        var begun = new TaskCompletionSource();
        stopping.Turn.First = async (_, _, ct) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        };
        await stopping.StartAsync();
        await stopping.SayAsync("one");
        await begun.Task.WaitAsync(MessagingWorld.Patience);

        var stop = stopping.Mailbox.StopAsync(CancellationToken.None);
        while (!stop.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
        await bot.Mailbox.DrainAsync();

        Assert.Equal(["one"], await bot.EffectsAsync());
        Assert.Equal(["one"], bot.Turn.Begun);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ids_of_any_length_and_with_control_characters_are_taken(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());

        await bot.ReceiveAsync(MessagingWorld.Message("long", new string('c', 20_000), new string('u', 20_000), new string('i', 20_000)));
        await bot.ReceiveAsync(MessagingWorld.Message("odd\0text", "a\0b", "u\0", "i\0"));
        await bot.Mailbox.DrainAsync();
        await bot.Sender.DrainAsync();

        Assert.Equal(["long", "oddtext"], (await bot.EffectsAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["send re: long", "send re: odd\0text"], bot.Channel.Log.Order(StringComparer.Ordinal));
    }
}
