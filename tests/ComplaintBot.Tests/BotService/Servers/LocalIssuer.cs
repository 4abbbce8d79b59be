using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.BotService.Servers;

/// <summary>An issuer of channel tokens on this machine: OpenID metadata, keys with endorsements, and tokens of any kind, wrong
/// ones included.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    public const string Issuer = "https://issuer.test";
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/";

    // Making RSA keys takes long: every issuer uses the same ones, in the same order.
    private static readonly Lazy<RSA>[] Pool = [.. Enumerable.Range(0, 4).Select(_ => new Lazy<RSA>(() => RSA.Create(2048)))];

    private readonly LoopbackServer _server;
    private readonly List<Key> _keys = [];
    private int _fetches;

    private LocalIssuer(Func<LocalIssuer, Task<LoopbackServer>> start)
    {
        AddKey("key-1", "msteams", "directline", "webchat");
        _server = start(this).GetAwaiter().GetResult();
    }

    /// <summary>When set, every request is answered with it.</summary>
    public int? Down { get; set; }

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches => _fetches;

    public Uri MetadataUrl => new(_server.Url + "/v1/.well-known/openidconfiguration");

    public static LocalIssuer Start() => new(self => LoopbackServer.StartAsync(self.AnswerAsync));

    public Key AddKey(string id, params string[]? endorsements)
    {
        var key = new Key(id, Pool[_keys.Count].Value, endorsements);
        _keys.Add(key);
        return key;
    }

    /// <summary>A key that was added before.</summary>
    public Key KeyOf(string id) => _keys.Single(k => k.Id == id);

    /// <summary>The Authorization header of a right token, changed as asked.</summary>
    public string Bearer(Action<Token>? change = null) => "Bearer " + Compact(change);

    public string Compact(Action<Token>? change = null)
    {
        var token = new Token(_keys[^1]);
        change?.Invoke(token);
        var head = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["alg"] = token.Algorithm,
            ["kid"] = token.KeyId,
            ["typ"] = "JWT",
        };
        var signed = Part(head) + "." + Part(token.Claims);
        return signed + "." + Base64Url.EncodeToString(token.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Part(object content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));

    private Task AnswerAsync(HttpContext http)
    {
        if (Down is { } status)
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        if (http.Request.Path != "/keys")
            return http.Response.WriteAsJsonAsync(new { issuer = Issuer, jwks_uri = _server.Url + "/keys" });
        Interlocked.Increment(ref _fetches);
        return http.Response.WriteAsJsonAsync(new { keys = _keys.Select(k => k.Public()).ToArray() });
    }

    internal sealed record Key(string Id, RSA Rsa, string[]? Endorsements)
    {
        public Dictionary<string, object> Public()
        {
            var numbers = Rsa.ExportParameters(includePrivateParameters: false);
            var jwk = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = Id,
                ["n"] = Base64Url.EncodeToString(numbers.Modulus),
                ["e"] = Base64Url.EncodeToString(numbers.Exponent),
            };
            if (Endorsements is not null)
                jwk["endorsements"] = Endorsements;
            return jwk;
        }
    }

    internal sealed class Token
    {
        private Key _key;

        public Token(Key key)
        {
            _key = key;
            KeyId = key.Id;
            Sign = bytes => _key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        public string? Algorithm { get; set; } = "RS256";

        public string? KeyId { get; set; }

        public Func<byte[], byte[]> Sign { get; set; }

        public Dictionary<string, object> Claims { get; } =
            new(StringComparer.Ordinal)
            {
                ["iss"] = Issuer,
                ["aud"] = AppId,
                ["nbf"] = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds(),
                ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
                ["serviceurl"] = ServiceUrl,
            };

        /// <summary>Signed by this key, whose id it then names.</summary>
        public Token By(Key key)
        {
            (_key, KeyId) = (key, key.Id);
            return this;
        }

        /// <summary>Signed rightly with another hash.</summary>
        public void Resign(string algorithm, HashAlgorithmName hash) =>
            (Algorithm, Sign) = (algorithm, bytes => _key.Rsa.SignData(bytes, hash, RSASignaturePadding.Pkcs1));

        public void Expires(TimeSpan fromNow) => Claims["exp"] = DateTimeOffset.UtcNow.Add(fromNow).ToUnixTimeSeconds();

        public void Begins(TimeSpan fromNow) => Claims["nbf"] = DateTimeOffset.UtcNow.Add(fromNow).ToUnixTimeSeconds();
    }
}
