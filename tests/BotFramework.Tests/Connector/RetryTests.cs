using BotFramework.Connector;
using BotFramework.Schema;

namespace BotFramework.Tests.Connector;

[Trait("Assertion", "16")]
public sealed class RetryTests : IAsyncLifetime
{
    private readonly ConnectorBench _bench = ConnectorBench.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Throttled_it_waits_at_least_as_long_as_it_was_told()
    {
        _bench.Stub.Then(429, """{"error":{"code":"Throttled","message":"slow down"}}""", retryAfter: "3");

        var waits = await _bench.Time.RunAsync(SendAsync(), ConnectorBench.Pause);

        Assert.True(Assert.Single(waits) >= TimeSpan.FromSeconds(3));
        Assert.Equal(2, _bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_date_in_Retry_After_is_understood()
    {
        _bench.Stub.Then(
            429,
            retryAfter: _bench.Time.GetUtcNow().AddSeconds(9).ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        );

        var waits = await _bench.Time.RunAsync(SendAsync(), ConnectorBench.Pause);

        Assert.True(Assert.Single(waits) >= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_very_long_Retry_After_is_left_to_who_stores_the_message()
    {
        _bench.Stub.Then(429, retryAfter: "3600");

        var failure = await Assert.ThrowsAsync<ErrorResponseException>(SendAsync);

        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Equal(ConnectorFailure.Retry, failure.Failure);
        Assert.Single(_bench.Stub.Requests);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_four_times_with_growing_gaps(int status)
    {
        for (var i = 0; i < 6; i++)
            _bench.Stub.Then(status, "<html>proxy</html>", "text/html");

        var send = Assert.ThrowsAsync<ErrorResponseException>(SendAsync);
        var waits = await _bench.Time.RunAsync(send, ConnectorBench.Pause);
        var failure = await send;

        Assert.Equal(status, (int)failure.Status!);
        Assert.Equal(ConnectorFailure.Retry, failure.Failure);
        Assert.Equal(4, _bench.Stub.Requests.Count);
        Assert.Equal(3, waits.Count);
        Assert.True(waits[0] < waits[1] && waits[1] < waits[2]);
    }

    [Fact]
    public void Gaps_grow_from_two_seconds_to_thirty_give_or_take_a_fifth()
    {
        var policy = new RetryPolicy(10, new Random(7));
        var failure = new ErrorResponseException(System.Net.HttpStatusCode.ServiceUnavailable, null, "down");

        for (var made = 1; made < 10; made++)
        {
            var expected = Math.Min(30, 2 * Math.Pow(2, made - 1));
            Assert.InRange(policy.NextDelay(failure, made)!.Value.TotalSeconds, 0.8 * expected, 1.2 * expected);
        }

        Assert.Null(policy.NextDelay(failure, 10));
    }

    [Theory]
    [InlineData(400, ConnectorFailure.BadRequest)]
    [InlineData(403, ConnectorFailure.Unreachable)]
    [InlineData(404, ConnectorFailure.Gone)]
    [InlineData(413, ConnectorFailure.TooLarge)]
    [InlineData(500, ConnectorFailure.Retry)]
    [InlineData(501, ConnectorFailure.BadRequest)]
    [InlineData(302, ConnectorFailure.BadRequest)]
    public async Task What_will_not_pass_is_not_tried_again(int status, ConnectorFailure meaning)
    {
        _bench.Stub.Then(status, "<!DOCTYPE html>", "text/html");

        var failure = await Assert.ThrowsAsync<ErrorResponseException>(SendAsync);

        Assert.Equal(meaning, failure.Failure);
        Assert.Single(_bench.Stub.Requests);
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        _bench.Stub.ThenDrop();

        await _bench.Time.RunAsync(SendAsync(), ConnectorBench.Pause);

        Assert.Equal(2, _bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_channel_that_hangs_is_given_up_after_the_time_out_and_tried_again()
    {
        _bench.Stub.ThenHang();
        var send = SendAsync();
        while (_bench.Stub.Requests.IsEmpty)
            await Task.Delay(1);

        _bench.Time.Advance(_bench.Settings.ConnectorTimeout);
        await _bench.Time.RunAsync(send, ConnectorBench.Pause);

        Assert.Equal(2, _bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_of_a_failure()
    {
        _bench.Stub.ThenHang();
        using var stop = new CancellationTokenSource();
        var send = _bench.Client.SendToConversationAsync(Message(), stop.Token);
        while (_bench.Stub.Requests.IsEmpty)
            await Task.Delay(1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
    }

    private static Activity Message() =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = "hi",
            ChannelId = Channels.Msteams,
            Conversation = new ConversationAccount("c", tenantId: "t"),
        };

    private Task SendAsync() => _bench.Client.SendToConversationAsync(Message());
}
