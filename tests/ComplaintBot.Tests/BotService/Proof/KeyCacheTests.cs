using ComplaintBot.BotService.Proof;
using ComplaintBot.Tests.BotService.Servers;
using DirectLine.Tests.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.BotService.Proof;

[Trait("Assertion", "5")]
public sealed class KeyCacheTests : IAsyncLifetime, IDisposable
{
    private readonly LocalIssuer _issuer = LocalIssuer.Start();
    private readonly HurryingTime _time = new();
    private readonly HttpClient _http = new();
    private IssuerKeys _keys = null!;

    public Task InitializeAsync()
    {
        _keys = new IssuerKeys(_issuer.MetadataUrl, _http, _time, NullLogger<IssuerKeys>.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Keys_are_fetched_once_and_kept_for_a_day()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => FindAsync("key-1")));
        _time.Advance(TimeSpan.FromHours(23));
        Assert.True(await FindAsync("key-1"));
        Assert.Equal(1, _issuer.Fetches);

        _time.Advance(TimeSpan.FromHours(2));
        Assert.True(await FindAsync("key-1"));
        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task A_new_key_is_picked_up_at_its_first_token()
    {
        Assert.True(await FindAsync("key-1"));
        _issuer.AddKey("key-2", "msteams");

        Assert.True(await FindAsync("key-2"));
        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task A_second_new_key_is_picked_up_within_five_minutes()
    {
        await FindAsync("key-1");
        await FindAsync("unknown");
        _issuer.AddKey("key-2", "msteams");
        Assert.False(await FindAsync("key-2"));

        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.True(await FindAsync("key-2"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_invented_keys_cost_one_fetch_in_five_minutes(bool warm)
    {
        if (warm)
            await FindAsync("key-1");
        var before = _issuer.Fetches;

        var found = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => FindAsync("invented-" + i)));

        Assert.DoesNotContain(true, found);
        Assert.Equal(before + 1, _issuer.Fetches);
        for (var i = 0; i < 1000; i++)
            Assert.False(await FindAsync("more-" + i));
        Assert.Equal(before + 1, _issuer.Fetches);
    }

    [Fact]
    public async Task An_issuer_that_is_down_leaves_the_keys_at_hand_in_use()
    {
        Assert.True(await FindAsync("key-1"));
        _issuer.Down = 503;
        _time.Advance(TimeSpan.FromDays(3));

        Assert.True(await FindAsync("key-1"));
        Assert.False(await FindAsync("unknown"));
    }

    [Fact]
    public async Task Without_any_key_the_answer_is_not_now_and_the_issuer_is_asked_again_soon()
    {
        _issuer.Down = 503;
        Assert.Equal(ProofFailure.Unavailable, (await Assert.ThrowsAsync<NotProvenException>(() => FindAsync("key-1"))).Failure);
        _issuer.Down = null;
        await Assert.ThrowsAsync<NotProvenException>(() => FindAsync("key-1"));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await FindAsync("key-1"));
    }

    [Fact]
    public async Task With_a_cold_cache_and_the_issuer_down_a_message_is_503_and_later_accepted()
    {
        _issuer.Down = 500;
        await using var bot = await BotServer.StartAsync(_issuer);
        var activity = Fixture.Activity("in-message-personal.json");
        activity.ServiceUrl = LocalIssuer.ServiceUrl;

        using var refused = await bot.PostAsync(activity, _issuer.Bearer());

        Assert.Equal(503, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task Keys_of_another_kind_or_too_short_are_left_out()
    {
        using var weak = System.Security.Cryptography.RSA.Create(1024);
        var numbers = weak.ExportParameters(includePrivateParameters: false);
        string Text(byte[]? bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
        var set = IssuerKeys.Usable(
            Set(
                new
                {
                    keys = new object[]
                    {
                        new
                        {
                            kty = "RSA",
                            kid = "weak",
                            n = Text(numbers.Modulus),
                            e = Text(numbers.Exponent),
                        },
                        new { kty = "EC", kid = "ec" },
                        new
                        {
                            kty = "RSA",
                            kid = "broken",
                            n = "%%",
                            e = "AQAB",
                        },
                    },
                }
            )
        );

        Assert.Empty(set);
        Assert.True(await FindAsync("key-1"));
    }

    private static Microsoft.IdentityModel.Tokens.JsonWebKeySet Set(object document) =>
        new(System.Text.Json.JsonSerializer.Serialize(document));

    private async Task<bool> FindAsync(string keyId) => await _keys.FindAsync(keyId, CancellationToken.None) is not null;
}
