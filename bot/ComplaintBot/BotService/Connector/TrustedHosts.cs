using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Settings;

namespace ComplaintBot.BotService.Connector;

/// <summary>
/// Which URLs may see the bot's token: https at the hosts of the cloud and of Connector:TrustedHosts. http only at hosts of this machine
/// that the setting lists by name. A leading dot means the domain with everything below it.
/// </summary>
public sealed class TrustedHosts(BotFrameworkSettings settings)
{
    /// <summary>Whether the token may go there.</summary>
    public bool MaySeeToken(Uri url)
    {
        if (!LoopbackHosts.IsSecureOrLoopback(url) || url.UserInfo.Length > 0)
            return false;
        var listed = url.Scheme == Uri.UriSchemeHttps ? settings.Cloud.TrustedHosts.Concat(settings.TrustedHosts) : settings.TrustedHosts;
        return listed.Any(entry => Matches(entry, url.Host));
    }

    private static bool Matches(string entry, string host) =>
        entry[0] == '.'
            ? host.EndsWith(entry, StringComparison.OrdinalIgnoreCase) || host.Equals(entry[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(entry, StringComparison.OrdinalIgnoreCase);
}
