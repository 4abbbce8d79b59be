using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using ComplaintBot.WebChannel;
using DirectLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.WebChannel;

/// <summary>One process that serves web visitors, with a bot that repeats what it hears.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    public const string Secret = "a secret only for tests";
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private WebProcess(WebApplication app) => (_app, _http) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public static async Task<WebProcess> StartAsync(Database database, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            settings.Append(("DirectLine:Secret", Secret)).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))
        );
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(new FileContents(database, new(), TimeProvider.System));
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<IInboxTurn, Echo>();
        services.AddSingleton(new RetrySchedule(() => 0.5));
        services.AddHostedService<Mailbox>();
        services.AddHostedService<OutboxSender>();
        services.AddWebChannel(builder.Configuration);
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync();
        return new WebProcess(app);
    }

    public async Task<JsonElement> CallAsync(HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline/" + path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Opens, at this process, a stream that any process has promised.</summary>
    public async Task<ClientWebSocket> OpenAsync(string streamUrl)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(streamUrl) { Port = _http.BaseAddress!.Port }.Uri, default);
        return socket;
    }

    /// <summary>Texts from a stream until so many came.</summary>
    public static async Task<List<string>> ReadAsync(ClientWebSocket socket, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (texts, buffer) = (new List<string>(), new byte[256 * 1024]);
        while (texts.Count < count)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                length += received.Count;
            } while (!received.EndOfMessage);
            texts.AddRange(
                JsonDocument
                    .Parse(buffer.AsMemory(0, length))
                    .RootElement.GetProperty("activities")
                    .EnumerateArray()
                    .Select(a => a.GetProperty("text").GetString()!)
            );
        }
        return texts;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Echo(Outbox outbox) : IInboxTurn
    {
        public Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
        {
            var heard = item.ReadActivity();
            if (heard.Type == ActivityTypes.Message)
                outbox.Add(
                    work,
                    OutboxMessage.ToConversation(heard.ChannelId!, heard.Conversation!.Id!, heard.CreateReply("echo: " + heard.Text))
                );
            return Task.FromResult<InvokeResponse?>(null);
        }

        public Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"The echo of {item.Activity} failed.");
    }
}
