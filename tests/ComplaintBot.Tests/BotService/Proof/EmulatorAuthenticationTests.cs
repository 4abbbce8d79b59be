using System.Net;
using ComplaintBot.Tests.BotService.Servers;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Proof;

public sealed class EmulatorAuthenticationTests : IAsyncLifetime
{
    private const string PublicTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string OwnTenant = "0e0e0e0e-1111-2222-3333-444444444444";

    private readonly LocalIssuer _issuer = LocalIssuer.Start();
    private BotServer _bot = null!;

    public async Task InitializeAsync() =>
        _bot = await BotServer.StartAsync(
            _issuer,
            more: new(StringComparer.Ordinal)
            {
                ["Auth:AllowEmulator"] = "true",
                ["MicrosoftAppType"] = "SingleTenant",
                ["MicrosoftAppTenantId"] = OwnTenant,
            }
        );

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("https://sts.windows.net/" + PublicTenant + "/", "1.0", "appid")]
    [InlineData("https://login.microsoftonline.com/" + PublicTenant + "/v2.0", "2.0", "azp")]
    [InlineData("https://login.microsoftonline.com/" + OwnTenant + "/v2.0", "2.0", "azp")]
    public async Task A_token_of_the_bots_own_application_is_accepted(string issuer, string version, string appIdClaim) =>
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(t => Entra(t, issuer, version, appIdClaim)));

    [Fact]
    public async Task A_channels_token_is_accepted_beside_it() => Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_ => { }));

    [Theory]
    [InlineData("iss", "https://sts.windows.net/12345678-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("appid", "99999999-2222-3333-4444-555555555555")]
    [InlineData("ver", "3.0")]
    [InlineData("ver", "2.0")]
    [InlineData("aud", "https://api.botframework.com")]
    [InlineData("tid", OwnTenant)]
    public async Task Another_directory_application_version_or_audience_is_401(string claim, string value) =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(t =>
            {
                Entra(t, "https://sts.windows.net/" + PublicTenant + "/", "1.0", "appid");
                t.Claims[claim] = value;
            })
        );

    [Fact]
    public async Task An_expired_token_is_401() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(t =>
            {
                Entra(t, "https://sts.windows.net/" + PublicTenant + "/", "1.0", "appid");
                t.Expires(TimeSpan.FromMinutes(-6));
            })
        );

    [Fact]
    public async Task A_bad_signature_is_401() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(t =>
            {
                Entra(t, "https://sts.windows.net/" + PublicTenant + "/", "1.0", "appid");
                t.Sign = _ => new byte[256];
            })
        );

    private static void Entra(LocalIssuer.Token token, string issuer, string version, string appIdClaim)
    {
        token.Claims["iss"] = issuer;
        token.Claims["ver"] = version;
        token.Claims[appIdClaim] = LocalIssuer.AppId;
        token.Claims.Remove("serviceurl");
    }

    private async Task<HttpStatusCode> PostAsync(Action<LocalIssuer.Token> change)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "1",
            Text = "hi",
            ChannelId = Channels.Msteams,
            ServiceUrl = LocalIssuer.ServiceUrl,
            Conversation = new ConversationAccount(id: "c"),
        };
        using var response = await _bot.PostAsync(activity, _issuer.Bearer(change));
        return response.StatusCode;
    }
}
