using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ComplaintBot.BotService.Proof;

/// <summary>A public key with the channels it may speak for; none for keys of the directory.</summary>
public sealed record IssuerKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>
/// An issuer's keys with their endorsements, kept for a day. An unknown key id asks again at most once in five minutes, one question at
/// a time whatever arrives meanwhile; when the issuer does not answer, the keys at hand stay in use. (IdentityModel's own cache asks in
/// the background and so refuses the first token of a new key.)
/// </summary>
public sealed class IssuerKeys(Uri metadataUrl, HttpClient http, TimeProvider time, ILogger<IssuerKeys> logger)
{
    private const int LeastBits = 2048;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ColdPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private IReadOnlyDictionary<string, IssuerKey>? _keys;
    private Task? _fetch;
    private DateTimeOffset _refreshAt = DateTimeOffset.MinValue;
    private DateTimeOffset _unknownKeyRefreshAt = DateTimeOffset.MinValue;

    /// <summary>Looks for a key by its id; null when the issuer has none of that id.</summary>
    /// <exception cref="NotProvenException">No keys could be had at all.</exception>
    public async Task<IssuerKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (!TryFind(keyId, out var found, out var fetch))
        {
            await fetch.WaitAsync(cancellationToken);
            found = FindFresh(keyId);
        }
        return found;
    }

    /// <summary>The usable keys of a key document; keys of other kinds, for encryption or below 2048 bits are left out.</summary>
    public static IReadOnlyDictionary<string, IssuerKey> Usable(JsonWebKeySet document)
    {
        var keys = new Dictionary<string, IssuerKey>(StringComparer.Ordinal);
        foreach (var key in document.Keys.Where(IsUsable))
            keys[key.KeyId] = new(key, EndorsementsOf(key));
        return keys;
    }

    // False: a fetch is under way that may bring the key. Whoever began it, everybody waits for the same one.
    private bool TryFind(string keyId, out IssuerKey? found, [NotNullWhen(false)] out Task? fetch)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var due = now >= _refreshAt;
            found = _keys?.GetValueOrDefault(keyId);
            fetch = null;
            if (found is not null && !due)
                return true;
            if (_fetch is not { IsCompleted: false })
            {
                var isNewKey = found is null && _keys is not null && now >= _unknownKeyRefreshAt;
                if (!due && !isNewKey)
                    return _keys is not null ? true : throw Unavailable();
                if (isNewKey)
                    _unknownKeyRefreshAt = now + RefreshPause;
                _fetch = Task.Run(() => FetchAsync(keyId));
            }

            fetch = _fetch;
            return false;
        }
    }

    private IssuerKey? FindFresh(string keyId)
    {
        lock (_gate)
        {
            ForgoRefreshForUnknown(keyId);
            return _keys is null ? throw Unavailable() : _keys.GetValueOrDefault(keyId);
        }
    }

    // Keys this fresh would have it: whoever invents ids does not make us ask again.
    private void ForgoRefreshForUnknown(string keyId)
    {
        if (_keys is { } keys && !keys.ContainsKey(keyId))
            _unknownKeyRefreshAt = time.GetUtcNow() + RefreshPause;
    }

    private async Task FetchAsync(string keyId)
    {
        try
        {
            using var timeout = new CancellationTokenSource(FetchTimeout, time);
            var documents = new IssuerDocuments(metadataUrl, http);
            var issuer = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl.AbsoluteUri, documents, timeout.Token);
            var keys = Usable(issuer.JsonWebKeySet ?? throw new InvalidOperationException("The issuer tells no keys."));
            lock (_gate)
            {
                _keys = keys;
                _refreshAt = time.GetUtcNow() + Lifetime;
                ForgoRefreshForUnknown(keyId);
            }
        }
        catch (Exception exception)
        {
            // Whatever an issuer says, the bot goes on with what it has.
            logger.LogWarning(
                exception,
                "The keys of {MetadataUrl} could not be fetched; {Consequence}.",
                metadataUrl,
                _keys is null ? "no activity can be accepted" : "the ones at hand stay in use"
            );
            lock (_gate)
                _refreshAt = time.GetUtcNow() + (_keys is null ? ColdPause : RefreshPause);
        }
    }

    private static bool IsUsable(JsonWebKey key)
    {
        if (key.Kty != JsonWebAlgorithmsKeyTypes.RSA || key.Use is not (null or "" or "sig") || string.IsNullOrEmpty(key.Kid))
            return false;
        try
        {
            key.KeyId = key.Kid;
            return Base64UrlEncoder.DecodeBytes(key.N).AsSpan().TrimStart((byte)0).Length * 8 >= LeastBits && key.E is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // One unreadable key must not hide the others.
            return false;
        }
    }

    private static HashSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed)
            ? listed switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } array =>
                [
                    .. array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!),
                ],
                IEnumerable list and not string => [.. list.OfType<string>()],
                _ => [],
            }
            : [];

    private static NotProvenException Unavailable() => new(ProofFailure.Unavailable, "the issuer's keys cannot be had");
}
