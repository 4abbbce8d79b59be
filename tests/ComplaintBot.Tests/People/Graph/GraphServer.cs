using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.People.Graph;

/// <summary>
/// A stand-in on this machine for Microsoft Graph. It answers in the shapes of the service's public reference (collections with
/// <c>@odata.nextLink</c>, <c>$batch</c> with an own status and headers for each part, errors as <c>{"error":{"code":…}}</c>, mailbox
/// settings with automatic replies, presences): no tenant was at hand, so the shapes are the documentation's, not recordings.
/// </summary>
internal sealed class GraphServer : IAsyncDisposable
{
    private const int PageSize = 2;
    private readonly WebApplication _app;

    private GraphServer(WebApplication app) => _app = app;

    /// <summary>Where it is, with the version.</summary>
    public Uri Endpoint => new(_app.Urls.First() + "/v1.0");

    /// <summary>Members by group id.</summary>
    public Dictionary<string, string[]> Groups { get; } = [];

    /// <summary>People by id, as <c>GET /users/{id}</c> tells them.</summary>
    public Dictionary<string, JsonObject> Users { get; } = [];

    /// <summary>Automatic replies by id: status, start and end in UTC.</summary>
    public Dictionary<string, (string Status, string From, string To)> Replies { get; } = [];

    /// <summary>Pictures by id.</summary>
    public Dictionary<string, byte[]> Pictures { get; } = [];

    /// <summary>Time zone of mailboxes by id; without one there is no mailbox.</summary>
    public Dictionary<string, string> Zones { get; } = [];

    /// <summary>Activity of presences by id; "Available" when nothing stands here.</summary>
    public Dictionary<string, string> Activities { get; } = [];

    /// <summary>For whom which app was installed.</summary>
    public ConcurrentQueue<(string Person, string App)> Installed { get; } = [];

    /// <summary>What a request is answered instead: status, error code, seconds of Retry-After; also parts of batches.</summary>
    public Func<string, (int Status, string Code, int? After)?> Fault { get; set; } = _ => null;

