using BotFramework.Schema;

namespace BotFramework.Authentication;

/// <summary>Finds out who sent an activity.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Checks an activity against the request's Authorization header.</summary>
    public abstract Task<AuthenticationOutcome> AuthenticateRequestAsync(
        Activity activity,
        string? authHeader,
        CancellationToken cancellationToken
    );
}

/// <summary>Every activity carries a token of its channel or, when allowed, of the Emulator.</summary>
public sealed class ChannelAuthentication(BotFrameworkSettings settings, ChannelValidation channel, EmulatorValidation emulator)
    : BotFrameworkAuthentication
{
    private const string AseChannel = "AseChannel";

    /// <inheritdoc/>
    public override Task<AuthenticationOutcome> AuthenticateRequestAsync(
        Activity activity,
        string? authHeader,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (!JsonWebToken.TryRead(authHeader, out var token))
            return Task.FromResult(AuthenticationOutcome.Refused("no token"));
        if (!SigningKey.Allows(token.Algorithm))
            return Task.FromResult(AuthenticationOutcome.Refused("the algorithm is not allowed"));
        // The App Service extension signs differently, and bots calling bots are not served: both fail here or by their issuer.
        if (activity.ChannelId == AseChannel)
            return Task.FromResult(AuthenticationOutcome.Refused("the channel is not served"));
        return settings.AllowEmulator && emulator.IsTokenFromEmulator(token)
            ? emulator.AuthenticateAsync(activity, token, cancellationToken)
            : channel.AuthenticateAsync(activity, token, cancellationToken);
    }
}

/// <summary>Nothing is proven. A header is ignored; answers may go to this machine only, else the bot would post wherever a caller
/// says.</summary>
public sealed class DisabledAuthentication : BotFrameworkAuthentication
{
    /// <inheritdoc/>
    public override Task<AuthenticationOutcome> AuthenticateRequestAsync(
        Activity activity,
        string? authHeader,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Task.FromResult(
            string.IsNullOrEmpty(activity.ChannelId) ? AuthenticationOutcome.Malformed("The activity has no channelId.")
            : LoopbackHosts.IsLoopbackUrl(activity.ServiceUrl) ? AuthenticationOutcome.Authenticated(AuthenticateRequestResult.Anonymous)
            : AuthenticationOutcome.Malformed("While authentication is off, the activity's serviceUrl must be an http URL of this machine.")
        );
    }
}
