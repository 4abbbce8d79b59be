
namespace ComplaintBot.BotService.Settings;

/// <summary>The checked settings under the names that the SDK reads, complete, so that it fills in nothing itself.</summary>
public static class SdkConfiguration
{
    /// <summary>The configuration for the SDK.</summary>
    public static IConfiguration Of(BotFrameworkSettings settings)
    {
        return new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["MicrosoftAppType"] = settings.AppType.ToString(),
                    ["MicrosoftAppId"] = settings.AppId,
                    ["MicrosoftAppPassword"] = settings.AppType == BotAppType.UserAssignedMSI ? null : settings.AppPassword,
                    ["MicrosoftAppTenantId"] = settings.AppTenantId,
                    ["ValidateAuthority"] = settings.LoginUrl is null ? "true" : "false",
                    ["ToChannelFromBotLoginUrl"] = LoginUrlOf(settings),
                    ["ToChannelFromBotOAuthScope"] = settings.OAuthScope,
                    ["ToBotFromChannelTokenIssuer"] = settings.ChannelTokenIssuer,
                    ["ToBotFromChannelOpenIdMetadataUrl"] = settings.ChannelOpenIdMetadataUrl.AbsoluteUri,
                    ["ToBotFromEmulatorOpenIdMetadataUrl"] = settings.EmulatorOpenIdMetadataUrl.AbsoluteUri,
                    ["CallerId"] = settings.Cloud.CallerId,
                }
            )
            .Build();
    }

    /// <summary>The authority with the directory that gives tokens: that of ToChannelFromBotLoginUrl, or the cloud's.</summary>
    public static string LoginUrlOf(BotFrameworkSettings settings)
    {
        var tenant = settings.AppType == BotAppType.MultiTenant ? settings.Cloud.MultiTenantDirectory : settings.AppTenantId!;
        if (settings.LoginUrl is not { } login)
            return settings.Cloud.AuthorityHost + tenant;
        var path = login.AbsolutePath.Trim('/').Split('/')[0];
        return login.GetLeftPart(UriPartial.Authority) + "/" + (path.Length > 0 ? path : tenant);
    }
}
