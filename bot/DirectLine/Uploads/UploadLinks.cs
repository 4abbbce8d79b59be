using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DirectLine.Access;
using DirectLine.Wire;
using Microsoft.Extensions.Options;

namespace DirectLine.Uploads;

/// <summary>Signed, expiring download links. Whoever has the link may fetch the one file it names until it expires.</summary>
public sealed class UploadLinks(IDirectLineKeys keys, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private static readonly Encoding Utf8 = Encoding.UTF8;

    /// <summary>A link to a stored file. <paramref name="publicAddress"/> = scheme and host without trailing slash;
    /// <paramref name="lifetime"/> null = the setting's.</summary>
    public async Task<string> CreateAsync(
        string publicAddress,
        string conversationId,
        string uploadId,
        TimeSpan? lifetime,
        CancellationToken cancellationToken
    )
    {
        var ring = await keys.GetAsync(cancellationToken);
        return Create(ring.Current, publicAddress, conversationId, uploadId, clock.GetUtcNow() + (lifetime ?? options.Value.LinkLifetime));
    }

    /// <summary>The activity as a client gets it: places of stored files replaced by links. Anything else stays byte for byte.</summary>
    public async Task<string> ForClientAsync(
        string activityJson,
        string conversationId,
        string publicAddress,
        CancellationToken cancellationToken
    )
    {
        if (
            !activityJson.Contains(DirectLineActivities.UploadUrlPrefix, StringComparison.Ordinal)
            || JsonNode.Parse(activityJson) is not JsonObject activity
            || activity["attachments"] is not JsonArray attachments
        )
            return activityJson;
        foreach (var attachment in attachments.OfType<JsonObject>())
        {
            if (attachment["contentUrl"] is JsonValue url && DirectLineActivities.UploadIdOf(url.GetValue<string>()) is { } uploadId)
                attachment["contentUrl"] = await CreateAsync(publicAddress, conversationId, uploadId, null, cancellationToken);
        }
        return activity.ToJsonString(WireText.Options);
    }

    /// <summary>True when a link with these parts was made here and has not expired.</summary>
    internal async Task<bool> IsValidAsync(
        string conversationId,
        string uploadId,
        string? expires,
        string? keyId,
        string? signature,
        CancellationToken cancellationToken
    )
    {
        if (
            !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds <= clock.GetUtcNow().ToUnixTimeSeconds()
            || (await keys.GetAsync(cancellationToken)).Find(keyId) is not { } key
            || signature is null
        )
            return false;
        return CryptographicOperations.FixedTimeEquals(
            Utf8.GetBytes(Sign(key, conversationId, uploadId, seconds)),
            Utf8.GetBytes(signature)
        );
    }

    private static string Create(DirectLineKey key, string publicAddress, string conversationId, string uploadId, DateTimeOffset expires)
    {
        var seconds = expires.ToUnixTimeSeconds();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{publicAddress}/v3/directline/attachments/{Uri.EscapeDataString(conversationId)}/{Uri.EscapeDataString(uploadId)}"
                + $"?e={seconds}&k={Uri.EscapeDataString(key.Id)}&s={Sign(key, conversationId, uploadId, seconds)}"
        );
    }

    private static string Sign(DirectLineKey key, string conversationId, string uploadId, long expires) =>
        Base64Url.EncodeToString(
            key.SignLink(Utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{conversationId}\n{uploadId}\n{expires}")))
        );
}
