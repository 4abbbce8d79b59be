using System.Net;

namespace ComplaintBot.BotService.Endpoint;

/// <summary>What counts as this machine.</summary>
public static class LoopbackHosts
{
    /// <summary>Whether a host name or address (brackets allowed) is this machine by its form alone; no name is looked up.</summary>
    public static bool IsLoopback(string? host)
    {
        if (string.IsNullOrEmpty(host))
            return false;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));
    }

    /// <summary>Whether an address is this machine, an IPv4 one inside IPv6 included.</summary>
    public static bool IsLoopback(IPAddress address)
    {
        return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    /// <summary>Whether an absolute http or https URL points to this machine.</summary>
    public static bool IsLoopbackUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && IsLoopback(parsed.Host);

    /// <summary>Whether a URL is https, or http on this machine.</summary>
    public static bool IsSecureOrLoopback(Uri url)
    {
        return url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsLoopback(url.Host));
    }
}
