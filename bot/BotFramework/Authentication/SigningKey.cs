using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace BotFramework.Authentication;

/// <summary>A public RSA key with the channels it may speak for.</summary>
public sealed class SigningKey
{
    private const int LeastBits = 2048;

    private readonly RSAParameters _parameters;

    private SigningKey(string keyId, RSAParameters parameters, IReadOnlySet<string> endorsements)
    {
        KeyId = keyId;
        _parameters = parameters;
        Endorsements = endorsements;
    }

    /// <summary>The key's id.</summary>
    public string KeyId { get; }

    /// <summary>Channels that may sign with it; empty for keys of the directory.</summary>
    public IReadOnlySet<string> Endorsements { get; }

    /// <summary>Whether the token was signed by this key with RS256, RS384 or RS512; any other algorithm is false.</summary>
    public bool Verifies(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (HashOf(token.Algorithm) is not { } hash)
            return false;
        using var rsa = RSA.Create(_parameters);
        return rsa.VerifyData(token.SignedPart.Span, token.Signature.Span, hash, RSASignaturePadding.Pkcs1);
    }

    /// <summary>Whether an algorithm may be used at all.</summary>
    public static bool Allows(string algorithm) => HashOf(algorithm) is not null;

    /// <summary>Reads the usable keys of a JWKS document; keys of other kinds, for encryption or below 2048 bits are left out.</summary>
    public static IReadOnlyDictionary<string, SigningKey> ReadSet(JsonElement document)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (
            document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty("keys", out var list)
            || list.ValueKind != JsonValueKind.Array
        )
            throw new JsonException("The key document has no keys.");
        foreach (var entry in list.EnumerateArray())
        {
            if (Read(entry) is { } key)
                keys[key.KeyId] = key;
        }

        return keys;
    }

    private static SigningKey? Read(JsonElement entry)
    {
        if (
            entry.ValueKind != JsonValueKind.Object
            || Text(entry, "kty") != "RSA"
            || Text(entry, "use") is not (null or "sig")
            || Text(entry, "kid") is not { } keyId
        )
            return null;
        if (
            Bytes(entry, "n") is not { } modulus
            || Bytes(entry, "e") is not { } exponent
            || modulus.AsSpan().TrimStart((byte)0).Length * 8 < LeastBits
        )
            return null;
        var endorsements =
            entry.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)
                : [];
        return new SigningKey(
            keyId,
            new RSAParameters { Modulus = modulus, Exponent = exponent },
            endorsements.ToHashSet(StringComparer.Ordinal)
        );
    }

    private static HashAlgorithmName? HashOf(string algorithm) =>
        algorithm switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => null,
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement element, string name)
    {
        if (Text(element, name) is not { } text)
            return null;
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            // One unreadable key must not hide the others.
            return null;
        }
    }
}
