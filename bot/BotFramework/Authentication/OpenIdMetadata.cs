using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace BotFramework.Authentication;

/// <summary>What a look for a key found.</summary>
/// <param name="Key">The key; null when there is none of that id.</param>
/// <param name="Unavailable">True when no keys could be had at all.</param>
public readonly record struct KeyLookup(SigningKey? Key, bool Unavailable);

/// <summary>
/// An issuer's keys with their endorsements, kept for a day. An unknown key id asks again at most once in five minutes, one question at
/// a time whatever arrives meanwhile; when the issuer does not answer, the keys at hand stay in use.
/// </summary>
public sealed class OpenIdMetadata(Uri metadataUrl, HttpClient http, TimeProvider time, ILogger<OpenIdMetadata> logger)
{
    private const int MaxDocumentBytes = 1024 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ColdPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private IReadOnlyDictionary<string, SigningKey>? _keys;
    private Task? _fetch;
    private DateTimeOffset _refreshAt = DateTimeOffset.MinValue;
    private DateTimeOffset _unknownKeyRefreshAt = DateTimeOffset.MinValue;

    /// <summary>Looks for a key by its id.</summary>
    public async Task<KeyLookup> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        if (!TryFind(keyId, out var found, out var fetch))
        {
            await fetch.WaitAsync(cancellationToken);
            found = FindFresh(keyId);
        }

        return found;
    }

    // False: a fetch is under way that may bring the key. Whoever began it, everybody waits for the same one.
    private bool TryFind(string keyId, out KeyLookup found, [NotNullWhen(false)] out Task? fetch)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var due = now >= _refreshAt;
            found = new KeyLookup(_keys?.GetValueOrDefault(keyId), Unavailable: _keys is null);
            fetch = null;
            if (found.Key is not null && !due)
                return true;
            if (_fetch is not { IsCompleted: false })
            {
                var isNewKey = found is { Key: null, Unavailable: false } && now >= _unknownKeyRefreshAt;
                if (!due && !isNewKey)
                    return true;
                if (isNewKey)
                    _unknownKeyRefreshAt = now + RefreshPause;
                _fetch = Task.Run(() => FetchAsync(keyId));
            }

            fetch = _fetch;
            return false;
        }
    }

    private KeyLookup FindFresh(string keyId)
    {
        lock (_gate)
        {
            ForgoRefreshForUnknown(keyId);
            return new KeyLookup(_keys?.GetValueOrDefault(keyId), Unavailable: _keys is null);
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
            var metadata = await GetAsync(metadataUrl, timeout.Token);
            var keysUrl = new Uri(metadata.GetProperty("jwks_uri").GetString()!, UriKind.Absolute);
            if (
                !LoopbackHosts.IsSecureOrLoopback(keysUrl)
                || (LoopbackHosts.IsLoopback(keysUrl.Host) && !LoopbackHosts.IsLoopback(metadataUrl.Host))
            )
                throw new InvalidOperationException($"The keys' URL {keysUrl} is not https.");
            var keys = SigningKey.ReadSet(await GetAsync(keysUrl, timeout.Token));
            lock (_gate)
            {
                _keys = keys;
                _refreshAt = time.GetUtcNow() + Lifetime;
                ForgoRefreshForUnknown(keyId);
            }
        }
        catch (Exception exception)
            when (exception
                    is HttpRequestException
                        or JsonException
                        or OperationCanceledException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or UriFormatException
                        or IOException
            )
        {
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

    private async Task<JsonElement> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaxDocumentBytes, cancellationToken);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
