using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Schema;

namespace ComplaintBot.BotService.Proof;

/// <summary>
/// Tokens of the directory for the bot's own application, as the Bot Framework Emulator and the Agents Playground send when they know
/// the bot's secret. Off unless Auth:AllowEmulator. Stricter than the SDK: the directory is pinned, its id must match the issuer, and the
/// audience must be the bot, so that a token which the bot itself sent to some channel is worth nothing here.
/// </summary>
public sealed class EmulatorTokens(BotFrameworkSettings settings, IssuerKeys keys, TimeProvider time)
{
    /// <summary>Whether the token comes from a directory at all.</summary>
    public bool IsIssuerOf(ReceivedToken token) => TenantOf(token) is not null;

    /// <summary>Checks one activity's token.</summary>
    /// <exception cref="NotProvenException">The sender is not proven.</exception>
    public async Task<Caller> ProveAsync(Activity activity, ReceivedToken token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (TenantOf(token) is not { } tenant || (token.Has("tid") && token.Claim("tid") != tenant))
            throw new NotProvenException("another directory");
        var appId = token.Claim("ver") switch
        {
            "1.0" => token.Claim("appid"),
            "2.0" => token.Claim("azp"),
            _ => null,
        };
        if (appId is null || appId != settings.AppId || token.Claim("aud") is not { } audience || !IsOwnAudience(audience))
            throw new NotProvenException("the token is of another application");
        if (token.TimeProblem(now) is { } problem)
            throw new NotProvenException(problem);
        var key = await keys.FindAsync(token.KeyId, cancellationToken);
        if (key is null || !await token.IsValidAsync(key.Key, token.Claim("iss")!, audience, now))
            throw new NotProvenException("the signature is by no key of the directory");
        return string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl)
            ? throw new NotProvenException(ProofFailure.Malformed, "The activity has no channelId or no serviceUrl.")
            : new Caller(ProofPath.Emulator, settings.AppId, null);
    }

    private bool IsOwnAudience(string audience) => audience == settings.AppId || audience == $"api://{settings.AppId}";

    private string? TenantOf(ReceivedToken token)
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
