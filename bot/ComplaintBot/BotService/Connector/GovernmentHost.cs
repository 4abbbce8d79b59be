namespace ComplaintBot.BotService.Connector;

/// <summary>Tenants of the US government community cloud are refused at the public host and served at their own.</summary>
internal static class GovernmentHost
{
    /// <summary>The code of that refusal.</summary>
    public const string Code = "InvalidBotApiHost";

    private static readonly Uri Gcc = new("https://smba.infra.gcc.teams.microsoft.com/gcc");

    /// <summary>Where to try instead; null when the address was no public one.</summary>
    public static Uri? For(Uri serviceUrl) =>
        serviceUrl.Host.Equals("smba.trafficmanager.net", StringComparison.OrdinalIgnoreCase) ? Gcc : null;
}
