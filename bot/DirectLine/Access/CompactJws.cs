using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DirectLine.Access;

/// <summary>Compact JWS with HS256, the only algorithm written or accepted. JWT-shaped because Web Chat reads its user id out of
/// the payload.</summary>
internal static class CompactJws
{
    private const int LongestToken = 8 * 1024;

    private sealed record Header(string Alg, string Typ, string Kid);

    public static string Write(DirectLineKey key, object payload)
    {
        var head = Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(new Header("HS256", "JWT", key.Id), JsonSerializerOptions.Web)
        );
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload, payload.GetType(), JsonSerializerOptions.Web));
        var signed = $"{head}.{body}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignToken(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The payload of a token signed by a key of the ring; default for anything else.</summary>
    public static T? Read<T>(DirectLineKeyRing keys, string token)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var head, var body, var signature])
            return default;
        try
        {
            var header = JsonSerializer.Deserialize<Header>(Base64Url.DecodeFromChars(head), JsonSerializerOptions.Web);
            if (header is not { Alg: "HS256" } || keys.Find(header.Kid) is not { } key)
                return default;
            var expected = key.SignToken(Encoding.ASCII.GetBytes($"{head}.{body}"));
            return CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(signature))
                ? JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(body), JsonSerializerOptions.Web)
                : default;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return default; // not a token at all
        }
    }
}
