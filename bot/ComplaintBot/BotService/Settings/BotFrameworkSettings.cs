namespace ComplaintBot.BotService.Settings;

/// <summary>Whether inbound activities have to prove where they come from.</summary>
public enum AuthMode
{
    /// <summary>Every activity carries a token of its channel.</summary>
    Channel,

    /// <summary>Nothing is proven; only for one machine, see <see cref="Endpoint.LoopbackGuard"/>.</summary>
    Disabled,
}

/// <summary>How the bot is registered, which decides how it gets its own tokens.</summary>
public enum BotAppType
{
    /// <summary>Registered for every directory (no new ones since July 2025).</summary>
    MultiTenant,

    /// <summary>Registered in one directory.</summary>
    SingleTenant,

    /// <summary>A managed identity in Azure; no secret.</summary>
    UserAssignedMSI,
}

/// <summary>The Bot Framework settings under the names of its SDK, checked. Made by <see cref="BotFrameworkSettingsReader"/>.</summary>
public sealed record BotFrameworkSettings
{
    /// <summary>Auth:Mode.</summary>
    public AuthMode AuthMode { get; init; } = AuthMode.Disabled;

    /// <summary>Auth:AllowEmulator: tokens of the bot's own application are accepted too.</summary>
    public bool AllowEmulator { get; init; }

    /// <summary>MicrosoftAppType.</summary>
    public BotAppType AppType { get; init; }

    /// <summary>MicrosoftAppId; null in local mode.</summary>
    public string? AppId { get; init; }

    /// <summary>MicrosoftAppPassword.</summary>
    public string? AppPassword { get; init; }

    /// <summary>MicrosoftAppCertificatePath: a PFX or PEM file with its private key, used instead of a password.</summary>
    public string? AppCertificatePath { get; init; }

    /// <summary>MicrosoftAppTenantId.</summary>
    public string? AppTenantId { get; init; }

    /// <summary>ChannelService: which cloud.</summary>
    public Cloud Cloud { get; init; } = Cloud.Public;

    /// <summary>ToBotFromChannelTokenIssuer, or the cloud's.</summary>
    public string ChannelTokenIssuer { get; init; } = Cloud.Public.ChannelTokenIssuer;

    /// <summary>ToBotFromChannelOpenIdMetadataUrl, or the cloud's.</summary>
    public Uri ChannelOpenIdMetadataUrl { get; init; } = new(Cloud.Public.ChannelOpenIdMetadataUrl);

    /// <summary>ToBotFromEmulatorOpenIdMetadataUrl, or the cloud's.</summary>
    public Uri EmulatorOpenIdMetadataUrl { get; init; } = new(Cloud.Public.EmulatorOpenIdMetadataUrl);

    /// <summary>ToChannelFromBotLoginUrl; null means the cloud's authority.</summary>
    public Uri? LoginUrl { get; init; }

    /// <summary>ToChannelFromBotOAuthScope without /.default.</summary>
    public string OAuthScope { get; init; } = Cloud.Public.OAuthScope;

    /// <summary>Connector:TrustedHosts: further hosts (or .domains) that may see the bot's token, beside the cloud's. Loopback
    /// hosts may be listed for tests.</summary>
    public IReadOnlyList<string> TrustedHosts { get; init; } = [];

    /// <summary>Connector:Timeout: how long one try may take, up to five minutes.</summary>
    public TimeSpan ConnectorTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Messages:MaxBytes: how long a request body may be.</summary>
    public int MaxMessageBytes { get; init; } = 256 * 1024;
}
