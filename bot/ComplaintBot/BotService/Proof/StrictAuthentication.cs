using System.Security.Claims;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace ComplaintBot.BotService.Proof;

/// <summary>
/// Finds out who sent an activity, more strictly than the SDK does: the SDK takes a token without endorsements from the Emulator's issuers,
/// looks at no service URL when the activity has none, and learns a new key after days. What goes out is left to the SDK's own
/// authentication.
/// </summary>
public sealed class StrictAuthentication(
    BotFrameworkSettings settings,
    ChannelTokens channel,
    EmulatorTokens emulator,
    BotFrameworkAuthentication outbound
) : BotFrameworkAuthentication
{
    private const string AseChannel = "AseChannel";

    /// <summary>Checks an activity against the request's Authorization header.</summary>
    /// <exception cref="NotProvenException">The sender is not proven.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string? authHeader,
        CancellationToken cancellationToken
    )
    {
        var caller =
            settings.AuthMode == AuthMode.Disabled ? OfThisMachine(activity) : await ProvenAsync(activity, authHeader, cancellationToken);
        var identity = caller.Identity();
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = outbound.GetOriginatingAudience(),
            CallerId = caller.CallerId,
            ConnectorFactory = outbound.CreateConnectorFactory(identity),
        };
    }

    /// <summary>Streaming connections are not served.</summary>
    /// <exception cref="NotProvenException">Always.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader,
        string channelIdHeader,
        CancellationToken cancellationToken
    ) => throw new NotProvenException("streaming is not served");

    /// <inheritdoc/>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        outbound.CreateConnectorFactory(claimsIdentity);

    /// <inheritdoc/>
    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        outbound.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    /// <inheritdoc/>
    public override string GetOriginatingAudience() => outbound.GetOriginatingAudience();

    // A header is ignored; answers may go to this machine only, else the bot would post wherever a caller says.
    private static Caller OfThisMachine(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ChannelId))
            throw new NotProvenException(ProofFailure.Malformed, "The activity has no channelId.");
        return LoopbackHosts.IsLoopbackUrl(activity.ServiceUrl)
            ? Caller.Anonymous
            : throw new NotProvenException(
                ProofFailure.Malformed,
                "While authentication is off, the activity's serviceUrl must be an http URL of this machine."
            );
    }

    private Task<Caller> ProvenAsync(Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        if (!ReceivedToken.TryRead(authHeader, out var token))
            throw new NotProvenException("no token");
        // The App Service extension signs differently, and bots calling bots are not served: both fail here or by their issuer.
        if (activity.ChannelId == AseChannel)
            throw new NotProvenException("the channel is not served");
        return settings.AllowEmulator && emulator.IsIssuerOf(token)
            ? emulator.ProveAsync(activity, token, cancellationToken)
            : channel.ProveAsync(activity, token, cancellationToken);
    }
}
