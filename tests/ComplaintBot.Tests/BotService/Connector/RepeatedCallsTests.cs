using System.Globalization;
using ComplaintBot.BotService.Connector;

namespace ComplaintBot.Tests.BotService.Connector;

/// <summary>What fails is told at once and not tried again: Microsoft.Rest's own retries are off, the outbox has the only ones.</summary>
[Trait("Assertion", "16")]
public sealed class RepeatedCallsTests : IAsyncLifetime
{
    private readonly ConnectorBench _bench = ConnectorBench.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_makes_one_call_and_is_to_be_tried_again_later(int status)
    {
        _bench.Stub.Then(status, "<html>proxy</html>", "text/html").Then(status);

        var failure = await Assert.ThrowsAsync<ChannelFailureException>(() => _bench.SendAsync());

        Assert.Equal((status, ConnectorFailure.Retry), ((int)failure.Status!, failure.Failure));
        Assert.Single(_bench.Stub.Requests);
    }

    [Fact]
    public async Task How_long_to_wait_is_told_in_seconds_or_as_a_date()
    {
        _bench.Stub.Then(429, """{"error":{"code":"Throttled","message":"slow down"}}""", retryAfter: "3");
        _bench.Stub.Then(429, retryAfter: _bench.Time.GetUtcNow().AddSeconds(9).ToString("R", CultureInfo.InvariantCulture));

        var seconds = await Assert.ThrowsAsync<ChannelFailureException>(() => _bench.SendAsync());
        var date = await Assert.ThrowsAsync<ChannelFailureException>(() => _bench.SendAsync());

        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9)), (seconds.RetryAfter, date.RetryAfter));
    }

    [Fact]
    public async Task A_cut_connection_and_silence_may_pass_too()
    {
        await using var bench = ConnectorBench.WithTimeout(TimeSpan.FromMilliseconds(200));
        bench.Stub.ThenDrop().ThenHang();

        foreach (var _ in (int[])[1, 2])
        {
            var failure = await Assert.ThrowsAsync<ChannelFailureException>(() => bench.SendAsync());
            Assert.Equal((null, ConnectorFailure.Retry), (failure.Status, failure.Failure));
        }
        // One call each, none repeated; on a slow machine the second may be given up before it arrives.
        Assert.InRange(bench.Stub.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Whoever_gives_up_is_not_told_of_a_failure()
    {
        _bench.Stub.ThenHang();
        using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _bench.Calls.SendAsync(_bench.Stub.Url, ConnectorBench.Message(), enough.Token)
        );
    }

    [Fact]
    public async Task One_client_serves_all_calls_to_a_service_url()
    {
        var connectors = new Connectors(
            new Microsoft.Bot.Builder.Integration.AspNet.Core.ConfigurationBotFrameworkAuthentication(
                ComplaintBot.BotService.Settings.SdkConfiguration.Of(_bench.Settings),
                _bench.Credentials
            ),
            _bench.Settings
        );

        var first = await connectors.ForAsync("https://smba.trafficmanager.net/amer/");

        Assert.Same(first, await connectors.ForAsync("https://smba.trafficmanager.net/amer/"));
        Assert.NotSame(first, await connectors.ForAsync("https://smba.trafficmanager.net/emea/"));
    }
}
