using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using ComplaintBot.BotService;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging;
using ComplaintBot.Tests.Fixtures;
using DirectLine.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.BotService.Servers;

/// <summary>A bot on a free port of this machine, composed as a host composes it. Without a bot, what comes in is only noted; with one,
/// it goes through inbox, turn and outbox.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _database;
    private readonly Receiver _receiver;

    private BotServer(WebApplication app, TestDatabase? database, Receiver receiver)
    {
        (_app, _database, _receiver) = (app, database, receiver);
        Received = receiver.Received;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public ConcurrentQueue<Activity> Received { get; }

    /// <summary>When set, every activity is answered with it and has no turn.</summary>
    public ReceiveResult? Instead
    {
        get => _receiver.Instead;
        set => _receiver.Instead = value;
    }

    public static async Task<BotServer> StartAsync(
        IBot? bot = null,
        Dictionary<string, string?>? settings = null,
        string url = "http://127.0.0.1:0",
        string environment = "Test"
    )
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls(url);
        builder.Services.AddBotService(builder.Configuration);
        var receiver = new Receiver();
        var database = bot is null ? null : await AddTurnsAsync(builder.Services, bot);
        if (bot is null)
            builder.Services.AddSingleton<IActivityReceiver>(receiver);
        var app = builder.Build();
        try
        {
            app.MapBotMessages("/api/messages");
            await app.StartAsync();
            return new BotServer(app, database, receiver);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A bot that demands tokens of the issuer.</summary>
    public static Task<BotServer> StartAsync(LocalIssuer issuer, IBot? bot = null, Dictionary<string, string?>? more = null)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MicrosoftAppId"] = LocalIssuer.AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["ToBotFromChannelTokenIssuer"] = LocalIssuer.Issuer,
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl.AbsoluteUri,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = issuer.MetadataUrl.AbsoluteUri,
        };
        foreach (var (name, value) in more ?? [])
            settings[name] = value;
        return StartAsync(bot, settings);
    }

    public Task<HttpResponseMessage> PostAsync(
        Activity activity,
        string? authorization = null,
        CancellationToken cancellationToken = default
    ) => PostAsync(ProtocolJson.Serialize(activity), authorization, "application/json", cancellationToken);

    public async Task<HttpResponseMessage> PostAsync(
        string body,
        string? authorization = null,
        string? contentType = "application/json",
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        if (contentType is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Client.SendAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private static async Task<TestDatabase> AddTurnsAsync(IServiceCollection services, IBot bot)
    {
        var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        services.AddSingleton(database.Database);
        services.AddSingleton(bot);
        services.AddSingleton<IFailureNotice, NoApology>();
        services.AddMessaging();
        return database;
    }

    private sealed class NoApology : IFailureNotice
    {
        public Activity? For(Activity inbound) => null;

        public string StillWorking(Activity invoke) => "wait";
    }

    private sealed class Receiver : IActivityReceiver
    {
        public ConcurrentQueue<Activity> Received { get; } = new();

        public ReceiveResult? Instead { get; set; }

        public Task<ReceiveResult> ReceiveAsync(Activity activity, Caller caller, CancellationToken cancellationToken)
        {
            Received.Enqueue(activity);
            return Task.FromResult(Instead ?? ReceiveResult.Accepted);
        }
    }
}
