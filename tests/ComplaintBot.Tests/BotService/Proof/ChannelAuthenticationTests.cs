using System.Net;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Proof;

public sealed class ChannelAuthenticationTests : IAsyncLifetime
{
    private readonly LocalIssuer _issuer = LocalIssuer.Start();
    private BotServer _bot = null!;

    public static TheoryData<string> WrongHeaders =>
        new("Basic dXNlcjpwYXNz", "bearer {0}", "Bearer  {0}", "Bearer{0}", "Bearer {0} x", "Bearer a.b.c", "Bearer", "Bearer ", "x");

    public async Task InitializeAsync() => _bot = await BotServer.StartAsync(_issuer);

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_right_token_is_accepted()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_issuer.Bearer()));
        Assert.Equal(CallerIdConstants.PublicAzureChannel, Assert.Single(_bot.Received).CallerId);
    }

    [Fact]
    [Trait("Assertion", "1")]
    public async Task Without_a_token_it_is_401_without_a_reason_and_nothing_happens()
    {
        using var response = await _bot.PostAsync(Message());

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(_bot.Received);
        Assert.Equal(0, _issuer.Fetches);
    }

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public async Task A_header_that_is_no_bearer_token_is_401(string header) =>
        await RefusedAsync(header.Replace("{0}", _issuer.Compact(), StringComparison.Ordinal));

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_wrong_audience_is_401() => await RefusedAsync(t => t.Claims["aud"] = "99999999-2222-3333-4444-555555555555");

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_list_of_audiences_is_401() => await RefusedAsync(t => t.Claims["aud"] = new[] { LocalIssuer.AppId });

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_wrong_issuer_is_401() => await RefusedAsync(t => t.Claims["iss"] = "https://api.botframework.com");

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_bad_signature_under_a_known_key_is_401() => await RefusedAsync(t => t.Sign = _ => new byte[256]);

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_signature_by_another_key_is_401()
    {
        using var other = RSA.Create(2048);
        await RefusedAsync(t => t.Sign = bytes => other.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [Trait("Assertion", "2")]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("RSA-OAEP")]
    [InlineData("")]
    public async Task Any_algorithm_but_RS256_RS384_and_RS512_is_401(string algorithm) => await RefusedAsync(t => t.Algorithm = algorithm);

    [Fact]
    [Trait("Assertion", "2")]
    public async Task HS256_with_the_public_key_as_secret_is_401()
    {
        var key = _issuer.AddKey("public", "msteams");
        await RefusedAsync(t =>
        {
            t.Algorithm = "HS256";
            t.Sign = bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.Rsa.ExportRSAPublicKeyPem()), bytes);
        });
    }

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_token_without_a_signature_is_401()
    {
        var token = _issuer.Compact(t => t.Algorithm = "none");
        await RefusedAsync("Bearer " + token[..(token.LastIndexOf('.') + 1)]);
    }

    [Fact]
    [Trait("Assertion", "2")]
    public async Task Claims_that_are_no_JSON_object_are_401()
    {
        var parts = _issuer.Compact().Split('.');
        foreach (var claims in (string[])["W10", "bnVsbA", "%%%", "eyJhIjoxLCJhIjoyfQ", "eyJpc3MiOiJcdWQ4M2QifQ"])
            await RefusedAsync($"Bearer {parts[0]}.{claims}.{parts[2]}");
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_longer_hashes_are_accepted(string algorithm)
    {
        var key = _issuer.AddKey("key-" + algorithm, "msteams");
        var hash = algorithm == "RS384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA512;

        Assert.Equal(
            HttpStatusCode.Accepted,
            await PostAsync(
                _issuer.Bearer(t =>
                {
                    t.Algorithm = algorithm;
                    t.Sign = bytes => key.Rsa.SignData(bytes, hash, RSASignaturePadding.Pkcs1);
                })
            )
        );
    }

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_token_of_ten_minutes_ago_is_401() => await RefusedAsync(t => t.Expires(TimeSpan.FromMinutes(-10)));

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_token_of_in_ten_minutes_is_401() => await RefusedAsync(t => t.Begins(TimeSpan.FromMinutes(10)));

    [Fact]
    [Trait("Assertion", "2")]
    public async Task A_token_that_never_expires_is_401() => await RefusedAsync(t => t.Claims.Remove("exp"));

    [Theory]
    [Trait("Assertion", "2")]
    [InlineData("exp")]
    [InlineData("nbf")]
    public async Task A_time_that_is_no_number_is_401(string claim) => await RefusedAsync(t => t.Claims[claim] = "1999999999");

    [Fact]
    [Trait("Assertion", "3")]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_issuer.Bearer(t => t.Expires(TimeSpan.FromMinutes(-4)))));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_issuer.Bearer(t => t.Begins(TimeSpan.FromMinutes(4)))));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_issuer.Bearer(t => t.Expires(TimeSpan.FromMinutes(-6)))));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_issuer.Bearer(t => t.Begins(TimeSpan.FromMinutes(6)))));
    }

    [Theory]
    [Trait("Assertion", "4")]
    [InlineData("https://smba.trafficmanager.net/amer")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task A_token_for_another_service_url_is_401(string claim) => await RefusedAsync(t => t.Claims["serviceurl"] = claim);

    [Fact]
    [Trait("Assertion", "4")]
    public async Task A_token_without_a_service_url_is_401() => await RefusedAsync(t => t.Claims.Remove("serviceurl"));

    [Fact]
    [Trait("Assertion", "4")]
    public async Task The_service_urls_case_does_not_matter() =>
        Assert.Equal(
            HttpStatusCode.Accepted,
            await PostAsync(_issuer.Bearer(t => t.Claims["serviceurl"] = LocalIssuer.ServiceUrl.ToUpperInvariant()))
        );

    [Fact]
    [Trait("Assertion", "4")]
    public async Task An_activity_without_a_service_url_or_channel_is_400()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(_issuer.Bearer(), a => a.ServiceUrl = null));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(_issuer.Bearer(), a => a.ChannelId = null));
        Assert.Empty(_bot.Received);
    }

    [Fact]
    [Trait("Assertion", "5")]
    public async Task A_key_without_endorsements_is_401()
    {
        _issuer.AddKey("plain", null);
        await RefusedAsync(_issuer.Bearer());
    }

    [Fact]
    [Trait("Assertion", "5")]
    public async Task A_key_for_other_channels_is_401()
    {
        _issuer.AddKey("sms", "sms", "msteams-not");
        await RefusedAsync(_issuer.Bearer());
    }

    [Fact]
    public async Task An_entra_token_is_401_unless_the_emulator_is_allowed() =>
        await RefusedAsync(t => t.Claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/");

    [Fact]
    public async Task The_app_service_extension_is_not_served() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_issuer.Bearer(), a => a.ChannelId = "AseChannel"));

    private static Activity Message() =>
        new()
        {
            Type = ActivityTypes.Message,
            Id = "1",
            Text = "hi",
            ChannelId = Channels.Msteams,
            ServiceUrl = LocalIssuer.ServiceUrl,
            CallerId = "urn:forged",
            From = new ChannelAccount("29:user"),
            Recipient = new ChannelAccount("28:bot"),
            Conversation = new ConversationAccount(id: "c"),
        };

    private Task RefusedAsync(Action<LocalIssuer.Token> change) => RefusedAsync(_issuer.Bearer(change));

    private async Task RefusedAsync(string header)
    {
        using var response = await _bot.PostAsync(Message(), header);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(_bot.Received);
    }

    private async Task<HttpStatusCode> PostAsync(string header, Action<Activity>? change = null)
    {
        var activity = Message();
        change?.Invoke(activity);
        using var response = await _bot.PostAsync(activity, header);
        return response.StatusCode;
    }
}
