using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Understanding;

namespace ComplaintBot.Tests.Model;

/// <summary>A stand-in on this machine for Azure OpenAI and for another server of the same API: chat completions as their
/// documentation shows them. What it answers is the test's.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonNode> _asked = [];

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>Where it is, as Azure's resource.</summary>
    public Uri Endpoint => new(_app.Urls.First() + "/");

    /// <summary>The paths of all calls, with their queries.</summary>
    public ConcurrentQueue<string> Paths { get; } = [];

    /// <summary>The bodies of all calls.</summary>
    public IReadOnlyCollection<JsonNode> Asked => _asked;

    /// <summary>What the next calls are answered with.</summary>
    public Func<HttpContext, JsonNode, Task> Answer { get; set; } = (context, _) => SayAsync(context, Staff(Intents.Unclear));

    // A token of Entra that must come as bearer; else Azure wants the key in a header of its own.
    private string? Token { get; init; }

    /// <summary>Starts it; with a certificate it speaks https.</summary>
    public static async Task<ModelServer> StartAsync(X509Certificate2? certificate = null, string? token = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (certificate is not null)
            builder
                .WebHost.UseKestrelHttpsConfiguration()
                .ConfigureKestrel(k => k.ConfigureHttpsDefaults(h => h.ServerCertificate = certificate));
        builder.WebHost.UseUrls((certificate is null ? "http" : "https") + "://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app) { Token = token };
        app.MapPost("/openai/deployments/complaints/chat/completions", server.CompleteAsync);
        app.MapPost("/v1/chat/completions", server.CompleteAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Every call is answered with this text of the model.</summary>
    public void Says(string content) => Answer = (context, _) => SayAsync(context, content);

    /// <summary>Every call is answered with a customer's message understood like this; what is not given is null.</summary>
    public void Understands(string intent, string? category = null, string? severity = null, string slots = "{}") =>
        Says(Customer(intent, category, severity, slots));

    /// <summary>An answer by the schema of customers' messages.</summary>
    public static string Customer(string intent, string? category = null, string? severity = null, string slots = "{}", string? turn = null)
    {
        var all = new JsonObject();
        var given = JsonNode.Parse(slots)!.AsObject();
        foreach (
            var name in (string[])
                [
                    "product",
                    "orderNumber",
                    "place",
                    "happenedFrom",
                    "happenedTo",
                    "remedy",
                    "amount",
                    "phone",
                    "email",
                    "name",
                    "sentiment",
                    "onBehalf",
                ]
        )
            all[name] = given[name]?.DeepClone();
        return new JsonObject
        {
            ["intent"] = intent,
            ["category"] = category,
            ["severity"] = severity,
            ["turn"] = turn,
            ["slots"] = all,
        }.ToJsonString();
    }

    /// <summary>An answer by the schema of staff's messages.</summary>
    public static string Staff(string intent, string? query = null, string? category = null, string? slots = null) =>
        new JsonObject
        {
            ["intent"] = intent,
            ["category"] = category,
            ["severity"] = null,
            ["slots"] = slots is null ? null : JsonNode.Parse(Customer(intent, slots: slots))!["slots"]!.DeepClone(),
            ["query"] = query is null ? null : JsonNode.Parse(query),
        }.ToJsonString();

    /// <summary>A completion with status 200.</summary>
    public static Task SayAsync(HttpContext context, string? content, string finish = "stop", string? refusal = null) =>
        WriteAsync(context, 200, Completion(content, finish, refusal));

    /// <summary>A body with a status.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body, Encoding.UTF8);
    }

    /// <summary>The documented shape of a completion, with what Azure adds about filters.</summary>
    public static string Completion(string? content, string finish = "stop", string? refusal = null) =>
        JsonSerializer.Serialize(
            new
            {
                id = "chatcmpl-B7M2zoJhHk0CmZ1pqzyVtWvLsmqkW",
                @object = "chat.completion",
                created = 1763690000,
                model = "gpt-4.1-mini-2025-04-14",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = finish,
                        logprobs = (object?)null,
                        message = new
                        {
                            role = "assistant",
                            content,
                            refusal,
                            annotations = Array.Empty<object>(),
                        },
                        content_filter_results = new
                        {
                            hate = new { filtered = false, severity = "safe" },
                            violence = new { filtered = false, severity = "safe" },
                        },
                    },
                },
                prompt_filter_results = new[]
                {
                    new { prompt_index = 0, content_filter_results = new { jailbreak = new { filtered = false, detected = false } } },
                },
                system_fingerprint = "fp_178c8d546f",
                usage = new
                {
                    prompt_tokens = 900,
                    completion_tokens = 100,
                    total_tokens = 1000,
                    prompt_tokens_details = new { cached_tokens = 0, audio_tokens = 0 },
                    completion_tokens_details = new
                    {
                        reasoning_tokens = 0,
                        audio_tokens = 0,
                        accepted_prediction_tokens = 0,
                        rejected_prediction_tokens = 0,
                    },
                },
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task CompleteAsync(HttpContext context)
    {
        var request = context.Request;
        Paths.Enqueue(request.Path + request.QueryString);
        var mayAsk =
            Token is null && request.Path.StartsWithSegments("/openai", StringComparison.Ordinal)
                ? request.Headers["api-key"] == Key
                : request.Headers.Authorization == "Bearer " + (Token ?? Key);
        if (!mayAsk)
        {
            await WriteAsync(
                context,
                401,
                """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}"""
            );
            return;
        }
        using var reader = new StreamReader(context.Request.Body);
        var body = JsonNode.Parse(await reader.ReadToEndAsync())!;
        _asked.Enqueue(body);
        if (StrictSchema.Fault(body["response_format"]?["json_schema"]) is { } fault)
        {
            await WriteAsync(
                context,
                400,
                JsonSerializer.Serialize(
                    new
                    {
                        error = new
                        {
                            message = "Invalid schema for response_format: " + fault,
                            type = "invalid_request_error",
                            param = "response_format",
                            code = (string?)null,
                        },
                    }
                )
            );
            return;
        }
        await Answer(context, body);
    }
}

/// <summary>The documented rules for schemas of strict structured output.</summary>
internal static class StrictSchema
{
    private static readonly string[] Refused =
    [
        "minLength",
        "maxLength",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "multipleOf",
        "patternProperties",
        "minItems",
        "maxItems",
        "uniqueItems",
        "default",
    ];

    /// <summary>What the real service would refuse, or null.</summary>
    public static string? Fault(JsonNode? named)
    {
        if (named?["strict"]?.GetValue<bool>() != true || named["name"] is null)
            return "strict and name are expected";
        var (members, values) = (0, 0);
        return Fault(named["schema"]!, 1, ref members, ref values)
            ?? (
                members > 100 ? $"{members} properties"
                : values > 500 ? $"{values} enum values"
                : null
            );
    }

    private static string? Fault(JsonNode schema, int depth, ref int members, ref int values)
    {
        if (schema is not JsonObject of)
            return "a schema is an object";
        if (of.Select(m => m.Key).FirstOrDefault(Refused.Contains) is { } refused)
            return $"'{refused}' is not permitted";
        values += of["enum"]?.AsArray().Count ?? 0;
        foreach (var choice in of["anyOf"]?.AsArray() ?? [])
        {
            if (Fault(choice!, depth, ref members, ref values) is { } fault)
                return fault;
        }
        if (of["items"] is { } items && Fault(items, depth, ref members, ref values) is { } inItems)
            return inItems;
        if (of["properties"] is not JsonObject properties)
            return null;
        if (depth > 5)
            return "more than five levels";
        if (
            of["additionalProperties"]?.GetValue<bool>() != false
            || !of["required"]!.AsArray().Select(r => r!.GetValue<string>()).SequenceEqual(properties.Select(p => p.Key))
        )
            return "'additionalProperties' is false and everything is 'required'";
        foreach (var (_, property) in properties)
        {
            members++;
            if (Fault(property!, depth + 1, ref members, ref values) is { } fault)
                return fault;
        }
        return null;
    }
}
