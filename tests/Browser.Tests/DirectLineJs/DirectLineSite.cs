using Browser.Tests.Running;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using ComplaintBot.WebChannel;
using DirectLine;
using DirectLine.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Browser.Tests.DirectLineJs;

/// <summary>Direct Line on a database file, with a page that holds nothing but DirectLineJS, behind a line that can be cut.</summary>
public sealed class DirectLineSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private DirectLineSite(WebApplication app, string folder, CuttableLine line, SkippingClock clock) =>
        (_app, _folder, Line, Clock) = (app, folder, line, clock);

    /// <summary>Where the page is.</summary>
    public string PageAddress => _app.Urls.First();

    /// <summary>Between the page and Direct Line.</summary>
    public CuttableLine Line { get; }

    public SkippingClock Clock { get; }

    public IDirectLineStore Store => _app.Services.GetRequiredService<IDirectLineStore>();

    private DirectLineTokenService Tokens => _app.Services.GetRequiredService<DirectLineTokenService>();

    public static async Task<DirectLineSite> StartAsync(params (string Key, string Value)[] settings)
    {
        var (folder, clock, line) = (Directory.CreateTempSubdirectory("directline-").FullName, new SkippingClock(), new CuttableLine());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Configuration["DirectLine:PublicBaseUrl"] = line.Address;
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Database.For($"Data Source={Path.Combine(folder, "test.db")}"));
        services.AddSingleton(s => new FileContents(s.GetRequiredService<Database>(), new(), clock));
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<IInboxTurn, EchoTurn>();
        services.AddSingleton(new RetrySchedule(() => 0.5));
        services.AddHostedService<Mailbox>();
        services.AddHostedService<OutboxSender>();
        services.AddWebChannel(builder.Configuration);
        var app = builder.Build();
        await app.Services.GetRequiredService<Database>().MigrateAsync(clock);
        app.MapDirectLine();
        app.MapGet(
            "/",
            () =>
                Results.Content(
                    "<!doctype html><meta charset=utf-8><script src=directline.js></script><script src=client.js></script>",
                    "text/html"
                )
        );
        app.MapGet(
            "/{file}",
            (string file) => Results.File(Path.Combine(AppContext.BaseDirectory, "DirectLineJs", Path.GetFileName(file)), "text/javascript")
        );
        await app.StartAsync();
        line.Open(new Uri(app.Urls.First()).Port);
        return new(app, folder, line, clock);
    }

    /// <summary>A token of a new conversation that pages of this site may use through the line.</summary>
    public async Task<string> TokenAsync(string user, string? conversation = null, params string[] origins) =>
        (
            await Tokens.IssueAsync(
                new DirectLineToken(conversation ?? DirectLineTokenService.NewConversationId(), user, default)
                {
                    Origins = origins.Length > 0 ? origins : [PageAddress],
                },
                default
            )
        ).Token;

    /// <summary>Ids in the order of the log.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string conversation) =>
        [.. (await Store.ReadLogAsync(conversation, 0, 100_000, default)).Select(e => e.ActivityId)];

    public async ValueTask DisposeAsync()
    {
        Line.Dispose();
        await _app.StopAsync();
        var database = _app.Services.GetRequiredService<Database>();
        await _app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