    /// <summary>Method, path and query of every request, those inside batches included.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<GraphServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new GraphServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Adds a person with a mailbox.</summary>
    public void Person(
        string id,
        string name,
        string? department = null,
        string? manager = null,
        bool enabled = true,
        string? language = null
    )
    {
        Users[id] = new JsonObject
        {
            ["@odata.context"] =
                "https://graph.microsoft.com/v1.0/$metadata"
                + "#users(id,displayName,department,accountEnabled,preferredLanguage,manager(id))/$entity",
            ["id"] = id,
            ["displayName"] = name,
            ["department"] = department,
            ["accountEnabled"] = enabled,
            ["preferredLanguage"] = language,
        };
        if (manager is not null)
            Users[id]["manager"] = new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["id"] = manager };
        Zones[id] = "China Standard Time";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/v1.0".Length..];
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = text.Length > 0 ? JsonNode.Parse(text) : null;
        var answer =
            path == "/$batch" && Take("POST", path, "") is null
                ? new Answer(200, Batch(body!))
                : Take(context.Request.Method, path, context.Request.QueryString.Value!)
                    ?? Find(path, context.Request.QueryString.Value!, body);
        if (
            answer.Status == 404
            && path.Split('/') is [_, "users", var who, "photos", _, "$value"]
            && Pictures.TryGetValue(who, out var jpeg)
        )
        {
            context.Response.ContentType = "image/jpeg";
            await context.Response.Body.WriteAsync(jpeg);
            return;
        }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        if (answer.After is { } after)
            context.Response.Headers.RetryAfter = after.ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(answer.Body?.ToJsonString() ?? "");
    }

    private JsonObject Batch(JsonNode body) =>
        new()
        {
            ["responses"] = new JsonArray([
                .. body["requests"]!
                    .AsArray()
                    .Select(part =>
                    {
                        var address = part!["url"]!.GetValue<string>();
                        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var q
                            ? (address[..q], address[q..])
                            : (address, "");
                        var answer = Take(part["method"]!.GetValue<string>(), path, query) ?? Find(path, query, null);
                        var headers = new JsonObject { ["Content-Type"] = "application/json" };
                        if (answer.After is { } after)
                            headers["Retry-After"] = after.ToString(CultureInfo.InvariantCulture);
                        return (JsonNode)
                            new JsonObject
                            {
                                ["id"] = part["id"]!.GetValue<string>(),
                                ["status"] = answer.Status,
                                ["headers"] = headers,
                                ["body"] = answer.Body?.DeepClone(),
                            };
                    }),
            ]),
        };

    // Writes the request down; answers the fault that is arranged for it.
    private Answer? Take(string method, string path, string query)
    {
        Asked.Enqueue($"{method} {path}{Uri.UnescapeDataString(query)}");
        return Fault(path) is var (status, code, after) ? Error(status, code) with { After = after } : null;
    }

    private Answer Find(string path, string query, JsonNode? body) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["groups", var id, "transitiveMembers", "graph.user" or "microsoft.graph.user"] when Groups.TryGetValue(id, out var members) =>
                new(200, Page(path, query, members)),
            ["users", var id] when Users.TryGetValue(id, out var user) => new(200, user),
            ["users", var id, "mailboxSettings"] when Zones.TryGetValue(id, out var zone) => new(200, Mailbox(id, zone)),
            ["users", var id, "mailboxSettings"] when Users.ContainsKey(id) => Error(404, "MailboxNotEnabledForRESTAPI"),
            ["users", var id, "teamwork", "installedApps"] => Install(id, body!),
            ["communications", "getPresencesByUserId"] => new(200, Presences(body!)),
            _ => Error(404, "Request_ResourceNotFound"),
        };

    private Answer Install(string person, JsonNode body)
    {
        Installed.Enqueue((person, (string)body["teamsApp@odata.bind"]!));
        return new(201, null);
    }

    private JsonObject Page(string path, string query, string[] members)
    {
        var at = query.Contains("$skiptoken=", StringComparison.Ordinal) ? int.Parse(query[^1..], CultureInfo.InvariantCulture) : 0;
        var page = new JsonObject
        {
            ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#users(id)",
            ["value"] = new JsonArray([.. members.Skip(at).Take(PageSize).Select(m => (JsonNode)new JsonObject { ["id"] = m })]),
        };
        if (members.Length > at + PageSize)
            page["@odata.nextLink"] = $"{Endpoint}{path}?$select=id&$skiptoken={(at + PageSize).ToString(CultureInfo.InvariantCulture)}";
        return page;
    }

    private JsonObject Mailbox(string id, string zone)
    {
        var (status, from, to) = Replies.GetValueOrDefault(id, ("disabled", "2026-01-01T00:00:00.0000000", "2026-01-02T00:00:00.0000000"));
        return new()
        {
            ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#users('" + id + "')/mailboxSettings",
            ["timeZone"] = zone,
            ["delegateMeetingMessageDeliveryOptions"] = "sendToDelegateOnly",
            ["dateFormat"] = "yyyy/M/d",
            ["timeFormat"] = "H:mm",
            ["userPurpose"] = "user",
            ["automaticRepliesSetting"] = new JsonObject
            {
                ["status"] = status,
                ["externalAudience"] = "all",
                ["internalReplyMessage"] = "<p>On leave</p>",
                ["externalReplyMessage"] = "<p>On leave</p>",
                ["scheduledStartDateTime"] = new JsonObject { ["dateTime"] = from, ["timeZone"] = "UTC" },
                ["scheduledEndDateTime"] = new JsonObject { ["dateTime"] = to, ["timeZone"] = "UTC" },
            },
            ["language"] = new JsonObject { ["locale"] = "zh-CN", ["displayName"] = "中文(中国)" },
        };
    }

    private JsonObject Presences(JsonNode body) =>
        new()
        {
            ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#Collection(presence)",
            ["value"] = new JsonArray([
                .. body["ids"]!
                    .AsArray()
                    .Select(id => id!.GetValue<string>())
                    .Select(id =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["id"] = id,
                                ["availability"] = "Available",
                                ["activity"] = Activities.GetValueOrDefault(id, "Available"),
                                ["outOfOfficeSettings"] = new JsonObject { ["message"] = null, ["isOutOfOffice"] = false },
                            }
                    ),
            ]),
        };

    private static Answer Error(int status, string code) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["code"] = code,
                    ["message"] = "Said for developers; it may name people: li.wei@example.com",
                    ["innerError"] = new JsonObject
                    {
                        ["date"] = "2026-11-28T06:00:00",
                        ["request-id"] = "b2f0fd1f-5ac2-4b0c-8c3e-6b7c1ddf4f4a",
                        ["client-request-id"] = "b2f0fd1f-5ac2-4b0c-8c3e-6b7c1ddf4f4a",
                    },
                },
            }
        );

    private sealed record Answer(int Status, JsonObject? Body)
    {
        public int? After { get; init; }
    }
}
