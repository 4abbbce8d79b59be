using ComplaintBot.BotService.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ComplaintBot.BotService.Endpoint;

/// <summary>
/// Keeps a process without authentication to its own machine. It refuses to start in Production and on any address that others can
/// reach; it refuses requests from other machines, through proxies, and for other host names (pages that rebind their name).
/// Without authentication, whoever reaches the port can be everybody.
/// </summary>
public sealed class LoopbackGuard(BotFrameworkSettings settings, IConfiguration configuration, IServiceProvider services)
    : IHostedLifecycleService
{
    private static readonly string[] ProxyHeaders =
    [
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Forwarded-Prefix",
        "Forwarded",
        "X-Real-IP",
    ];

    /// <summary>Refuses Production and configured addresses before anything listens.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.AuthMode != AuthMode.Disabled)
            return Task.CompletedTask;
        var environment = configuration["environment"] ?? configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"];
        if (string.Equals(environment, Environments.Production, StringComparison.OrdinalIgnoreCase))
            throw new BotFrameworkSettingsException(
                "Authentication is off, which is not allowed in Production. "
                    + "Set MicrosoftAppId (and Auth:Mode=Channel), or use another environment."
            );
        foreach (
            var address in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
            Demand(address);
        return Task.CompletedTask;
    }

    /// <summary>Refuses what the server really listens on; configuration has more ways than one.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (settings.AuthMode != AuthMode.Disabled)
            return Task.CompletedTask;
        foreach (var address in services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Demand(address);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Why a request is refused while authentication is off; null when it comes from this machine.</summary>
    public static string? Refusal(HttpContext http)
    {
        // Only a server inside the process (in tests) has no addresses: sockets without them are refused at start.
        if (http.Connection.RemoteIpAddress is { } remote && !LoopbackHosts.IsLoopback(remote))
            return "requests from other machines";
        if (http.Connection.LocalIpAddress is { } local && !LoopbackHosts.IsLoopback(local))
            return "requests on an address that others can reach";
        if (Array.Exists(ProxyHeaders, http.Request.Headers.ContainsKey))
            return "requests through a proxy";
        return http.Request.Host.HasValue && !LoopbackHosts.IsLoopback(http.Request.Host.Host) ? "requests for another host name" : null;
    }

    private static void Demand(string address)
    {
        // Kestrel's wildcards (http://*:80, http://+:80) are no URIs, and unix sockets have no host: both are refused.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !LoopbackHosts.IsLoopback(url.Host))
            throw new BotFrameworkSettingsException(
                $"Authentication is off, so the bot may listen on this machine only, not on {address}. "
                    + "Use http://127.0.0.1:PORT, or set MicrosoftAppId."
            );
    }
}
