using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.FollowUp;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.People;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Conversations;
using ComplaintBot.Tests.Fixtures;
using Complaints;
using Complaints.Organisations;
using DirectLine.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Typing;

/// <summary>The bot's real conversations on a real database and a clock that stands still, without HTTP: an activity goes in, is
/// committed, and what the bot says comes out of the outbox.</summary>
internal sealed class TypingWorld : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private int _tickets;

    private TypingWorld(WebApplication app, TestDatabase database, FakeTimeProvider clock) =>
        (_app, _database, Clock) = (app, database, clock);

    public FakeTimeProvider Clock { get; }

    public Organisation Organisation => _app.Services.GetRequiredService<OrganisationSource>().Current;

    public Speech Speech => _app.Services.GetRequiredService<Speech>();

    /// <summary>Monday, 23 November 2026, 10:00 in the organisation's zone.</summary>
    public static async Task<TypingWorld> BuildAsync()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" }
        );
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:ComplaintBot"] = database.ConnectionString }
        );
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddComplaintBot();
        return new(builder.Build(), database, clock);
    }

    /// <summary>A fresh ticket number of today.</summary>
    public string NextTicket() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"C-20261123-{++_tickets:0000}");

    /// <summary>A reader of a language, now.</summary>
    public Reader ReaderIn(string language) => new(Organisation, Clock.GetUtcNow(), Speech, language);

    /// <summary>Somebody of the staff types; everything the bot says in that chat, as a person reads it.</summary>
    public Task<string> StaffSaysAsync(string aadObjectId, string text) => FromStaffAsync(aadObjectId, a => a.Text = text);

    /// <summary>Somebody of the staff presses a button of a card; what the bot says in that chat.</summary>
    public Task<string> StaffPressesAsync(string aadObjectId, JsonObject data) =>
        FromStaffAsync(aadObjectId, a => a.Value = ProtocolJson.ToToken(data));

    private Task<string> FromStaffAsync(string aadObjectId, Action<Activity> fill)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = Channels.Msteams,
            ServiceUrl = "https://channel.example/teams/",
            From = new ChannelAccount("29:" + aadObjectId, aadObjectId: aadObjectId),
            Conversation = new ConversationAccount(id: "a:" + aadObjectId, conversationType: "personal")
            {
                TenantId = Organisation.TenantId,
            },
        };
        fill(activity);
        return SaidAsync(activity);
    }

    /// <summary>A customer types in the web chat.</summary>
    public Task<string> CustomerSaysAsync(string user, string text, string language) =>
        SaidAsync(FromCustomer(user, language, a => a.Text = text));

    /// <summary>A customer presses a button.</summary>
    public Task<string> CustomerPressesAsync(string user, string language, object data) =>
        SaidAsync(FromCustomer(user, language, a => a.Value = ProtocolJson.ToToken(data)));

    /// <summary>The complaint as stored.</summary>
    public async Task<Complaint> ComplaintAsync(string ticket) =>
        await _app.Services.GetRequiredService<ComplaintStore>().LoadAsync(ticket) ?? throw new InvalidOperationException(ticket);

    /// <summary>All ticket numbers of a customer, the newest first.</summary>
    public Task<IReadOnlyList<string>> TicketsOfAsync(string user) =>
        _app.Services.GetRequiredService<ComplaintStore>().OfCustomerAsync("directline:" + user, 50);

    /// <summary>Numbers of the open complaints of an owner.</summary>
    public Task<IReadOnlyList<string>> OfOwnerAsync(string aadObjectId) =>
        _app.Services.GetRequiredService<ComplaintStore>().OfOwnerAsync(aadObjectId, 50);

    /// <summary>Stores a complaint that a test made.</summary>
    public async Task SaveAsync(Complaint complaint)
    {
        var work = new UnitOfWork(_database.Database);
        work.Add(_app.Services.GetRequiredService<ComplaintStore>().Save(complaint, Organisation));
        await work.CommitAsync();
        complaint.MarkStored();
    }

    /// <summary>Everything that a customer heard so far, as a person reads it.</summary>
    public Task<string> CustomerHeardAsync(string user) => HeardAsync(0, $"%|{user}%");

    /// <summary>Everything that was sent so far, as JSON.</summary>
    public Task<IReadOnlyList<string>> SentAsync() => _database.Database.QueryAsync<string>("SELECT payload FROM outbox ORDER BY id");

    /// <summary>Lets time pass and everything happen that falls due; what the customer hears meanwhile.</summary>
    public async Task<string> PassAsync(TimeSpan time, string user)
    {
        var after = await LastAsync();
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end;)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            while (await _app.Services.GetRequiredService<TimerWorker>().RunDueAsync(default) > 0)
            {
                // What falls due at the same moment follows.
            }
        }
        return await HeardAsync(after, $"%directline|{user}%");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static Activity FromCustomer(string user, string language, Action<Activity> fill)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = Channels.Directline,
            ServiceUrl = "https://channel.example/web/",
            Locale = language,
            From = new ChannelAccount(user),
            Conversation = new ConversationAccount(id: user),
        };
        fill(activity);
        return activity;
    }

    private async Task<string> SaidAsync(Activity activity)
    {
        activity.Id = Guid.NewGuid().ToString("N");
        activity.Recipient = new ChannelAccount("28:bot");
        var after = await LastAsync();
        await UnitOfWork.RunAsync(
            _database.Database,
            work =>
                _app.Services.GetRequiredService<IInboxTurn>()
                    .RunAsync(
                        new InboxItem
                        {
                            Lane = LaneKey.Conversation(activity.ChannelId!, activity.Conversation!.Id!),
                            Type = activity.Type!,
                            Activity = ProtocolJson.Serialize(activity),
                        },
                        work,
                        default
                    )
        );
        return await HeardAsync(after, LaneKey.Conversation(activity.ChannelId!, activity.Conversation!.Id!));
    }

    private async Task<long> LastAsync() => await _database.Database.ScalarAsync<long?>("SELECT max(id) FROM outbox") ?? 0;

    private async Task<string> HeardAsync(long after, string lane) =>
        string.Join(
            '\n',
            (
                await _database.Database.QueryAsync<string>(
                    "SELECT payload FROM outbox WHERE id > @after AND lane LIKE @lane ORDER BY id",
                    new { after, lane }
                )
            ).Select(p => Spoken.Words(JsonNode.Parse(p)))
        );
}

/// <summary>One world for all tests of a class: each has complaints of its own, and the clock stands still.</summary>
public sealed class SharedWorld : IAsyncLifetime
{
    internal TypingWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await TypingWorld.BuildAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();
}
