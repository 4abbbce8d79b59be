using System.Text;
using DirectLine.Access;
using Xunit.Abstractions;

namespace DirectLine.Tests;

/// <summary>Requests that nobody honest sends, made by chance from a fixed seed.</summary>
public sealed class DirectLineBadRequestTests(ITestOutputHelper output)
{
    private const int Seed = 20260302;
    private const int Requests = 3000;

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "\"\"",
        "\"x\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"\\u202e\"",
        "[]",
        "{}",
        "[null]",
        "[[[]]]",
        "{\"id\":1}",
        "{\"id\":\"dl_1\"}",
        "\"message\"",
        "\"invoke\"",
        "\"conversationUpdate\"",
        "[{\"contentUrl\":\"file:///etc/passwd\"}]",
        "{\"tenant\":{\"id\":\"t\"}}",
        "{\"$type\":\"System.Object\"}",
        "\"' OR 1=1 --\"",
        "\"<script>alert(1)</script>\"",
        "\"../../etc/passwd\"",
        "99999999999999999999",
        "\"2026-13-45\"",
    ];

    private static readonly string[] Fields =
    [
        "type",
        "id",
        "timestamp",
        "localTimestamp",
        "text",
        "value",
        "name",
        "from",
        "recipient",
        "conversation",
        "channelData",
        "attachments",
        "entities",
        "locale",
        "membersAdded",
        "replyToId",
        "user",
        "trustedOrigins",
        "unknown",
        "__proto__",
    ];

    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "tokens/generate"),
        ("POST", "tokens/refresh"),
        ("POST", "conversations"),
        ("GET", "conversations/{c}"),
        ("GET", "conversations/{c}/activities?watermark=%00"),
        ("POST", "conversations/{c}/activities"),
        ("POST", "conversations/{c}/activities"),
        ("POST", "conversations/{c}/activities"),
        ("POST", "conversations/{c}/upload"),
        ("GET", "conversations/{c}/stream?t=x&watermark=-9"),
        ("POST", "conversations/%2e%2e/activities"),
        ("POST", "conversations//activities"),
        ("GET", "attachments/{c}/x?e=1&k=new&s=x"),
        ("GET", "attachments/%00/%ff"),
        ("GET", "session/getsessionid"),
        ("GET", ""),
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json",
        "application/json; charset=utf-16",
        "text/plain",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/vnd.microsoft.activity",
        "x",
        "",
    ];

    [Fact]
    public async Task None_of_thousands_of_bad_requests_breaks_anything_or_reaches_the_bot()
    {
        output.WriteLine($"seed {Seed}");
        await using var server = await DirectLineServer.StartAsync(o => o.Limits = Generous);
        var grant = await server.BeginAsync();
        var random = new Random(Seed);
        var statuses = new Dictionary<int, int>();
        for (var n = 0; n < Requests; n++)
        {
            using var request = Make(random, grant);
            using var response = await server.Http.SendAsync(request);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"request {n} ({request.Method} {request.RequestUri}) was answered {status}");
        }
        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));

        // What did pass are plain messages of the visitor's own; nothing else reached the bot.
        Assert.All(server.Store.Inbox.Skip(1), a => Assert.Equal(("message", "dl_1"), (a.Type, a.From!.Id)));
        Assert.EndsWith("|0000001", await server.SayAsUserAsync(await server.BeginAsync("dl_next"), "hello"), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Make(Random random, Grant grant)
    {
        var call = Calls[random.Next(Calls.Length)];
        var method = new HttpMethod(random.Next(8) > 0 ? call.Method : Pick(random, ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]));
        var path = call.Path.Replace("{c}", random.Next(6) == 0 ? "other" : grant.ConversationId, StringComparison.Ordinal);
        var request = new HttpRequestMessage(method, "/v3/directline/" + path);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            random.Next(8) switch
            {
                0 => "",
                1 => "Bearer " + grant.Token[..^3] + "xxx",
                2 => "Basic x",
                _ => "Bearer " + grant.Token,
            }
        );
        if (random.Next(6) == 0)
            request.Headers.TryAddWithoutValidation("Origin", Pick(random, ["null", "https://evil.example", "x", "file://"]));
        if (method.Method is "POST" or "PUT")
        {
            request.Content = new ByteArrayContent(Body(random));
            request.Content.Headers.TryAddWithoutValidation(
                "Content-Type",
                random.Next(2) == 0 ? "application/json" : Pick(random, ContentTypes)
            );
        }
        return request;
    }

    private static byte[] Body(Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return Encoding.UTF8.GetBytes(
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + new string('名', random.Next(300))
                        + "\"\r\n\r\n<svg/>\r\n--x--\r\n"
                );
            case 2:
                return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Pick(random, ["[", "{\"a\":"]), random.Next(1, 500))));
            default:
                var fields = Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"\"{Pick(random, Fields)}\":{Pick(random, Values)}");
                return Encoding.UTF8.GetBytes(
                    "{"
                        + (random.Next(2) == 0 ? "\"type\":\"message\"," : "")
                        + string.Join(",", fields)
                        + (random.Next(10) == 0 ? "" : "}")
                );
        }
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static DirectLineLimits Generous
    {
        get
        {
            var much = new RateLimit(1_000_000, TimeSpan.FromMilliseconds(1));
            return new()
            {
                PerUser = much,
                PerConversation = much,
                PerAddress = much,
                UploadMegabytesPerUser = much,
                ReadsPerConversation = much,
            };
        }
    }
}
