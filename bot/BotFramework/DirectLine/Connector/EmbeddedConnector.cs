using BotFramework.Connector;
using BotFramework.DirectLine.Streams;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine.Connector;

/// <summary>The way from the bot to clients of the embedded Direct Line, for everything that is sent without an outbox.</summary>
public sealed class EmbeddedConnector(
    IDirectLineStore store,
    DirectLineSignal signal,
    IOptions<DirectLineOptions> options,
    TimeProvider clock
) : IConnectorRoute
{
    /// <inheritdoc/>
    public bool Serves(string serviceUrl) => serviceUrl == DirectLineActivities.ServiceUrl;

    /// <inheritdoc/>
    public IConnectorClient Create(string serviceUrl) => new EmbeddedConnectorClient(store, signal, options.Value, clock);
}
