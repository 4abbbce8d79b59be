namespace BotFramework.Connector;

/// <summary>Clients for service URLs: a route of the host (such as the embedded Direct Line) when one serves the URL, else HTTP.</summary>
public sealed class ConnectorFactory(ConnectorHttp http, IEnumerable<IConnectorRoute> routes) : IConnectorFactory
{
    private readonly IConnectorRoute[] _routes = [.. routes];

    /// <inheritdoc/>
    public IConnectorClient Create(string serviceUrl)
    {
        if (Array.Find(_routes, r => r.Serves(serviceUrl)) is { } route)
            return route.Create(serviceUrl);
        return Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? new ConnectorClient(url, http)
            : throw new ArgumentException($"'{serviceUrl}' is no service URL.", nameof(serviceUrl));
    }
}
