using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using DirectLine.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DirectLine.Access;

/// <summary>Stands in front of every operation: who calls, from which page, how often.</summary>
internal sealed class DirectLineGate(
    DirectLineTokenService tokens,
    IDirectLineStore store,
    IOptions<DirectLineOptions> options,
    TimeProvider clock
) : IDisposable
{
    private const string Scheme = "Bearer ";

    private readonly PartitionedRateLimiter<string> _reads = PartitionedRateLimiter.Create<string, string>(conversation =>
        RateLimitPartition.GetTokenBucketLimiter(
            conversation,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.Value.Limits.ReadsPerConversation.Burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = options.Value.Limits.ReadsPerConversation.Every,
                AutoReplenishment = true,
            }
        )
    );

    private readonly Refusals _refused = new();

    private DirectLineOptions Settings => options.Value;

    /// <summary>The caller of a request for a conversation (null = for none in particular), or why it is turned away.</summary>
    public async Task<(DirectLineCaller? Caller, DirectLineError? Error)> EnterAsync(HttpContext http, string? conversationId)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (
            !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header[Scheme.Length..].Trim() is not { Length: > 0 } credential
        )
            return (null, DirectLineError.NoToken);
        if (Settings.Secret is { Length: > 0 } secret && SameText(credential, secret))
            return OriginAllowed(http, []) ? (new DirectLineCaller(null), null) : (null, DirectLineError.ForeignOrigin);

        var reading = await tokens.ReadAsync(credential, http.RequestAborted);
        if (!OriginAllowed(http, reading.Token?.Origins ?? []))
            return (null, DirectLineError.ForeignOrigin);
        return reading switch
        {
            { Token: { } token, Fault: TokenFault.None } when conversationId is null || token.Conversation == conversationId => (
                new DirectLineCaller(token),
                null
            ),
            // Said only to pages that may call: others see nothing of the answer.
            { Fault: TokenFault.Expired } => (null, DirectLineError.TokenExpired),
            _ => (null, DirectLineError.Forbidden),
        };
    }

    /// <summary>True when a page of the request's origin may call; the answer then carries the CORS headers.</summary>
    public bool OriginAllowed(HttpContext http, IReadOnlyList<string> tokenOrigins)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return true;
        if (!OriginPolicy.Allows(origin, OwnOrigins(http), Settings.AllowedOrigins, tokenOrigins))
            return false;
        http.Response.Headers.AccessControlAllowOrigin = origin;
        http.Response.Headers.AccessControlExposeHeaders = "Retry-After";
        return true;
    }

    /// <summary>Counts something that writes: against the user, the conversation and the address, as far as known. Null when it may
    /// go on.</summary>
    public async Task<DirectLineError?> ChargeAsync(
        HttpContext http,
        string? userId,
        string? conversationId,
        params IEnumerable<RateCharge> more
    )
    {
        var charges = new List<RateCharge>(more) { new(ClientAddress.KeyOf(http), Settings.Limits.PerAddress) };
        if (userId is not null)
            charges.Add(new("user:" + userId, Settings.Limits.PerUser));
        if (conversationId is not null)
            charges.Add(new("conversation:" + conversationId, Settings.Limits.PerConversation));
        var (now, who) = (clock.GetUtcNow(), string.Join('\n', charges.Select(c => c.Key)));
        if (_refused.Until(who, now) is { } left)
            return DirectLineError.TooMany(left);
        var wait = await store.ChargeAsync(charges, now, http.RequestAborted);
        if (wait == TimeSpan.Zero)
            return null;
        _refused.Remember(who, now + wait, now);
        return DirectLineError.TooMany(wait);
    }

    /// <summary>Counts something that only reads. Null when it may go on.</summary>
    public DirectLineError? ChargeRead(string conversationId)
    {
        using var lease = _reads.AttemptAcquire(conversationId);
        return lease.IsAcquired ? null : DirectLineError.TooMany(Settings.Limits.ReadsPerConversation.Every);
    }

    /// <inheritdoc/>
    public void Dispose() => _reads.Dispose();

    private string[] OwnOrigins(HttpContext http)
    {
        // A proxy that ends TLS keeps the host but not the scheme, so both schemes of the own host count as own.
        var host = http.Request.Host.Value ?? "";
        var own = new[] { "http://" + host, "https://" + host };
        return Settings.PublicBaseUrl is { } url ? [.. own, url.GetLeftPart(UriPartial.Authority)] : own;
    }

    private static bool SameText(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
