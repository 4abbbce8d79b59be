using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.MainLine;

/// <summary>Teams as far as staff see it: what they write goes to the bot as the recorded shapes do, what the bot sends is kept. A
/// fake, because Teams itself cannot be had in a test.</summary>
internal sealed class StaffChannel : IAsyncDisposable
{
    private const string Tenant = "00000000-0000-0000-0000-0000000000001";
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentDictionary<string, ConcurrentQueue<StaffMessage>> _got = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _ids;

    private StaffChannel(WebApplication app) => _app = app;

    public required Uri Bot { get; set; }

    /// <summary>Where the bot reaches it.</summary>
    public string Address => _app.Urls.First();

    public static async Task<StaffChannel> StartAsync(Uri bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new StaffChannel(builder.Build()) { Bot = bot };
        channel._app.MapPost(
            "/v3/conversations/{conversation}/activities/{reply?}",
            (HttpContext http, string conversation) => channel.KeepAsync(http, conversation, null)
        );
        channel._app.MapPut(
            "/v3/conversations/{conversation}/activities/{id}",
            (HttpContext http, string conversation, string id) => channel.KeepAsync(http, conversation, id)
        );
        channel._app.MapPut(
            "/drive/{name}",
            async (HttpContext http, string name) =>
            {
                using var bytes = new MemoryStream();
                await http.Request.Body.CopyToAsync(bytes);
                channel.Drive[name] = (http.Request.Headers.ContentRange.ToString(), bytes.ToArray());
                return Results.StatusCode(201);
            }
        );
        channel._app.MapDelete(
            "/v3/conversations/{conversation}/activities/{id}",
            (string conversation, string id) => channel._gone.TryAdd(conversation + "|" + id, true)
        );
        channel._app.MapGet(
            "/pictures/{name}",
            (string name) => channel.Pictures.TryGetValue(name, out var bytes) ? Results.Bytes(bytes, "image/png") : Results.NotFound()
        );
        await channel._app.StartAsync();
        return channel;
    }

    /// <summary>Files that the bot put into people's drives, with the range it named.</summary>
    public ConcurrentDictionary<string, (string Range, byte[] Bytes)> Drive { get; } = new(StringComparer.Ordinal);

    /// <summary>Pictures that the bot may fetch at <c>/pictures/{name}</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>Somebody agrees to take a file, or does not.</summary>
    public async Task ConsentAsync(string aadObjectId, JsonNode context, string file, bool accept = true)
    {
        var response = await PostAsync(
            Activity(
                aadObjectId,
                "invoke",
                a =>
                {
                    a["name"] = "fileConsent/invoke";
                    a["value"] = new JsonObject
                    {
                        ["type"] = "fileUpload",
                        ["action"] = accept ? "accept" : "decline",
                        ["context"] = context.DeepClone(),
                        ["uploadInfo"] = accept
                            ? new JsonObject
                            {
                                ["contentUrl"] = "https://contoso.sharepoint.com/personal/" + file,
                                ["name"] = file,
                                ["uploadUrl"] = _app.Urls.First() + "/drive/" + file,
                                ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                                ["fileType"] = Path.GetExtension(file).TrimStart('.'),
                            }
                            : null,
                    };
                }
            )
        );
        Assert.Equal(200, (int)response.StatusCode);
    }

    /// <summary>Somebody of the staff writes words.</summary>
    public Task<HttpResponseMessage> SayAsync(string aadObjectId, string text) =>
        PostAsync(Activity(aadObjectId, "message", a => a["text"] = text));

    /// <summary>Somebody writes words; their id, which answers name.</summary>
    public async Task<string> AskAsync(string aadObjectId, string text)
    {
        var activity = Activity(aadObjectId, "message", a => a["text"] = text);
        await PostAsync(activity);
        return activity["id"]!.GetValue<string>();
    }

