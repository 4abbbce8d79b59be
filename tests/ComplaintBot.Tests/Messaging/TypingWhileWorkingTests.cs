using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Messaging;

/// <summary>The sign that the bot is at work, before a slow answer.</summary>
public sealed class TypingWhileWorkingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TypingChannel _channel = new();
    private readonly SlowTurn _turn = new();

    [Fact]
    public async Task A_slow_answer_is_announced_and_again_every_three_seconds()
    {
        var running = Running(Item(ActivityTypes.Message));

        await AfterAsync(TypingWhileWorking.Patience, signals: 1);
        await AfterAsync(TimeSpan.FromSeconds(3), signals: 2);
        _turn.Answer();
        await running;

        var sent = _channel.Sent[0];
        Assert.Equal((ActivityTypes.Typing, "a:1", "29:lin"), (sent.Type, sent.Conversation.Id, sent.Recipient.Id));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, _channel.Sent.Count);
    }

    [Fact]
    public async Task An_answer_within_a_moment_is_not()
    {
        var running = Running(Item(ActivityTypes.Message));
        _time.Advance(TypingWhileWorking.Patience / 2);
        _turn.Answer();
        await running;

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(_channel.Sent);
    }

    [Theory]
    [InlineData(ActivityTypes.Invoke, Channels.Msteams)]
    [InlineData(ActivityTypes.ConversationUpdate, Channels.Msteams)]
    [InlineData(ActivityTypes.Message, Channels.Directline)]
    public async Task Nothing_is_shown_where_nobody_waits_for_words(string type, string channel)
    {
        var running = Running(Item(type, channel));
        _time.Advance(TimeSpan.FromSeconds(10));
        _turn.Answer();
        await running;

        Assert.Empty(_channel.Sent);
    }

    [Fact]
    public async Task A_channel_that_takes_no_signal_does_not_harm_the_answer()
    {
        _channel.Fails = true;
        var running = Running(Item(ActivityTypes.Message));
        await AfterAsync(TypingWhileWorking.Patience, signals: 1);
        _turn.Answer();

        Assert.Equal(299, (await running)!.Status);
    }

    private Task<InvokeResponse?> Running(InboxItem item) =>
        new TypingWhileWorking(_turn, [_channel], _time).RunAsync(item, null!, CancellationToken.None);

    // The signal is sent on another thread, which may only now begin to wait: the clock goes on until it came.
    private async Task AfterAsync(TimeSpan wait, int signals)
    {
        await MainLine.Eventually.TrueAsync(
            () =>
            {
                if (_channel.Sent.Count < signals)
                    _time.Advance(wait);
                return Task.FromResult(_channel.Sent.Count == signals);
            },
            () => "No signal came."
        );
    }

    private static InboxItem Item(string type, string channel = Channels.Msteams)
    {
        var activity = MessagingWorld.Message("有哪些投诉？");
        (activity.Type, activity.ChannelId) = (type, channel);
        return new()
        {
            Lane = $"{channel}|a:1",
            Type = type,
            Activity = ProtocolJson.Serialize(activity),
        };
    }

    private sealed class SlowTurn : IInboxTurn
    {
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer() => _answered.SetResult();

        public async Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
        {
            await _answered.Task;
            return new() { Status = 299 };
        }

        public Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken) =>
            Task.FromResult<InvokeResponse?>(null);
    }

    private sealed class TypingChannel : IOutboundChannel
    {
        public List<Activity> Sent { get; } = [];

        public bool Fails { get; set; }

        public bool Serves(ConversationReference reference) => true;

        public Task<Delivery> DeliverAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            Sent.Add(message.Activity!);
            return Fails
                ? throw new ComplaintBot.BotService.Connector.ChannelFailureException(System.Net.HttpStatusCode.Forbidden, "Blocked", "no")
                : Task.FromResult(new Delivery("1"));
        }
    }
}
