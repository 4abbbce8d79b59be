using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DirectLine.Access;
using DirectLine.Streams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DirectLine.Tests;

/// <summary>A real server on a loopback port with a bot that echoes what it hears. Two of them on one store are two processes.</summary>
public sealed class DirectLineServer : IAsyncDisposable
{
    public const string Secret = "a secret only for tests";
    private readonly WebApplication _app;

    private DirectLineServer(WebApplication app, MemoryDirectLineStore store, ManualClock clock)
    {
        (_app, Store, Clock) = (app, store, clock);
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public MemoryDirectLineStore Store { get; }

    public ManualClock Clock { get; }

    public HttpClient Http { get; }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public DirectLineTokenService Tokens => _app.Services.GetRequiredService<DirectLineTokenService>();

    public DirectLineOptions Options => _app.Services.GetRequiredService<IOptions<DirectLineOptions>>().Value;

    public static async Task<DirectLineServer> StartAsync(
        Action<DirectLineOptions>? configure = null,
        MemoryDirectLineStore? store = null,
        ManualClock? clock = null,
        int port = 0
    )
    {
        var (sharedStore, time) = (store ?? new MemoryDirectLineStore(), clock ?? new ManualClock());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IDirectLineStore>(sharedStore);
        builder.Services.AddSingleton<IDirectLineKeys>(new FixedKeys(TestKeys.Ring));
        builder.Services.AddDirectLine(options =>
        {
            options.Secret = Secret;
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync();
        return new DirectLineServer(app, sharedStore, time);
    }

    /// <summary>From now on the bot answers each message with "echo: …".</summary>
    public DirectLineServer WithEcho()
    {
        Store.Received = activity =>
        {
            if (activity.Type == ActivityTypes.Message)
                _ = SayAsync(
                    activity.Conversation!.Id!,
                    new Activity
                    {
                        Type = ActivityTypes.Message,
                        Text = "echo: " + activity.Text,
                        ReplyToId = activity.Id,
                    }
                );
        };
        return this;
    }

    /// <summary>The bot says something, as the host's outbox would store it.</summary>
    public async Task SayAsync(string conversationId, Activity activity)
    {
        var conversation = await Store.FindConversationAsync(conversationId, default);
        await Store.AppendBotActivityAsync(
            new(conversationId, Clock.GetUtcNow(), at => DirectLineActivities.ForClient(activity, conversation!, at, Options)),
            default
        );
        _app.Services.GetRequiredService<DirectLineSignal>().Wake(conversationId);
    }

    public void Show(string conversationId, string json) => _app.Services.GetRequiredService<DirectLineSignal>().Show(conversationId, json);

    /// <summary>A token for a new conversation of that user.</summary>
    public async Task<Grant> GenerateAsync(string? userId = "dl_1", params string[] origins)
    {
        var response = await SendAsync(
            HttpMethod.Post,
            "/v3/directline/tokens/generate",
            Secret,
            new { user = userId is null ? null : new { id = userId, name = "客户" }, trustedOrigins = origins }
        );
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Grant>())!;
    }

    /// <summary>Generates and starts.</summary>
    public async Task<Grant> BeginAsync(string? userId = "dl_1")
    {
        var response = await SendAsync(
            HttpMethod.Post,
            "/v3/directline/conversations",
            (await GenerateAsync(userId)).Token,
            new { user = new { } }
        );
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Grant>())!;
    }

    public Task<HttpResponseMessage> PostAsync(Grant grant, object activity) =>
        SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{grant.ConversationId}/activities", grant.Token, activity);

    public async Task<string> SayAsUserAsync(Grant grant, string text)
    {
        var response = await PostAsync(
            grant,
            new
            {
                type = "message",
                text,
                from = new { id = "r_invented" },
            }
        );
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task<JsonElement> ReadAsync(Grant grant, string? watermark = null) =>
        await (
            await SendAsync(
                HttpMethod.Get,
                $"/v3/directline/conversations/{grant.ConversationId}/activities?watermark={watermark}",
                grant.Token
            )
        ).Content.ReadFromJsonAsync<JsonElement>();

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? token,
        object? body = null,
        string? origin = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>What tokens/generate, conversations and the like answer.</summary>
public sealed record Grant(string ConversationId, string Token, string? StreamUrl, int Expires_in);

/// <summary>A clock that goes on only when told. Timers run on real time.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}

public sealed class FixedKeys(DirectLineKeyRing ring) : IDirectLineKeys
{
    public ValueTask<DirectLineKeyRing> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ring);
}

public static class TestKeys
{
    public static DirectLineKey Old { get; } = new("old", Enumerable.Repeat((byte)1, 32).ToArray());

    public static DirectLineKey New { get; } = new("new", Enumerable.Repeat((byte)2, 32).ToArray());

    public static DirectLineKeyRing Ring { get; } = new(New, Old);
}
