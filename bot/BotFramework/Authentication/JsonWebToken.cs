using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace BotFramework.Authentication;

/// <summary>A signed token, taken apart but not yet believed.</summary>
public sealed class JsonWebToken
{
    private const int MaxLength = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly JsonElement _claims;

    private JsonWebToken(string algorithm, string keyId, JsonElement claims, byte[] signedPart, byte[] signature)
    {
        Algorithm = algorithm;
        KeyId = keyId;
        _claims = claims;
        SignedPart = signedPart;
        Signature = signature;
    }

    /// <summary>The header's alg.</summary>
    public string Algorithm { get; }

    /// <summary>The header's kid.</summary>
    public string KeyId { get; }

    /// <summary>The bytes that were signed.</summary>
    public ReadOnlyMemory<byte> SignedPart { get; }

    /// <summary>The signature.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>
    /// Takes apart the value of an Authorization header: exactly "Bearer", one space, and a compact signed token. False for anything else,
    /// for repeated names, for critical extensions (none is understood) and for tokens over 16 K characters.
    /// </summary>
    public static bool TryRead(string? authorization, [NotNullWhen(true)] out JsonWebToken? token)
    {
        token = null;
        const string Scheme = "Bearer ";
        if (authorization is null || authorization.Length > MaxLength || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
            return false;
        var text = authorization[Scheme.Length..];
        var parts = text.Split('.');
        if (parts.Length != 3 || text.AsSpan().ContainsAny(" \t\r\n"))
            return false;
        if (
            ReadObject(parts[0]) is not { } header
            || ReadObject(parts[1]) is not { } claims
            || Decode(parts[2]) is not { Length: > 0 } signature
        )
            return false;
        if (Text(header, "alg") is not { } algorithm || Text(header, "kid") is not { } keyId || header.TryGetProperty("crit", out _))
            return false;
        token = new JsonWebToken(algorithm, keyId, claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
        return true;
    }

    /// <summary>A claim that is text; null when absent or of another type.</summary>
    public string? Claim(string name) => Text(_claims, name);

    /// <summary>A claim that is a time; null when absent or of another type.</summary>
    public DateTimeOffset? Time(string name)
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

    /// <summary>Whether a claim is there at all.</summary>
    public bool Has(string name) => _claims.TryGetProperty(name, out _);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? ReadObject(string part)
    {
        if (Decode(part) is not { } bytes)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object && HasValidText(document.RootElement)
                ? document.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            // Not a token; the caller refuses it like any other.
            return null;
        }
    }

    // Half a surrogate pair would throw later, when the text is read.
    private static bool HasValidText(JsonElement element)
    {
        try
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                    _ = property.Value.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            // Not base64url; the caller refuses it like any other.
            return null;
        }
    }
}
