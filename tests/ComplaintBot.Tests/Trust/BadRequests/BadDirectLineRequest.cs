using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Trust.BadRequests;

/// <summary>A request to Direct Line in which one thing at least is wrong.</summary>
internal static class BadDirectLineRequest
{
    public static HttpRequestMessage Make(Chance chance, string conversation, string token)
    {
        var own = $"conversations/{conversation}";
        return chance.Next(8) switch
        {
            // Not proven, whatever is asked.
            0 or 1 => Request(
                chance,
                chance.Pick("POST", "GET"),
                chance.Pick($"{own}/activities", own, $"{own}/upload", "tokens/refresh", "tokens/generate", "conversations"),
                Unproven(chance, token),
                Said(chance)
            ),
            // Another's conversation.
            2 => Request(
                chance,
                chance.Pick("GET", "POST"),
                chance.Pick(
                    "conversations/somebody-else/activities",
                    "conversations/%2e%2e/activities",
                    "conversations/%00/activities",
                    $"conversations/{conversation}x/upload"
                ),
                token,
                Said(chance)
            ),
            // What only a channel may say.
            3 => Request(chance, "POST", $"{own}/activities", token, Forged(chance)),
            4 or 5 => Request(chance, "POST", $"{own}/activities", token, chance.Broken(Message(chance))),
            6 => Request(
                chance,
                "POST",
                $"{own}/upload?userId={Uri.EscapeDataString(chance.Word())}",
                token,
                Upload(chance),
                chance.Pick(
                    "multipart/form-data; boundary=x",
                    "multipart/form-data",
                    "multipart/form-data; boundary=" + new string('x', 300)
                )
            ),
            _ => Elsewhere(chance, conversation, token),
        };
    }

    private static HttpRequestMessage Elsewhere(Chance chance, string conversation, string token) =>
        chance.Next(6) switch
        {
            0 => Request(
                chance,
                "GET",
                $"conversations/{conversation}/stream?t={Uri.EscapeDataString(chance.Word())}&watermark={chance.Next(99) - 50}",
                token,
                []
            ),
            1 => Request(
                chance,
                "GET",
                $"attachments/{conversation}/{chance.Next(100)}?e=99999999999&k=x&s={Uri.EscapeDataString(chance.Word())}",
                token,
                []
            ),
            2 => Request(
                chance,
                chance.Pick("PUT", "DELETE", "PATCH", "PROPFIND"),
                $"conversations/{conversation}/activities",
                token,
                Said(chance)
            ),
            3 => Request(chance, "POST", "tokens/generate", token, Said(chance)),
            4 => Request(chance, "POST", "tokens/generate", "a guessed secret", Said(chance)),
            _ => Request(chance, chance.Pick("GET", "POST"), "x" + Uri.EscapeDataString(chance.Word()), token, Said(chance)),
        };

    private static HttpRequestMessage Request(Chance chance, string method, string path, string? bearer, byte[] body, string? type = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/v3/directline/" + path);
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        if (chance.One(6))
            request.Headers.TryAddWithoutValidation("Origin", chance.Pick("null", "https://evil.example", "x", "file://"));
        if (method is not "GET")
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type ?? "application/json");
        }
        return request;
    }

    private static string? Unproven(Chance chance, string token) =>
        chance.Next(5) switch
        {
            0 => null,
            1 => token[..^3] + "xxx",
            2 => token[..token.LastIndexOf('.')] + ".",
            3 => token.Replace('.', '!'),
            _ => chance.Word(),
        };

    private static JsonObject Message(Chance chance)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["text"] = chance.Word(),
            ["from"] = new JsonObject { ["id"] = "dl_other", ["role"] = "bot" },
        };
        chance.Decorate(message);
        message["type"] = "message";
        return message;
    }

    private static byte[] Said(Chance chance) => Encoding.UTF8.GetBytes(Message(chance).ToJsonString());

    private static byte[] Forged(Chance chance)
    {
        var activity = Message(chance);
        activity["type"] = chance.Pick(
            "invoke",
            "conversationUpdate",
            "installationUpdate",
            "messageReaction",
            "messageUpdate",
            "messageDelete",
            "trace",
            "handoff",
            "contactRelationUpdate",
            "unknown"
        );
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    // A file that may not be sent, in forms that are whole or not.
    private static byte[] Upload(Chance chance)
    {
        var content = chance.Pick(
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<html><script>alert(1)</script>",
            "MZ\u0090\u0000",
            "PK\u0003\u0004",
            "<?xml version='1.0'?>",
            "\u0000\u0001"
        );
        var name = chance.Pick("file", "activity", "", "name");
        var file = chance.Pick("a.png", "a.svg", "../../a.png", "名.jpg", new string('名', 300));
        var part =
            $"--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n"
            + $"Content-Type: {chance.Pick("image/png", "text/html", "x")}\r\n\r\n{content}\r\n";
        return Encoding.UTF8.GetBytes(part + chance.Pick("--x--\r\n", "--x", "", part + part));
    }
}
