using System.Text.Json;
using ComplaintBot.Cards;
using ComplaintBot.Page;
using ComplaintBot.People;
using DirectLine;
using DirectLine.Access;
using DirectLine.Streams;
using DirectLine.Tests;
using DirectLine.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Browser.Tests.Running;

/// <summary>The customer's page on a loopback port, with a bot that greets and repeats what it hears.</summary>
public sealed class EchoSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly MemoryDirectLineStore _store;

    private EchoSite(WebApplication app, MemoryDirectLineStore store, SkippingClock clock)
    {
        (_app, _store, Clock) = (app, store, clock);
        store.Received = activity => _ = AnswerAsync(activity);
    }

    public SkippingClock Clock { get; }

    public string Address => _app.Urls.First();

    /// <summary>Starts it; the settings are those of the host (<c>Page:…</c>). A port and a store of an earlier site make it that
    /// site restarted.</summary>
    public static async Task<EchoSite> StartAsync(EchoSite? earlier = null, params (string Key, string Value)[] settings)
    {
        var (store, clock) = (earlier?._store ?? new MemoryDirectLineStore(), earlier?.Clock ?? new SkippingClock());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(earlier?.Address ?? "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IDirectLineStore>(store);
        builder.Services.AddSingleton<IDirectLineKeys>(new OneKey());
        builder.Services.AddSingleton(new OrganisationSource(OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!));
        builder.Services.AddSingleton(CardStrings.Load(Path.Combine(AppContext.BaseDirectory, "cards", "strings")));
        builder.Services.AddDirectLine(builder.Configuration.GetSection("DirectLine").Bind);
        builder.Services.AddCustomerPage(builder.Configuration);
        var app = builder.Build();
        app.MapDirectLine();
        app.MapCustomerPage();
        await app.StartAsync();
        return new EchoSite(app, store, clock);
    }

    /// <summary>What the bot heard, the oldest first.</summary>
    public IReadOnlyList<Activity> Heard => [.. _store.Inbox];

    /// <summary>The contents of the files of a message that the bot heard.</summary>
    public async Task<IReadOnlyList<byte[]>> FilesOfAsync(Activity heard)
    {
        var files = new List<byte[]>();
        foreach (var attachment in heard.Attachments ?? [])
        {
            var id = DirectLineActivities.UploadIdOf(attachment.ContentUrl)!;
            await using var upload = await _store.FindUploadAsync(heard.Conversation.Id, id, default);
            files.Add((await BinaryData.FromStreamAsync(upload!.Content)).ToArray());
        }
        return files;
    }

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(Activity heard)
    {
        var conversation = await _store.FindConversationAsync(heard.Conversation!.Id!, default);
        Activity? answer = heard.Type switch
        {
            ActivityTypes.ConversationUpdate => new()
            {
                Type = ActivityTypes.Message,
                Text = Greeting(conversation!.Locale),
                SuggestedActions = Choices(),
            },
            ActivityTypes.Message when heard.Attachments is { Count: > 0 } files => new()
            {
                Type = ActivityTypes.Message,
                Text = "files: " + string.Join(", ", files.Select(f => f.Name)),
                ReplyToId = heard.Id,
            },
            ActivityTypes.Message when heard.Text == "card" => new()
            {
                Type = ActivityTypes.Message,
                Summary = "a form",
                Attachments = [FormCard()],
                ReplyToId = heard.Id,
            },
            ActivityTypes.Message when ProtocolJson.ToElement(heard.Value) is { } value => new()
            {
                Type = ActivityTypes.Message,
                Text = "form: " + value.GetRawText(),
                ReplyToId = heard.Id,
            },
            ActivityTypes.Message => new()
            {
                Type = ActivityTypes.Message,
                Text = "echo: " + heard.Text,
                ReplyToId = heard.Id,
            },
            _ => null,
        };
        if (answer is not null)
            await SayAsync(conversation!.Id, answer);
    }

    /// <summary>The bot says something by itself; with an id in the place of what it said before under that id. Returns the id.</summary>
    public async Task<string> SayAsync(string conversationId, Activity answer, string? replacedId = null)
    {
        var conversation = await _store.FindConversationAsync(conversationId, default);
        var options = _app.Services.GetRequiredService<IOptions<DirectLineOptions>>().Value;
        var id = await _store.AppendBotActivityAsync(
            new(
                conversation!.Id,
                Clock.GetUtcNow(),
                at =>
                    replacedId is null
                        ? DirectLineActivities.ForClient(answer, conversation, at, options)
                        : DirectLineActivities.ForClient(answer, conversation, replacedId, at, options),
                ReplacedId: replacedId
            ),
            default
        );
        _app.Services.GetRequiredService<DirectLineSignal>().Wake(conversation.Id);
        return id!;
    }

    private static string Greeting(string? locale) =>
        locale switch
        {
            "zh-CN" => "您好！请用自己的话说说遇到了什么问题。",
            "zh-TW" => "您好！請用自己的話說說遇到了什麼問題。",
            _ => "Hello! Tell me in your own words what is wrong.",
        };

    private static Attachment FormCard() =>
        new()
        {
            ContentType = "application/vnd.microsoft.card.adaptive",
            Content = JsonSerializer.SerializeToElement(
                new
                {
                    type = "AdaptiveCard",
                    version = "1.5",
                    body = new object[]
                    {
                        new
                        {
                            type = "TextBlock",
                            text = "When did it happen?",
                            weight = "bolder",
                            size = "medium",
                            wrap = true,
                        },
                        new
                        {
                            type = "FactSet",
                            facts = new[]
                            {
                                new { title = "Ticket", value = "C-20260302-0001" },
                                new { title = "Promised", value = "2026-03-04 18:00" },
                            },
                        },
                        new
                        {
                            type = "Input.Date",
                            id = "day",
                            label = "Day",
                        },
                        new
                        {
                            type = "Input.Text",
                            id = "place",
                            label = "Place",
                            placeholder = "street, city",
                        },
                        new
                        {
                            type = "Input.ChoiceSet",
                            id = "remedy",
                            label = "What would put it right?",
                            choices = new[] { new { title = "Repair", value = "repair" }, new { title = "Refund", value = "refund" } },
                        },
                    },
                    actions = new object[]
                    {
                        new
                        {
                            type = "Action.Submit",
                            title = "Send",
                            style = "positive",
                            data = new { verb = "form" },
                        },
                        new
                        {
                            type = "Action.Submit",
                            title = "Not now",
                            data = new { verb = "later" },
                        },
                    },
                }
            ),
        };

    private static SuggestedActions Choices() =>
        new()
        {
            Actions =
            [
                new()
                {
                    Type = ActionTypes.ImBack,
                    Title = "Status",
                    Value = JsonSerializer.SerializeToElement("status"),
                },
                new()
                {
                    Type = ActionTypes.ImBack,
                    Title = "Speak to a person",
                    Value = JsonSerializer.SerializeToElement("person"),
                },
            ],
        };

    private sealed class OneKey : IDirectLineKeys
    {
        private readonly DirectLineKeyRing _ring = new(new DirectLineKey("test", Enumerable.Repeat((byte)7, 32).ToArray()));

        public ValueTask<DirectLineKeyRing> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_ring);
    }
}
