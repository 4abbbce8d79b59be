using Microsoft.AspNetCore.Http;

namespace DirectLine.Endpoints;

/// <summary>The address under which this client reaches this server, for links in answers.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme and host without a trailing slash, from the settings or from the request.</summary>
    public static string Of(HttpRequest request, DirectLineOptions options)
    {
        if (options.PublicBaseUrl is { } configured)
            return configured.AbsoluteUri.TrimEnd('/');
        // Behind a proxy that ends TLS the request looks like http, but the page's origin tells.
        var secure = $"https://{request.Host.Value}";
        var scheme = string.Equals(request.Headers.Origin.ToString(), secure, StringComparison.OrdinalIgnoreCase)
            ? "https"
            : request.Scheme;
        return $"{scheme}://{request.Host.Value}";
    }

    /// <summary>The same for WebSockets: ws or wss.</summary>
    public static string OfStream(HttpRequest request, DirectLineOptions options)
    {
        var address = Of(request, options);
        return "ws" + address["http".Length..];
    }
}
