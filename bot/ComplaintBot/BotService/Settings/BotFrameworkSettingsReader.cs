using System.Globalization;
using ComplaintBot.BotService.Endpoint;

namespace ComplaintBot.BotService.Settings;

/// <summary>Reads and checks <see cref="BotFrameworkSettings"/>; whatever is wrong is a <see cref="BotFrameworkSettingsException"/>
/// that names the setting.</summary>
public static class BotFrameworkSettingsReader
{
    /// <summary>Reads all settings.</summary>
    public static BotFrameworkSettings Read(IConfiguration configuration)
    {
        var cloud =
            Cloud.Of(configuration["ChannelService"])
            ?? throw new BotFrameworkSettingsException(
                $"ChannelService '{configuration["ChannelService"]}' is not known; leave it empty, or use gov or china."
            );
        var settings = new BotFrameworkSettings
        {
            AuthMode = ReadMode(configuration),
            AllowEmulator = ReadFlag(configuration, "Auth:AllowEmulator"),
            AppType = ReadEnum(configuration, "MicrosoftAppType", BotAppType.MultiTenant),
            AppId = Text(configuration, "MicrosoftAppId"),
            AppPassword = Text(configuration, "MicrosoftAppPassword"),
            AppCertificatePath = Text(configuration, "MicrosoftAppCertificatePath"),
            AppTenantId = Text(configuration, "MicrosoftAppTenantId"),
            Cloud = cloud,
            ChannelTokenIssuer = Text(configuration, "ToBotFromChannelTokenIssuer") ?? cloud.ChannelTokenIssuer,
            ChannelOpenIdMetadataUrl = Url(configuration, "ToBotFromChannelOpenIdMetadataUrl") ?? new Uri(cloud.ChannelOpenIdMetadataUrl),
            EmulatorOpenIdMetadataUrl =
                Url(configuration, "ToBotFromEmulatorOpenIdMetadataUrl") ?? new Uri(cloud.EmulatorOpenIdMetadataUrl),
            LoginUrl = Url(configuration, "ToChannelFromBotLoginUrl"),
            OAuthScope = Scope(Text(configuration, "ToChannelFromBotOAuthScope") ?? cloud.OAuthScope),
            TrustedHosts = ReadHosts(configuration),
            ConnectorTimeout = ReadTimeout(configuration),
            MaxMessageBytes = ReadNumber(configuration, "Messages:MaxBytes", 256 * 1024, 1024, 4 * 1024 * 1024),
        };
        Check(settings);
        return settings;
    }

    private static void Check(BotFrameworkSettings settings)
    {
        if (settings.AuthMode == AuthMode.Disabled)
            return;
        if (settings.AppId is null)
            throw new BotFrameworkSettingsException("Auth:Mode is Channel, but MicrosoftAppId is not set.");
        if (settings.AppType != BotAppType.MultiTenant && settings.AppTenantId is null)
            throw new BotFrameworkSettingsException($"MicrosoftAppType is {settings.AppType}, but MicrosoftAppTenantId is not set.");
        if (settings.AppType == BotAppType.UserAssignedMSI)
            return;
        if (settings.AppPassword is null && settings.AppCertificatePath is null)
            throw new BotFrameworkSettingsException(
                "MicrosoftAppId is set, but neither MicrosoftAppPassword nor MicrosoftAppCertificatePath is."
            );
        if (settings.AppCertificatePath is { } path && !File.Exists(path))
            throw new BotFrameworkSettingsException($"MicrosoftAppCertificatePath '{path}' is not a file.");
    }

    private static AuthMode ReadMode(IConfiguration configuration) =>
        ReadEnum(configuration, "Auth:Mode", Text(configuration, "MicrosoftAppId") is null ? AuthMode.Disabled : AuthMode.Channel);

    private static T ReadEnum<T>(IConfiguration configuration, string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(configuration, name) is not { } text)
            return otherwise;
        return !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new BotFrameworkSettingsException($"{name} '{text}' is not one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    private static bool ReadFlag(IConfiguration configuration, string name) =>
        Text(configuration, name) is { } text
        && (
            bool.TryParse(text, out var value)
                ? value
                : throw new BotFrameworkSettingsException($"{name} '{text}' is neither true nor false.")
        );

    private static int ReadNumber(IConfiguration configuration, string name, int otherwise, int least, int most)
    {
        if (Text(configuration, name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new BotFrameworkSettingsException($"{name} '{text}' is not a whole number from {least} to {most}.");
    }

    private static TimeSpan ReadTimeout(IConfiguration configuration)
    {
        if (Text(configuration, "Connector:Timeout") is not { } text)
            return TimeSpan.FromSeconds(15);
        return
            TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value)
            && value > TimeSpan.Zero
            && value <= TimeSpan.FromMinutes(5)
            ? value
            : throw new BotFrameworkSettingsException($"Connector:Timeout '{text}' is not a time such as 00:00:15, up to five minutes.");
    }

    private static string[] ReadHosts(IConfiguration configuration)
    {
        var section = configuration.GetSection("Connector:TrustedHosts");
        IEnumerable<string?> hosts = section.Value is { } list ? list.Split(',', ';') : section.GetChildren().Select(c => c.Value);
        return [.. hosts.Select(h => h?.Trim()).Where(h => !string.IsNullOrEmpty(h)).Select(h => h!)];
    }

    private static Uri? Url(IConfiguration configuration, string name)
    {
        if (Text(configuration, name) is not { } text)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            throw new BotFrameworkSettingsException($"{name} '{text}' is not an https URL.");
        return LoopbackHosts.IsSecureOrLoopback(url)
            ? url
            : throw new BotFrameworkSettingsException($"{name} '{text}' must be https; http is for this machine only.");
    }

    // The SDK adds the suffix where a token is asked for by scope, and needs the bare resource for a managed identity.
    private static string Scope(string scope)
    {
        const string Suffix = "/.default";
        return scope.EndsWith(Suffix, StringComparison.Ordinal) ? scope[..^Suffix.Length] : scope.TrimEnd('/');
    }

    private static string? Text(IConfiguration configuration, string name) =>
        configuration[name]?.Trim() is { Length: > 0 } text ? text : null;
}
