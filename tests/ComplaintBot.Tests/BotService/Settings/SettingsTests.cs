using ComplaintBot.BotService.Settings;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Tests.BotService.Settings;

public class SettingsTests
{
    [Fact]
    public void Without_an_app_id_it_is_local_mode() => Assert.Equal(AuthMode.Disabled, Read().AuthMode);

    [Fact]
    public void With_an_app_id_channels_have_to_prove_themselves()
    {
        var settings = Read("MicrosoftAppId=a", "MicrosoftAppPassword=b");

        Assert.Equal(AuthMode.Channel, settings.AuthMode);
        Assert.False(settings.AllowEmulator);
        Assert.Equal("https://api.botframework.com", settings.ChannelTokenIssuer);
        Assert.Equal("https://api.botframework.com", settings.OAuthScope);
    }

    [Theory]
    [InlineData("Auth:Mode=Channel", "MicrosoftAppId")]
    [InlineData("Auth:Mode=Off", "Auth:Mode")]
    [InlineData("Auth:Mode=1", "Auth:Mode")]
    [InlineData("MicrosoftAppId=a", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppId=a;MicrosoftAppPassword=b;MicrosoftAppType=SingleTenant", "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppId=a;MicrosoftAppType=UserAssignedMSI", "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppType=Everybody", "MicrosoftAppType")]
    [InlineData("MicrosoftAppId=a;MicrosoftAppCertificatePath=/no/such/file.pfx", "MicrosoftAppCertificatePath")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl=http://issuer.example/x", "ToBotFromChannelOpenIdMetadataUrl")]
    [InlineData("ToChannelFromBotLoginUrl=not a url", "ToChannelFromBotLoginUrl")]
    [InlineData("ChannelService=https://moon.example", "ChannelService")]
    [InlineData("Auth:AllowEmulator=perhaps", "Auth:AllowEmulator")]
    [InlineData("Messages:MaxBytes=1", "Messages:MaxBytes")]
    [InlineData("Connector:Timeout=0", "Connector:Timeout")]
    public void A_wrong_setting_is_named(string settings, string name) =>
        Assert.Contains(
            name,
            Assert.Throws<BotFrameworkSettingsException>(() => Read(settings.Split(';'))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Http_is_allowed_on_this_machine() =>
        Assert.Equal(
            "http://127.0.0.1:5000/x",
            Read("ToBotFromChannelOpenIdMetadataUrl=http://127.0.0.1:5000/x").ChannelOpenIdMetadataUrl.AbsoluteUri
        );

    [Theory]
    [InlineData("gov", "https://api.botframework.us", "https://login.microsoftonline.us/", "MicrosoftServices.onmicrosoft.us")]
    [InlineData(
        "https://botframework.azure.us",
        "https://api.botframework.us",
        "https://login.microsoftonline.us/",
        "MicrosoftServices.onmicrosoft.us"
    )]
    [InlineData(
        "china",
        "https://api.botframework.azure.cn",
        "https://login.partner.microsoftonline.cn/",
        "microsoftservices.partner.onmschina.cn"
    )]
    public void A_cloud_brings_its_addresses(string service, string issuer, string authority, string directory)
    {
        var settings = Read("MicrosoftAppId=a", "MicrosoftAppPassword=b", "ChannelService=" + service);

        Assert.Equal(issuer, settings.ChannelTokenIssuer);
        Assert.Equal(issuer, settings.OAuthScope);
        Assert.Equal(authority + directory, SdkConfiguration.LoginUrlOf(settings));
    }

    [Fact]
    public void A_single_tenant_bot_asks_its_own_directory() =>
        Assert.Equal(
            "https://login.microsoftonline.com/own-tenant",
            SdkConfiguration.LoginUrlOf(
                Read("MicrosoftAppId=a", "MicrosoftAppPassword=b", "MicrosoftAppType=SingleTenant", "MicrosoftAppTenantId=own-tenant")
            )
        );

    [Fact]
    public void Trusted_hosts_are_a_list_or_an_array()
    {
        Assert.Equal(["a.example", ".b.example"], Read("Connector:TrustedHosts=a.example, .b.example").TrustedHosts);
        Assert.Equal(["a.example"], Read("Connector:TrustedHosts:0=a.example").TrustedHosts);
    }

    private static BotFrameworkSettings Read(params string[] settings) =>
        BotFrameworkSettingsReader.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(s => s.Split('=', 2)).ToDictionary(p => p[0], p => (string?)p[1], StringComparer.Ordinal)
                )
                .Build()
        );
}
