using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ComplaintBot.BotService.Proof;

/// <summary>A signed token, taken apart but not yet believed.</summary>
public sealed class ReceivedToken
{
    private const int MaxLength = 16 * 1024;
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };
    private static readonly JsonWebTokenHandler Handler = new();

    private readonly JsonWebToken _token;
    private readonly JsonElement _claims;

    private ReceivedToken(JsonWebToken token, JsonElement claims) => (_token, _claims) = (token, claims);

    /// <summary>The header's kid.</summary>
    public string KeyId => _token.Kid;

    /// <summary>
    /// Takes apart the value of an Authorization header: exactly "Bearer", one space, and a compact token signed with RS256, RS384 or
    /// RS512. False for anything else, for repeated names, for critical extensions (none is understood) and for tokens over 16 K
    /// characters.
    /// </summary>
    public static bool TryRead(string? authorization, [NotNullWhen(true)] out ReceivedToken? token)
    {
        token = null;
        const string Scheme = "Bearer ";
        if (authorization is null || authorization.Length > MaxLength || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
            return false;
        var text = authorization[Scheme.Length..];
        if (text.Count(c => c == '.') != 2 || text.AsSpan().ContainsAny(" \t\r\n"))
            return false;
        try
        {
            var parsed = new JsonWebToken(text);
            if (string.IsNullOrEmpty(parsed.Kid) || !Algorithms.Contains(parsed.Alg) || parsed.TryGetHeaderValue<object>("crit", out _))
                return false;
            if (parsed.EncodedSignature.Length == 0 || ReadClaims(parsed.EncodedPayload) is not { } claims)
                return false;
            token = new ReceivedToken(parsed, claims);
            return true;
        }
        catch (Exception e)
            when (e is ArgumentException or SecurityTokenException or JsonException or FormatException or InvalidOperationException)
        {
            // Not a token; the caller refuses it like any other header.
            return false;
        }
    }

    /// <summary>A claim that is text; null when absent or of another type.</summary>
    public string? Claim(string name) =>
        _claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whether a claim is there at all.</summary>
    public bool Has(string name) => _claims.TryGetProperty(name, out _);

    /// <summary>Why the token is out of its time, with five minutes for clocks that differ; null when it is not.</summary>
    public string? TimeProblem(DateTimeOffset now)
    {
        if (Time("exp") is not { } expires)
            return "the token never expires";
        if (now >= expires + Skew)
            return "the token has expired";
        if (!Has("nbf"))
            return null;
        return Time("nbf") is { } begins && now >= begins - Skew ? null : "the token is not valid yet";
    }

    /// <summary>Whether the token is of this issuer for this audience, in its time, and signed by this key.</summary>
    public async Task<bool> IsValidAsync(SecurityKey key, string issuer, string audience, DateTimeOffset now)
    {
        var result = await Handler.ValidateTokenAsync(
            _token,
            new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = audience,
                ValidAlgorithms = Algorithms,
                IssuerSigningKey = key,
                // IdentityModel knows only the machine's clock.
                LifetimeValidator = (_, _, _, _) => TimeProblem(now) is null,
            }
        );
        return result.IsValid;
    }

    private DateTimeOffset? Time(string name)
    {
        const double LatestSecond = 253402300799;
        return
            _claims.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var seconds)
            && seconds is >= 0 and <= LatestSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
    }

    private static JsonElement? ReadClaims(string payload)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload), Strict);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        // Half a surrogate pair throws here instead of later.
        foreach (var claim in document.RootElement.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.String))
            _ = claim.Value.GetString();
        return document.RootElement.Clone();
    }
}
