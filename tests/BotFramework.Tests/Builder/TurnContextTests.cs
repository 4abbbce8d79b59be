using BotFramework.Builder;
using BotFramework.Schema;
using BotFramework.Tests.Time;

namespace BotFramework.Tests.Builder;

public class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task A_reply_is_addressed_back_to_who_spoke()
    {
        var turn = Turn();

        var response = await turn.SendActivityAsync("hello");

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal("id-of-hello", response.Id);
        Assert.Equal(turn.Activity.From!.Id, sent.Recipient!.Id);
        Assert.Equal(turn.Activity.Recipient!.Id, sent.From!.Id);
        Assert.Equal(turn.Activity.Conversation!.Id, sent.Conversation!.Id);
        Assert.Equal(turn.Activity.ServiceUrl, sent.ServiceUrl);
        Assert.Equal(turn.Activity.Id, sent.ReplyToId);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task A_trace_is_kept_from_people_and_is_no_response()
    {
        var turn = Turn();

        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace, Name = "note" });

        Assert.Empty(_adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task The_emulator_gets_traces()
    {
        var turn = Turn(a => a.ChannelId = Channels.Emulator);

        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace, Name = "note" });

        Assert.Single(_adapter.Sent);
    }

    [Fact]
    public async Task A_delay_separates_two_messages_by_its_milliseconds()
    {
        var time = new ManualTime();
        var adapter = new RecordingAdapter(time);
        var turn = new TurnContext(adapter, Fixture.Activity("in-message-personal.json"));

        var sending = turn.SendActivitiesAsync([
            MessageFactory.Text("1"),
            new Activity { Type = ActivityTypes.Delay, Value = ProtocolJson.ToElement(700) },
            MessageFactory.Text("2"),
        ]);

        Assert.Equal(["1"], adapter.Sent.Select(a => a.Text));
        Assert.Equal(TimeSpan.FromMilliseconds(700), await time.AdvanceToNextAsync());
        var responses = await sending;
        Assert.Equal(["1", "2"], adapter.Sent.Select(a => a.Text));
        Assert.Equal(["id-of-1", null, "id-of-2"], responses.Select(r => r.Id));
    }

    [Fact]
    public async Task Replies_are_kept_for_the_response_when_the_channel_expects_them_there()
    {
        var turn = new TurnContext(_adapter, Fixture.Activity("in-expectReplies.json"));

        await turn.SendActivityAsync("one");
        await turn.SendActivityAsync("two");

        Assert.Empty(_adapter.Sent);
        Assert.Equal(["one", "two"], turn.BufferedReplyActivities.Select(a => a.Text));
    }

    [Fact]
    public async Task Hooks_run_in_order_and_may_keep_an_activity_back()
    {
        var turn = Turn();
        var order = new List<string>();
        turn.OnSendActivities(
            async (_, _, next) =>
            {
                order.Add("outer in");
                var result = await next();
                order.Add("outer out");
                return result;
            }
        );
        turn.OnSendActivities(
            (_, activities, next) =>
            {
                order.Add("inner");
                return activities[0].Text == "secret" ? Task.FromResult<ResourceResponse[]>([]) : next();
            }
        );

        await turn.SendActivityAsync("hello");
        var kept = await turn.SendActivityAsync("secret");

        Assert.Equal(["outer in", "inner", "outer out", "outer in", "inner", "outer out"], order);
        Assert.Equal(["hello"], _adapter.Sent.Select(a => a.Text));
        Assert.Null(kept.Id);
    }

    [Fact]
    public async Task An_update_and_a_deletion_go_through_their_hooks_to_the_adapter()
    {
        var turn = Turn();
        var seen = new List<string?>();
        turn.OnUpdateActivity(
            (_, a, next) =>
            {
                seen.Add(a.Id);
                return next();
            }
        );
        turn.OnDeleteActivity(
            (_, r, next) =>
            {
                seen.Add(r.ActivityId);
                return next();
            }
        );

        await turn.UpdateActivityAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Id = "card-1",
                Text = "new",
            }
        );
        await turn.DeleteActivityAsync("card-2");

        Assert.Equal(["card-1", "card-2"], seen);
        Assert.Equal("card-1", Assert.Single(_adapter.Updated).Id);
        Assert.Equal(["card-2"], _adapter.Deleted);
    }

    [Fact]
    public async Task An_update_without_an_id_is_a_mistake_of_the_bot() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Turn().UpdateActivityAsync(MessageFactory.Text("x")));

    [Fact]
    public void Turn_state_finds_objects_by_their_type()
    {
        var state = Turn().TurnState;
        state.Add<IList<int>>([1]);
        state.Set("key", "text");

        Assert.Equal([1], state.Get<IList<int>>());
        Assert.Equal("text", state.Get<string>("key"));
        Assert.Null(state.Get<string>());
        Assert.False(state.TryGet<TurnContext>(out _));
    }

    private TurnContext Turn(Action<Activity>? change = null)
    {
        var activity = Fixture.Activity("in-message-personal.json");
        change?.Invoke(activity);
        return new TurnContext(_adapter, activity);
    }
}
