using BotFramework.Schema;

namespace BotFramework.Authentication;

/// <summary>
/// Tokens of the Bot Connector: issuer, audience, time, the signed service URL, a signature by a key that is endorsed for the activity's
/// channel. A key without endorsements speaks for no channel. What costs nothing is checked before any key is looked for.
/// </summary>
public sealed class ChannelValidation(BotFrameworkSettings settings, OpenIdMetadata metadata, TimeProvider time)
{
    /// <summary>Checks one activity's token.</summary>
    public async Task<AuthenticationOutcome> AuthenticateAsync(Activity activity, JsonWebToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(token);
        if (token.Claim("iss") != settings.ChannelTokenIssuer)
            return AuthenticationOutcome.Refused("another issuer");
        if (token.Claim("aud") != settings.AppId)
            return AuthenticationOutcome.Refused("the token is for another bot");
        if (TokenTimes.Problem(token, time.GetUtcNow()) is { } problem)
            return AuthenticationOutcome.Refused(problem);
        var (key, unavailable) = await metadata.FindAsync(token.KeyId, cancellationToken);
        if (unavailable)
            return AuthenticationOutcome.Unavailable("the channel's keys cannot be had");
        if (key?.Verifies(token) != true)
            return AuthenticationOutcome.Refused("the signature is by no key of the channel");
        // Only a proven sender learns what his activity lacks.
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl))
            return AuthenticationOutcome.Malformed("The activity has no channelId or no serviceUrl.");
        if (!key.Endorsements.Contains(activity.ChannelId))
            return AuthenticationOutcome.Refused($"the key is not endorsed for {activity.ChannelId}");
        return string.Equals(token.Claim("serviceurl"), activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? AuthenticationOutcome.Authenticated(
                new AuthenticateRequestResult(AuthenticationPath.Channel, settings.AppId, settings.Cloud.CallerId)
            )
            : AuthenticationOutcome.Refused("the token is for another service URL");
    }
}
