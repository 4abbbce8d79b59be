using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.BotService.Servers;

namespace ComplaintBot.Tests.Trust.Reference;

/// <summary>All requests of the comparison.</summary>
internal static class ReferenceRequests
{
    private const string PublicDirectory = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    public static IReadOnlyList<ReferenceRequest> All { get; } =
    [
        .. Headers(),
        .. Signatures(),
        .. Claims(),
        .. Times(),
        .. Directories(),
        .. Fields(),
        .. Bodies(),
        .. Invokes(),
        .. Methods(),
        .. ContentTypes(),
    ];

    private static ReferenceRequest Request(string name) => new(name);

    private static IEnumerable<ReferenceRequest> Headers() =>
        [
            Request("right token"),
            Request("no header").Header(_ => null),
            Request("header without value").Header(_ => ""),
            Request("Basic").Header(_ => "Basic dXNlcjpwYXNz"),
            Request("lower-case bearer").Header(i => i.Bearer().Replace("Bearer", "bearer", StringComparison.Ordinal)),
            Request("Bearer alone").Header(_ => "Bearer"),
            Request("two spaces").Header(i => "Bearer  " + i.Compact()),
            Request("something after the token").Header(i => i.Bearer() + " x"),
            Request("garbage").Header(_ => "Bearer garbage"),
            Request("three parts of garbage").Header(_ => "Bearer a.b.c"),
            Request("two parts").Header(i => i.Bearer()[..i.Bearer().LastIndexOf('.')]),
        ];

    private static IEnumerable<ReferenceRequest> Signatures() =>
        [
            Request("alg none, no signature").Token(t => (t.Algorithm, t.Sign) = ("none", _ => [])),
            Request("alg none, signed").Token(t => t.Algorithm = "none"),
            Request("HS256 by the public key")
                .Header(i =>
                    i.Bearer(t =>
                        (t.Algorithm, t.Sign) = (
                            "HS256",
                            bytes => HMACSHA256.HashData(i.KeyOf("current").Rsa.ExportSubjectPublicKeyInfo(), bytes)
                        )
                    )
                ),
            Request("PS256").Token(t => t.Algorithm = "PS256"),
            Request("ES256").Token(t => t.Algorithm = "ES256"),
            Request("RS384").Header(i => i.Bearer(t => t.Resign("RS384", HashAlgorithmName.SHA384))),
            Request("RS512").Header(i => i.Bearer(t => t.Resign("RS512", HashAlgorithmName.SHA512))),
            Request("unknown key").Token(t => t.KeyId = "unknown"),
            Request("no key id").Token(t => t.KeyId = null),
            Request("signed by another key").Header(i => i.Bearer(t => t.By(i.KeyOf("bare")).KeyId = "key-1")),
            Request("signature of zeros").Token(t => t.Sign = _ => new byte[256]),
            Request("key without endorsements").Header(i => i.Bearer(t => t.By(i.KeyOf("bare")))),
            Request("key for other channels").Header(i => i.Bearer(t => t.By(i.KeyOf("others")))),
        ];

    private static IEnumerable<ReferenceRequest> Claims() =>
        [
            Request("other issuer").Token(t => t.Claims["iss"] = "https://issuer.evil"),
            Request("no issuer").Token(t => t.Claims.Remove("iss")),
            Request("other audience").Token(t => t.Claims["aud"] = "99999999-2222-3333-4444-555555555555"),
            Request("audience in a list").Token(t => t.Claims["aud"] = new[] { LocalIssuer.AppId }),
            Request("no audience").Token(t => t.Claims.Remove("aud")),
            Request("other serviceurl").Token(t => t.Claims["serviceurl"] = "https://evil.example/"),
            Request("no serviceurl").Token(t => t.Claims.Remove("serviceurl")),
            Request("serviceurl in capitals").Token(t => t.Claims["serviceurl"] = LocalIssuer.ServiceUrl.ToUpperInvariant()),
            Request("serviceurl without last slash").Token(t => t.Claims["serviceurl"] = LocalIssuer.ServiceUrl.TrimEnd('/')),
        ];

    private static IEnumerable<ReferenceRequest> Times() =>
        [
            Request("expired 10 min ago").Token(t => t.Expires(TimeSpan.FromMinutes(-10))),
            Request("expired 6 min ago").Token(t => t.Expires(TimeSpan.FromMinutes(-6))),
            Request("expired 4 min ago").Token(t => t.Expires(TimeSpan.FromMinutes(-4))),
            Request("never expires").Token(t => t.Claims.Remove("exp")),
            Request("exp as text").Token(t => t.Claims["exp"] = "1999999999"),
            Request("begins in 4 min").Token(t => t.Begins(TimeSpan.FromMinutes(4))),
            Request("begins in 10 min").Token(t => t.Begins(TimeSpan.FromMinutes(10))),
        ];

