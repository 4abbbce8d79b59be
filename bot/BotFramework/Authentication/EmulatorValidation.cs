using BotFramework.Schema;

namespace BotFramework.Authentication;

/// <summary>
/// Tokens of the directory for the bot's own application, as the Bot Framework Emulator and the Agents Playground send when they know
/// the bot's secret. Off unless Auth:AllowEmulator. Stricter than the SDK: the directory is pinned, its id must match the issuer, and the
/// audience must be the bot, so that a token which the bot itself sent to some channel is worth nothing here.
/// </summary>
public sealed class EmulatorValidation(BotFrameworkSettings settings, OpenIdMetadata metadata, TimeProvider time)
{
    /// <summary>Whether the token comes from a directory at all.</summary>
    public bool IsTokenFromEmulator(JsonWebToken token) => TenantOf(token) is not null;

    /// <summary>Checks one activity's token.</summary>
    public async Task<AuthenticationOutcome> AuthenticateAsync(Activity activity, JsonWebToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(token);
        if (TenantOf(token) is not { } tenant || (token.Has("tid") && token.Claim("tid") != tenant))
            return AuthenticationOutcome.Refused("another directory");
        var appId = token.Claim("ver") switch
        {
            "1.0" => token.Claim("appid"),
            "2.0" => token.Claim("azp"),
            _ => null,
        };
        if (appId is null || appId != settings.AppId || !IsOwnAudience(token.Claim("aud")))
            return AuthenticationOutcome.Refused("the token is of another application");
        if (TokenTimes.Problem(token, time.GetUtcNow()) is { } problem)
            return AuthenticationOutcome.Refused(problem);
        var (key, unavailable) = await metadata.FindAsync(token.KeyId, cancellationToken);
        if (unavailable)
            return AuthenticationOutcome.Unavailable("the directory's keys cannot be had");
        if (key?.Verifies(token) != true)
            return AuthenticationOutcome.Refused("the signature is by no key of the directory");
        return string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl)
            ? AuthenticationOutcome.Malformed("The activity has no channelId or no serviceUrl.")
            : AuthenticationOutcome.Authenticated(new AuthenticateRequestResult(AuthenticationPath.Emulator, settings.AppId, null));
    }

    private bool IsOwnAudience(string? audience) => audience == settings.AppId || audience == $"api://{settings.AppId}";

    private string? TenantOf(JsonWebToken token)
    {
        var issuer = token.Claim("iss");
        var own = settings.AppType == BotAppType.MultiTenant ? null : settings.AppTenantId;
        return settings
            .Cloud.DirectoryTenants.Append(own)
            .OfType<string>()
            .FirstOrDefault(tenant =>
                issuer == $"https://sts.windows.net/{tenant}/" || issuer == $"https://{settings.Cloud.DirectoryIssuerHost}/{tenant}/v2.0"
            );
    }
}
