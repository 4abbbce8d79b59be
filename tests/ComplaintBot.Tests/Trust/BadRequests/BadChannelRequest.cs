using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.BotService.Servers;

namespace ComplaintBot.Tests.Trust.BadRequests;

/// <summary>A request to the bot endpoint in which one thing at least is wrong.</summary>
internal static class BadChannelRequest
{
    public static HttpRequestMessage Make(Chance chance, LocalIssuer issuer)
    {
        var activity = Activity(chance);
        chance.Decorate(activity);
        var (method, type, header, body) = (HttpMethod.Post, "application/json", issuer.Bearer(), (byte[]?)null);
        switch (chance.Next(8))
        {
            case 0 or 1:
                header = Unproven(chance, issuer);
                break;
            case 2 or 3 or 4:
                body = chance.Broken(activity);
                break;
            case 5:
                activity.Remove(chance.Pick("type", "channelId", "serviceUrl", "conversation"));
                break;
            case 6:
                method = chance.Pick(
                    HttpMethod.Get,
                    HttpMethod.Put,
                    HttpMethod.Delete,
                    HttpMethod.Patch,
                    HttpMethod.Options,
                    HttpMethod.Head,
                    new HttpMethod("PROPFIND")
                );
                break;
            default:
                type = chance.Pick(
                    "text/plain",
                    "application/xml",
                    "application/json; charset=utf-16",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "image/svg+xml"
                );
                break;
        }
        var request = new HttpRequestMessage(method, "/api/messages" + (chance.One(10) ? "?" + Uri.EscapeDataString(chance.Word()) : ""));
        request.Headers.TryAddWithoutValidation("Authorization", header);
        if (chance.One(5))
            request.Headers.TryAddWithoutValidation(
                chance.Pick("X-Forwarded-For", "x-ms-tenant-id", "X-HTTP-Method-Override", "Cookie", "Origin"),
                chance.Pick("1.2.3.4", "POST", "null", "a=b;c")
            );
        if (method != HttpMethod.Get && method != HttpMethod.Head)
        {
            request.Content = new ByteArrayContent(
                body ?? (chance.One(200) ? Long(activity) : Encoding.UTF8.GetBytes(activity.ToJsonString()))
            );
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        return request;
    }

    private static string? Unproven(Chance chance, LocalIssuer issuer) =>
        chance.Next(10) switch
        {
            0 => null,
            1 => "Bearer " + chance.Pick("", "x", "..", "a.b.c", new string('x', 20_000)),
            2 => issuer.Bearer()[..^chance.Next(100).AtLeast(1)],
            3 => issuer.Bearer(t => t.Algorithm = chance.Pick("none", "HS256", "ES256", "PS256", "rs256", "")),
            4 => issuer.Bearer(t =>
                t.Claims[chance.Pick("iss", "aud", "serviceurl")] = chance.Pick<object>(
                    "https://evil.example",
                    7,
                    new[] { LocalIssuer.AppId },
                    true,
                    ""
                )
            ),
            5 => issuer.Bearer(t => t.Expires(TimeSpan.FromMinutes(-6 - chance.Next(10_000)))),
            6 => issuer.Bearer(t => t.Begins(TimeSpan.FromMinutes(6 + chance.Next(10_000)))),
            7 => issuer.Bearer(t => t.KeyId = chance.Word()),
            8 => issuer.Bearer(t => t.Sign = _ => chance.Bytes(400)),
            _ => chance.Pick("Basic ", "bearer ", "Bearer  ", "") + issuer.Compact(),
        };

    private static int AtLeast(this int number, int least) => Math.Max(number, least);

    private static byte[] Long(JsonObject activity)
    {
        activity["text"] = new string('长', 100_000);
        return Encoding.UTF8.GetBytes(
            activity.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        );
    }

    private static JsonObject Activity(Chance chance) =>
        new()
        {
            ["type"] = chance.Pick(
                "message",
                "invoke",
                "event",
                "conversationUpdate",
                "installationUpdate",
                "messageReaction",
                "messageUpdate"
            ),
            ["channelId"] = "msteams",
            ["serviceUrl"] = LocalIssuer.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:bad", ["aadObjectId"] = "aad-wu-fang" },
            ["conversation"] = new JsonObject { ["id"] = "a:bad" },
        };
}
