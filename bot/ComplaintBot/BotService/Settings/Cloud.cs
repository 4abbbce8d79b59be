using Microsoft.Bot.Schema;

namespace ComplaintBot.BotService.Settings;

/// <summary>The addresses and names of one Microsoft cloud. Every one can be overridden by a setting.</summary>
/// <param name="ChannelTokenIssuer">Issuer of the Bot Connector's tokens.</param>
/// <param name="ChannelOpenIdMetadataUrl">Where the Bot Connector's keys are told.</param>
/// <param name="EmulatorOpenIdMetadataUrl">Where the directory's keys are told.</param>
/// <param name="AuthorityHost">Where tokens for outbound calls are asked for.</param>
/// <param name="MultiTenantDirectory">The directory that gives tokens to multi-tenant bots.</param>
/// <param name="OAuthScope">The scope of outbound tokens, without /.default.</param>
/// <param name="CallerId">What a channel's activities get as caller id.</param>
/// <param name="DirectoryIssuerHost">Host of version 2 issuers of the directory.</param>
/// <param name="DirectoryTenants">Directories whose tokens the Emulator uses.</param>
/// <param name="TrustedHosts">Hosts (and, with a leading dot, domains) that may see the bot's token.</param>
public sealed record Cloud(
    string ChannelTokenIssuer,
    string ChannelOpenIdMetadataUrl,
    string EmulatorOpenIdMetadataUrl,
    string AuthorityHost,
    string MultiTenantDirectory,
    string OAuthScope,
    string? CallerId,
    string DirectoryIssuerHost,
    IReadOnlyList<string> DirectoryTenants,
    IReadOnlyList<string> TrustedHosts
)
{
    /// <summary>The public cloud.</summary>
    public static Cloud Public { get; } =
        new(
            "https://api.botframework.com",
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
            "https://login.microsoftonline.com/",
            "botframework.com",
            "https://api.botframework.com",
            CallerIdConstants.PublicAzureChannel,
            "login.microsoftonline.com",
            ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"],
            // trafficmanager.net is shared by everybody, so only the one host of Teams.
            ["smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com"]
        );

    /// <summary>The cloud for US government.</summary>
    public static Cloud USGov { get; } =
        new(
            "https://api.botframework.us",
            "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
            "https://login.microsoftonline.us/",
            "MicrosoftServices.onmicrosoft.us",
            "https://api.botframework.us",
            CallerIdConstants.USGovChannel,
            "login.microsoftonline.us",
            ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
            [".botframework.us", ".botframework.azure.us", ".teams.microsoft.us"]
        );

    /// <summary>Azure operated by 21Vianet in China.</summary>
    public static Cloud China { get; } =
        new(
            "https://api.botframework.azure.cn",
            "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
            "https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration",
            "https://login.partner.microsoftonline.cn/",
            "microsoftservices.partner.onmschina.cn",
            "https://api.botframework.azure.cn",
            null,
            "login.partner.microsoftonline.cn",
            ["a55a4d5b-9241-49b1-b4ff-befa8db00269"],
            [".botframework.azure.cn", ".teams.microsoftonline.cn"]
        );

    /// <summary>The cloud of a ChannelService setting: empty, the SDK's URL, or gov/usgov/china; null for anything else.</summary>
    public static Cloud? Of(string? channelService) =>
        channelService?.Trim().TrimEnd('/').ToLowerInvariant() switch
        {
            null or "" or "public" or "https://botframework.com" => Public,
            "gov" or "usgov" or "https://botframework.azure.us" => USGov,
            "china" or "https://botframework.azure.cn" => China,
            _ => null,
        };
}
