using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using BotFramework.Authentication;
using BotFramework.Builder;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotFramework.Tests.Servers;

/// <summary>A bot on a free port of this machine, composed as a host composes it, whose turns run inside the request.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Receiver _receiver;

    private BotServer(WebApplication app, Receiver receiver)
    {
        _app = app;
        _receiver = receiver;
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

    /// <summary>Signalled when the client of the latest request has hung up.</summary>
    public CancellationToken HungUp { get; private set; }

    public IServiceProvider Services => _app.Services;

    public static async Task<BotServer> StartAsync(
        IBot? bot = null,
        Dictionary<string, string?>? settings = null,
        string url = "http://127.0.0.1:0",
        string environment = "Test",
        TimeProvider? time = null
    )
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls(url);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(bot ?? new ActivityHandler());
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddSingleton<Receiver>();
        builder.Services.AddSingleton<IActivityReceiver>(s => s.GetRequiredService<Receiver>());
        var app = builder.Build();
        try
        {
            BotServer? server = null;
            app.Use(
                (http, next) =>
                {
                    server!.HungUp = http.RequestAborted;
                    return next(http);
                }
            );
            app.MapBotMessages("/api/messages");
            await app.StartAsync();
            return server = new BotServer(app, app.Services.GetRequiredService<Receiver>());
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
    }

    private sealed class Receiver(CloudAdapter adapter, IBot bot) : IActivityReceiver
    {
        public ConcurrentQueue<Activity> Received { get; } = new();

        public ReceiveResult? Instead { get; set; }

        public async Task<ReceiveResult> ReceiveAsync(
            Activity activity,
            AuthenticateRequestResult auth,
            CancellationToken cancellationToken
        )
        {
            Received.Enqueue(activity);
            if (Instead is not null)
                return Instead;
            var response = await adapter.ProcessActivityAsync(auth, activity, bot.OnTurnAsync, cancellationToken);
            return response is not null || activity.Type == ActivityTypes.Invoke ? ReceiveResult.Invoke(response) : ReceiveResult.Accepted;
        }
    }
}
