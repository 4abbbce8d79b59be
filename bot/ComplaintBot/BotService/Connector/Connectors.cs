using System.Collections.Concurrent;
using System.Security.Claims;
using ComplaintBot.BotService.Proof;
using ComplaintBot.BotService.Settings;
using DirectLine.Wire;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace ComplaintBot.BotService.Connector;

/// <summary>
/// One connector client of the SDK per service URL and audience, kept. A client of its own for each turn, as the SDK's samples make
/// it, builds its JSON contracts anew each time, which costs most of a turn.
/// </summary>
public sealed class Connectors(BotFrameworkAuthentication authentication, BotFrameworkSettings settings)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string ServiceUrl, string Audience), Lazy<Task<IConnectorClient>>> _clients = new();

    /// <summary>The client for a service URL.</summary>
    /// <exception cref="ArgumentException">It is no http or https URL.</exception>
    public Task<IConnectorClient> ForAsync(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            throw new ArgumentException($"'{serviceUrl}' is no service URL.", nameof(serviceUrl));
        // Channels have a handful; a bound all the same, since the URLs come from outside.
        if (_clients.Count >= Most)
            _clients.Clear();
        var audience = authentication.GetOriginatingAudience();
        return _clients
            .GetOrAdd(
                (serviceUrl, audience),
                key => new(() => CreateAsync(key.ServiceUrl, key.Audience))
            )
            .Value;
    }

    private async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience)
    {
        var client = await authentication.CreateConnectorFactory(Identity()).CreateAsync(serviceUrl, audience, CancellationToken.None);
        if (client is ConnectorClient { SerializationSettings: { } settings })
            ProtocolJson.Configure(settings);
        return client;
    }

    private ClaimsIdentity Identity() => new Caller(ProofPath.Channel, settings.AppId, null).Identity();
}