    /// <summary>Somebody presses a button; the answer is the body of the invoke.</summary>
    public async Task<JsonNode> PressAsync(string aadObjectId, string verb, object data)
    {
        var response = await PostAsync(
            Activity(
                aadObjectId,
                "invoke",
                a =>
                {
                    a["name"] = "adaptiveCard/action";
                    a["value"] = new JsonObject
                    {
                        ["action"] = new JsonObject
                        {
                            ["type"] = "Action.Execute",
                            ["verb"] = verb,
                            ["data"] = JsonSerializer.SerializeToNode(data),
                        },
                        ["trigger"] = "manual",
                    };
                }
            )
        );
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Somebody sends an activity of a type, changed as asked; the answer as it came.</summary>
    public Task<HttpResponseMessage> SendAsync(string aadObjectId, string type, Action<JsonObject> change) =>
        PostAsync(Activity(aadObjectId, type, change));

    /// <summary>Everything a person got so far.</summary>
    public IReadOnlyList<StaffMessage> Of(string aadObjectId) => [.. _got.GetValueOrDefault("a:" + aadObjectId) ?? []];

    /// <summary>Waits until a person got a message for which this holds.</summary>
    public async Task<StaffMessage> GetsAsync(string aadObjectId, Func<StaffMessage, bool> which, int after = 0)
    {
        StaffMessage? found = null;
        await Eventually.TrueAsync(
            () => Task.FromResult((found = Of(aadObjectId).Skip(after).FirstOrDefault(which)) is not null),
            () => $"{aadObjectId} got only: {string.Join("\n", Of(aadObjectId).Select(m => m.Json))}"
        );
        return found!;
    }

    /// <summary>Waits until the bot took a message back.</summary>
    public Task LosesAsync(string aadObjectId, string id) =>
        Eventually.TrueAsync(() => Task.FromResult(_gone.ContainsKey($"a:{aadObjectId}|{id}")), () => $"The message {id} is still there.");

    /// <summary>Waits until a conversation of several got a message for which this holds.</summary>
    public async Task<StaffMessage> GetsInAsync(string conversation, Func<StaffMessage, bool> which)
    {
        StaffMessage? found = null;
        await Eventually.TrueAsync(
            () => Task.FromResult((found = (_got.GetValueOrDefault(conversation) ?? []).FirstOrDefault(which)) is not null),
            () => $"{conversation} got nothing of the kind."
        );
        return found!;
    }

    /// <summary>The person to whom a ticket's card was sent first.</summary>
    public async Task<string> OwnerOfAsync(string ticket, IEnumerable<string> staff)
    {
        string? owner = null;
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    (owner = staff.FirstOrDefault(s => Of(s).Any(m => m.Json.Contains(ticket, StringComparison.Ordinal)))) is not null
                ),
            () => $"Nobody got {ticket}."
        );
        return owner!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> KeepAsync(HttpContext http, string conversation, string? replaced)
    {
        var body = (await http.Request.ReadFromJsonAsync<JsonNode>())!;
        var id = replaced ?? Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _got.GetOrAdd(conversation, _ => new()).Enqueue(new(id, replaced is not null, body));
        return Results.Json(new { id }, statusCode: replaced is null ? 201 : 200);
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => Http.PostAsJsonAsync(new Uri(Bot, "/api/messages"), activity);

    private JsonObject Activity(string aadObjectId, string type, Action<JsonObject> more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString(),
            ["timestamp"] = DateTimeOffset.UtcNow.ToString("O"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = _app.Urls.First(),
            ["locale"] = "en-US",
            ["from"] = new JsonObject
            {
                ["id"] = "29:" + aadObjectId,
                ["name"] = aadObjectId,
                ["aadObjectId"] = aadObjectId,
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = "a:" + aadObjectId,
                ["conversationType"] = "personal",
                ["tenantId"] = Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        more(activity);
        return activity;
    }
}

/// <summary>A message that staff got: new, or in place of an earlier one with the same id.</summary>
internal sealed record StaffMessage(string Id, bool Replaced, JsonNode Activity)
{
    public string Json { get; } =
        Activity.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    public string? Text => Activity["text"]?.GetValue<string>();
}