    private static IEnumerable<ReferenceRequest> Directories() =>
        [
            Request("own application (Emulator)").Token(t => Directory(t, PublicDirectory, LocalIssuer.AppId, LocalIssuer.AppId)),
            Request("own application of a foreign directory")
                .Token(t =>
                    Directory(t, "https://sts.windows.net/99999999-0000-0000-0000-000000000000/", LocalIssuer.AppId, LocalIssuer.AppId)
                ),
            Request("another bot (skill)")
                .Token(t => Directory(t, PublicDirectory, "22222222-2222-3333-4444-555555555555", LocalIssuer.AppId)),
        ];

    private static IEnumerable<ReferenceRequest> Fields() =>
        [
            Request("no serviceUrl").With(a => a.Remove("serviceUrl")),
            Request("no channelId").With(a => a.Remove("channelId")),
            Request("no conversation").With(a => a.Remove("conversation")),
            Request("no from").With(a => a.Remove("from")),
            Request("no id").With(a => a.Remove("id")),
            Request("no type").With(a => a.Remove("type")),
            Request("numeric type").With(a => a["type"] = 7),
            Request("unknown type").With(a => a["type"] = "somethingNew"),
            Request("numeric text").With(a => a["text"] = 7),
            Request("from as text").With(a => a["from"] = "somebody"),
            Request("attachments as object").With(a => a["attachments"] = new JsonObject()),
            Request("unreadable timestamp").With(a => a["timestamp"] = "yesterday"),
            Request("unreadable localTimestamp").With(a => a["localTimestamp"] = "yesterday"),
            Request("unknown fields").With(a => a["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, "2", null) }),
            Request("names in capitals").Text(t => t.Replace("\"type\"", "\"Type\"", StringComparison.Ordinal)),
            Request("a name twice").Text(t => t.Replace("\"type\"", "\"type\":\"message\",\"type\"", StringComparison.Ordinal)),
            Request("half a surrogate pair").Text(t => t.Replace("\"reference\"", "\"\\ud800\"", StringComparison.Ordinal)),
            Request("a NUL").Text(t => t.Replace("\"reference\"", "\"\\u0000\"", StringComparison.Ordinal)),
            Request("100 levels deep")
                .Text(t =>
                    t[..^1] + ",\"channelData\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100) + "}"
                ),
        ];

    private static IEnumerable<ReferenceRequest> Bodies() =>
        [
            Request("empty body").Bytes(() => []),
            Request("broken JSON").Text(t => t[..^5]),
            Request("broken JSON, no token").Text(t => t[..^5]).Header(_ => null),
            Request("JSON list").Text(t => $"[{t}]"),
            Request("JSON text").Text(_ => "\"activity\""),
            Request("JSON null").Text(_ => "null"),
            Request("byte order mark").Text(t => "\uFEFF" + t),
            Request("no UTF-8").Text(t => t.Replace("reference", "~", StringComparison.Ordinal), (byte)'~', 0xFF),
            Request("300 KB").With(a => a["name"] = new string('x', 300 * 1024)),
        ];

    private static IEnumerable<ReferenceRequest> Invokes() =>
        [
            Request("unknown invoke").With(a => (a["type"], a["name"]) = ("invoke", "something/new")),
            Request("invoke without name")
                .With(a =>
                {
                    a["type"] = "invoke";
                    a.Remove("name");
                }),
            Request("card action without value").With(a => (a["type"], a["name"]) = ("invoke", "adaptiveCard/action")),
            Request("card action without action")
                .With(a => (a["type"], a["name"], a["value"]) = ("invoke", "adaptiveCard/action", new JsonObject())),
            Request("card action of another type")
                .With(a =>
                {
                    (a["type"], a["name"]) = ("invoke", "adaptiveCard/action");
                    a["value"] = new JsonObject
                    {
                        ["action"] = new JsonObject { ["type"] = "Action.Submit", ["verb"] = "accept" },
                    };
                }),
        ];

    private static IEnumerable<ReferenceRequest> Methods() =>
        new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options }.Select(m =>
            Request(m.Method).Method(m)
        );

    private static IEnumerable<ReferenceRequest> ContentTypes() =>
        [
            Request("text/plain").Type("text/plain"),
            Request("no content type").Type(null),
            Request("JSON in UTF-16").Type("application/json; charset=utf-16"),
            Request("JSON said to be zipped").Type("application/json", "gzip"),
            Request("a form").Type("application/x-www-form-urlencoded"),
        ];

    private static void Directory(LocalIssuer.Token token, string issuer, string appId, string audience)
    {
        (token.Claims["iss"], token.Claims["ver"], token.Claims["appid"], token.Claims["aud"]) = (issuer, "1.0", appId, audience);
        token.Claims.Remove("serviceurl");
    }
}
