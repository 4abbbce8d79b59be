using DirectLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ComplaintBot.BotService;

/// <summary>The address under which people reach this program: DirectLine:PublicBaseUrl, else where it listens (then only this
/// machine reaches it).</summary>
public sealed class BotAddress(IOptions<DirectLineOptions> options, IServer server)
{
    /// <summary>The full address of a path that begins with '/'.</summary>
    public Uri Of(string path)
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:3978";
        return new(
            options.Value.PublicBaseUrl
                ?? new Uri(
                    listening
                        .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
                        .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
                        .Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
                        .Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
                ),
            path
        );
    }
}
