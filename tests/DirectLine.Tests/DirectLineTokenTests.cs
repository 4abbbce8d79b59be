using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using DirectLine.Access;
using Microsoft.Extensions.Options;

namespace DirectLine.Tests;

public sealed class DirectLineTokenTests
{
    private readonly ManualClock _clock = new();

    private DirectLineTokenService Service(DirectLineKeyRing ring, Action<DirectLineOptions>? configure = null)
    {
        var options = new DirectLineOptions();
        configure?.Invoke(options);
        return new(new FixedKeys(ring), Options.Create(options), _clock);
    }

    [Fact]
    public async Task A_token_says_who_may_talk_where_and_until_when()
    {
        var service = Service(TestKeys.Ring);
        var issued = await service.IssueAsync(
            new DirectLineToken("c1", "dl_1", default) { UserName = "客户", Origins = ["https://a.example"] },
            default
        );

        var token = (await service.ReadAsync(issued.Token, default)).Token!;

        Assert.Equal(("c1", "dl_1", "客户"), (token.Conversation, token.User, token.UserName));
        Assert.Equal(["https://a.example"], token.Origins);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(30), token.Expires);
        Assert.Equal(1800, issued.ExpiresInSeconds);
    }

    [Fact]
    public async Task Clients_can_read_the_user_out_of_the_payload_as_of_a_JWT()
    {
        var issued = await Service(TestKeys.Ring).IssueAsync("c1", "dl_1", default);
        var parts = issued.Token.Split('.');
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;

        Assert.Equal(("HS256", "new"), (header.GetProperty("alg").GetString(), header.GetProperty("kid").GetString()));
        Assert.Equal("dl_1", payload.GetProperty("user").GetString());
        Assert.All(["bot", "site", "conv", "user", "nbf", "exp", "iss"], claim => Assert.True(payload.TryGetProperty(claim, out _), claim));
    }

    [Fact]
    public async Task A_token_ends_after_its_time_and_then_says_expired()
    {
        var service = Service(TestKeys.Ring);
        var issued = await service.IssueAsync("c1", "dl_1", default);
        _clock.Advance(TimeSpan.FromSeconds(1799));
        Assert.Equal(TokenFault.None, (await service.ReadAsync(issued.Token, default)).Fault);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TokenFault.Expired, (await service.ReadAsync(issued.Token, default)).Fault);
    }

    [Fact]
    public async Task A_token_of_an_older_key_is_good_until_the_key_is_taken_away()
    {
        var issued = await Service(new(TestKeys.Old)).IssueAsync("c1", "dl_1", default);
        Assert.Equal(TokenFault.None, (await Service(new(TestKeys.New, TestKeys.Old)).ReadAsync(issued.Token, default)).Fault);
        Assert.Equal(TokenFault.Invalid, (await Service(new(TestKeys.New)).ReadAsync(issued.Token, default)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")]
    [InlineData("投.诉.件")]
    public async Task Text_that_is_no_token_is_invalid(string text) =>
        Assert.Equal(TokenFault.Invalid, (await Service(TestKeys.Ring).ReadAsync(text, default)).Fault);

    [Fact]
    public async Task Every_changed_character_makes_a_token_invalid()
    {
        var service = Service(TestKeys.Ring);
        var token = (await service.IssueAsync("c1", "dl_1", default)).Token;
        for (var i = 0; i < token.Length; i++)
        {
            if (i == token.Length - 1)
                continue; // the last character of 32 bytes in base64url carries two bits that mean nothing
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.Equal(TokenFault.Invalid, (await service.ReadAsync(changed, default)).Fault);
        }
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT","kid":"new"}""")]
    [InlineData("""{"alg":"HS512","typ":"JWT","kid":"new"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT","kid":"new"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT","kid":"unknown"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    public async Task Another_algorithm_or_key_is_invalid(string header)
    {
        var service = Service(TestKeys.Ring);
        var parts = (await service.IssueAsync("c1", "dl_1", default)).Token.Split('.');
        var forged = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}";
        Assert.Equal(TokenFault.Invalid, (await service.ReadAsync(forged, default)).Fault);
    }

    [Fact]
    public async Task A_token_of_another_bot_or_from_the_future_is_invalid()
    {
        var foreign = await Service(TestKeys.Ring, o => o.BotId = "other").IssueAsync("c1", "dl_1", default);
        Assert.Equal(TokenFault.Invalid, (await Service(TestKeys.Ring).ReadAsync(foreign.Token, default)).Fault);

        _clock.Advance(TimeSpan.FromMinutes(2));
        var future = await Service(TestKeys.Ring).IssueAsync("c1", "dl_1", default);
        _clock.Advance(TimeSpan.FromMinutes(-2));
        Assert.Equal(TokenFault.Invalid, (await Service(TestKeys.Ring).ReadAsync(future.Token, default)).Fault);
    }

    [Fact]
    public void New_ids_have_128_random_bits()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => DirectLineTokenService.NewUserId()).ToHashSet();
        Assert.Equal(1000, ids.Count);
        Assert.All(ids, id => Assert.Equal(16, Base64Url.DecodeFromChars(id.AsSpan("dl_".Length)).Length));
    }

    [Fact]
    public void A_key_shorter_than_32_bytes_is_refused() => Assert.Throws<ArgumentException>(() => new DirectLineKey("k", new byte[31]));
}
