using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Schema;

namespace ComplaintBot.BotService.Proof;

/// <summary>
/// Tokens of the Bot Connector: issuer, audience, time, the signed service URL, a signature by a key that is endorsed for the activity's
/// channel. A key without endorsements speaks for no channel. What costs nothing is checked before any key is looked for.
/// </summary>
public sealed class ChannelTokens(BotFrameworkSettings settings, IssuerKeys keys, TimeProvider time)
{
    /// <summary>Checks one activity's token.</summary>
    /// <exception cref="NotProvenException">The sender is not proven.</exception>
    public async Task<Caller> ProveAsync(Activity activity, ReceivedToken token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (token.Claim("iss") != settings.ChannelTokenIssuer)
            throw new NotProvenException("another issuer");
        if (token.Claim("aud") != settings.AppId)
            throw new NotProvenException("the token is for another bot");
        if (token.TimeProblem(now) is { } problem)
            throw new NotProvenException(problem);
        var key = await keys.FindAsync(token.KeyId, cancellationToken);
        if (key is null || !await token.IsValidAsync(key.Key, settings.ChannelTokenIssuer, settings.AppId!, now))
            throw new NotProvenException("the signature is by no key of the channel");
        // Only a proven sender learns what his activity lacks.
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl))
            throw new NotProvenException(ProofFailure.Malformed, "The activity has no channelId or no serviceUrl.");
        if (!key.Endorsements.Contains(activity.ChannelId))
            throw new NotProvenException($"the key is not endorsed for {activity.ChannelId}");
        return string.Equals(token.Claim("serviceurl"), activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? new Caller(ProofPath.Channel, settings.AppId, settings.Cloud.CallerId)
            : throw new NotProvenException("the token is for another service URL");
    }
}
