using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DirectLine.Access;
using Understanding.Questions;

namespace ComplaintBot.Reports.Downloads;

/// <summary>Orders for files as text that only this bot can write and that ends by itself: for a download link, and for the consent
/// card of Teams.</summary>
public sealed class SignedOrders(IDirectLineKeys keys, TimeProvider time)
{
    /// <summary>How long a download link works. Whoever has it has the file.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    private const string Purpose = "answer file";

    /// <summary>The order as text of letters, digits, '-', '_' and '.', good until <paramref name="life"/> from now.</summary>
    public async Task<string> WriteAsync(FileOrder order, TimeSpan life, CancellationToken cancellationToken)
    {
        var key = (await keys.GetAsync(cancellationToken)).Current;
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(order, QueryJson.Options));
        return $"{key.Id}.{until}.{body}.{Sign(key, until, body)}";
    }

    /// <summary>The order; null when the text is not ours, was changed, or its time is over.</summary>
    public async Task<FileOrder?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (
            text.Split('.') is not [.. var kid, var until, var body, var signature]
            || (await keys.GetAsync(cancellationToken)).Find(string.Join('.', kid)) is not { } key
        )
            return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(key, until, body)), Encoding.UTF8.GetBytes(signature)))
            return null;
        // Signed by us: everything below is as we wrote it.
        return long.Parse(until, CultureInfo.InvariantCulture) < time.GetUtcNow().ToUnixTimeSeconds()
            ? null
            : JsonSerializer.Deserialize<FileOrder>(Base64Url.DecodeFromChars(body), QueryJson.Options);
    }

    private static string Sign(DirectLineKey key, string until, string body) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes($"{until}.{body}")));
}
