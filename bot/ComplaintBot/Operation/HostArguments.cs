namespace ComplaintBot.Operation;

/// <summary>The arguments of the host, taken apart: settings for the configuration, as in every ASP.NET Core program
/// (<c>--Name:Part value</c> or <c>--Name:Part=value</c>), and the words that are left for commands.</summary>
internal sealed record HostArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Words)
{
    // Settings whose names have no colon; any other name without one is a mistake and stays a word, which is then refused.
    private static readonly HashSet<string> PlainNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "applicationName",
        "AllowedHosts",
        "ChannelService",
        "contentRoot",
        "environment",
        "http_ports",
        "https_ports",
        "MicrosoftAppCertificatePath",
        "MicrosoftAppId",
        "MicrosoftAppPassword",
        "MicrosoftAppTenantId",
        "MicrosoftAppType",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "shutdownTimeoutSeconds",
        "ToBotFromChannelOpenIdMetadataUrl",
        "ToBotFromChannelTokenIssuer",
        "ToBotFromEmulatorOpenIdMetadataUrl",
        "ToChannelFromBotLoginUrl",
        "ToChannelFromBotOAuthScope",
        "urls",
    };

    /// <summary>Takes arguments apart; both lists keep their order.</summary>
    public static HostArguments Split(IReadOnlyList<string> arguments)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsSetting(arguments[i]))
            {
                words.Add(arguments[i]);
                continue;
            }
            settings.Add(arguments[i]);
            if (!arguments[i].Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Count)
                settings.Add(arguments[++i]);
        }
        return new(settings, words);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            return false;
        var name = argument[2..].Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal) || PlainNames.Contains(name);
    }
}
