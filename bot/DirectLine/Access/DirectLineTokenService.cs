using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace DirectLine.Access;

/// <summary>Issues and reads Direct Line tokens: compact JWS, HS256, bound to one conversation and its user.</summary>
public sealed class DirectLineTokenService(IDirectLineKeys keys, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    // Processes that share a database may disagree a little about the time.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private sealed record Claims(
        string? Bot,
        string? Site,
        string? Conv,
        string? User,
        string? Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SelfNamed,
        string[]? Origin,
        long Nbf,
        long Exp,
        string? Iss
    );

    /// <summary>A fresh conversation id that nobody can guess (128 random bits, letters and digits and <c>-_</c>).</summary>
    public static string NewConversationId() => NewId();

    /// <summary>A fresh user id that nobody can guess. Ids that start with <c>dl_</c> are valid only inside a token.</summary>
    public static string NewUserId() => "dl_" + NewId();

    /// <summary>Signs a token for the user of the conversation that is valid from now on for
    /// <see cref="DirectLineOptions.TokenLifetime"/>.</summary>
    public async Task<IssuedToken> IssueAsync(DirectLineToken grant, CancellationToken cancellationToken)
    {
        var (settings, now) = (options.Value, clock.GetUtcNow());
        var ring = await keys.GetAsync(cancellationToken);
        var claims = new Claims(
            settings.BotId,
            settings.Site,
            grant.Conversation,
            grant.User,
            grant.UserName,
            grant.SelfNamed,
            grant.Origins.Count == 0 ? null : [.. grant.Origins],
            now.ToUnixTimeSeconds(),
            (now + settings.TokenLifetime).ToUnixTimeSeconds(),
            settings.Site
        );
        return new(grant.Conversation, CompactJws.Write(ring.Current, claims), (int)settings.TokenLifetime.TotalSeconds);
    }

    /// <summary>A token for a conversation of a user, both known to the caller; the expiry is set here.</summary>
    public Task<IssuedToken> IssueAsync(string conversationId, string? userId, CancellationToken cancellationToken) =>
        IssueAsync(new DirectLineToken(conversationId, userId, default), cancellationToken);

    /// <summary>Reads a token of ours. A token that is expired tells so only after its signature was right.</summary>
    public async Task<TokenReading> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var (settings, now) = (options.Value, clock.GetUtcNow());
        var claims = CompactJws.Read<Claims>(await keys.GetAsync(cancellationToken), token);
        if (
            claims is not { Conv.Length: > 0 }
            || claims.Bot != settings.BotId
            || claims.Iss != settings.Site
            || claims.Nbf > (now + ClockSkew).ToUnixTimeSeconds()
        )
            return new(null, TokenFault.Invalid);
        var grant = new DirectLineToken(claims.Conv, claims.User, DateTimeOffset.FromUnixTimeSeconds(claims.Exp))
        {
            UserName = claims.Name,
            SelfNamed = claims.SelfNamed,
            Origins = claims.Origin ?? [],
        };
        return new(grant, grant.Expires <= now ? TokenFault.Expired : TokenFault.None);
    }

    internal static string NewId() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
