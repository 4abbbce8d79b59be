using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace DirectLine.Access;

/// <summary>The address that a request is counted under.</summary>
public static class ClientAddress
{
    /// <summary>The key for <see cref="RateCharge"/>. One household or office has a whole /64 of IPv6 addresses, so they count as
    /// one.</summary>
    public static string KeyOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return "address:"
            + (
                address.AddressFamily == AddressFamily.InterNetworkV6
                    ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
                    : address.ToString()
            );
    }
}
