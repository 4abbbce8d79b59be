using ComplaintBot.BotService.Connector;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Connector;

[Trait("Assertion", "18")]
public class RateLimitTests
{
    private readonly HurryingTime _time = new();

    [Fact]
    public async Task A_burst_to_one_conversation_keeps_every_limit_of_Teams()
    {
        var limiter = new ThreadRateLimiter(_time);
        var sent = new List<DateTimeOffset>();

        await _time.RunAsync(BurstAsync(limiter, sent, 2000));

        AssertAtMost(sent, 7, 1);
        AssertAtMost(sent, 8, 2);
        AssertAtMost(sent, 60, 30);
        AssertAtMost(sent, 1800, 3600);
        Assert.True(sent[^1] - sent[0] < TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task Calls_that_wait_together_leave_in_the_order_they_came()
    {
        var limiter = new ThreadRateLimiter(_time);
        var left = new List<int>();

        await RunTogetherAsync(
            20,
            async i =>
            {
                await limiter.WaitAsync("c", "t", CancellationToken.None);
                left.Add(i);
            }
        );

        Assert.Equal(Enumerable.Range(0, 20), left);
    }

    [Fact]
    public async Task Other_conversations_do_not_wait_for_a_busy_one()
    {
        var limiter = new ThreadRateLimiter(_time);
        var busy = Task.WhenAll(Enumerable.Range(0, 30).Select(_ => limiter.WaitAsync("busy", "t", CancellationToken.None)));

        Assert.True(limiter.WaitAsync("quiet", "t", CancellationToken.None).IsCompletedSuccessfully);
        await _time.RunAsync(busy);
    }

    [Fact]
    public async Task A_directory_gets_at_most_fifty_calls_a_second()
    {
        var limiter = new ThreadRateLimiter(_time);
        var sent = new List<DateTimeOffset>();

        await RunTogetherAsync(
            300,
            async i =>
            {
                await limiter.WaitAsync("c" + i, "t", CancellationToken.None);
                sent.Add(_time.GetUtcNow());
            }
        );

        Assert.Equal(300, sent.Count);
        AssertAtMost(sent, 50, 1);
    }

    [Fact]
    public async Task Conversations_that_fell_silent_are_forgotten()
    {
        var limiter = new ThreadRateLimiter(_time);
        for (var i = 0; i < 100; i++)
            await limiter.WaitAsync("c" + i, null, CancellationToken.None);

        _time.Advance(TimeSpan.FromHours(2));
        await limiter.WaitAsync("new", null, CancellationToken.None);

        Assert.Equal(1, limiter.Remembered);
    }

    [Trait("Assertion", "18")]
    [Fact]
    public async Task At_the_connector_no_second_sees_more_than_seven_sends()
    {
        await using var bench = ConnectorBench.Start();
        var arrived = new List<DateTimeOffset>();
        async Task SendAsync()
        {
            for (var i = 0; i < 70; i++)
            {
                await bench.SendAsync(
                    new Activity
                    {
                        Type = ActivityTypes.Message,
                        Text = "reminder",
                        ChannelId = Channels.Msteams,
                        Conversation = new ConversationAccount(id: "c", tenantId: "t"),
                    }
                );
                arrived.Add(bench.Time.GetUtcNow());
            }
        }

        await bench.Time.RunAsync(SendAsync());

        Assert.Equal(70, bench.Stub.Requests.Count);
        AssertAtMost(arrived, 7, 1);
        AssertAtMost(arrived, 60, 30);
    }

    [Fact]
    public async Task Other_channels_have_no_such_limits()
    {
        await using var bench = ConnectorBench.Start();

        for (var i = 0; i < 30; i++)
            await bench.SendAsync(
                new Activity
                {
                    Type = ActivityTypes.Message,
                    Text = "hi",
                    ChannelId = Channels.Directline,
                    Conversation = new ConversationAccount(id: "c"),
                }
            );

        Assert.Equal(30, bench.Stub.Requests.Count);
    }

    // All ask before the clock moves; off the test's own context, each goes on within the moment its wait ends, one after the other.
    private async Task RunTogetherAsync(int count, Func<int, Task> call)
    {
        var all = await Task.Run(() => Enumerable.Range(0, count).Select(call).ToArray());
        await _time.RunAsync(Task.WhenAll(all));
    }

    private async Task BurstAsync(ThreadRateLimiter limiter, List<DateTimeOffset> sent, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await limiter.WaitAsync("c", "t", CancellationToken.None);
            sent.Add(_time.GetUtcNow());
        }
    }

    // Any stretch of that many seconds, both ends included.
    private static void AssertAtMost(List<DateTimeOffset> times, int calls, int seconds)
    {
        for (var i = 0; i + calls < times.Count; i++)
            Assert.True(
                times[i + calls] - times[i] > TimeSpan.FromSeconds(seconds),
                $"{calls + 1} calls within {times[i + calls] - times[i]}"
            );
    }
}
