using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.WebChannel;
using DirectLine;
using DirectLine.Wire;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.WebChannel;

/// <summary>Direct Line on a database of its own, as one or several processes see it.</summary>
public sealed class WebWorld : IAsyncDisposable
{
    private readonly TestDatabase _test;

    private WebWorld(TestDatabase test)
    {
        _test = test;
        Store = StoreOn(test.Database);
    }

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public SqlDirectLineStore Store { get; }

    public Database Database => _test.Database;

    public static async Task<WebWorld> CreateAsync(string engine) => new(await TestDatabase.CreateAsync(engine));

    /// <summary>The store as another process has it.</summary>
    public SqlDirectLineStore AnotherProcess() => StoreOn(_test.Open());

    public Database AnotherDatabase() => _test.Open();

    public async Task<DirectLineConversation> StartAsync(string id = "c1", string user = "dl_1")
    {
        var conversation = new DirectLineConversation(id, user, Now) { Locale = "zh-CN", UserName = "客户" };
        Assert.True(await Store.TryStartAsync(conversation, Join(id, user), default));
        return conversation;
    }

    /// <summary>What went to the bot, in order.</summary>
    public async Task<IReadOnlyList<Activity>> InboxAsync() =>
        [
            .. (await Database.QueryAsync<string>("SELECT activity FROM inbox ORDER BY id")).Select(json =>
                ProtocolJson.Deserialize<Activity>(json)!
            ),
        ];

    public static Activity Join(string id, string user) =>
        new()
        {
            Type = ActivityTypes.ConversationUpdate,
            Id = DirectLineActivities.IdAt(id, 0),
            ChannelId = Channels.Directline,
            Conversation = new(id: id),
            From = new(user),
            ServiceUrl = DirectLineActivities.ServiceUrl,
        };

    public static UserActivityAppend Says(string conversation, string text, DateTimeOffset? now = null) =>
        new(
            conversation,
            now ?? Now,
            at =>
            {
                var id = DirectLineActivities.IdAt(conversation, at.Sequence);
                var activity = new Activity
                {
                    Type = ActivityTypes.Message,
                    Id = id,
                    Text = text,
                    Timestamp = at.Timestamp,
                    ChannelId = Channels.Directline,
                    Conversation = new(id: conversation),
                    From = new("dl_1"),
                    ServiceUrl = DirectLineActivities.ServiceUrl,
                };
                return new(new(at.Sequence, id, ProtocolJson.Serialize(activity)), activity);
            }
        );

    public static BotActivityAppend BotSays(string conversation, string text, DateTimeOffset? now = null) =>
        new(
            conversation,
            now ?? Now,
            at =>
            {
                var id = DirectLineActivities.IdAt(conversation, at.Sequence);
                return new(
                    at.Sequence,
                    id,
                    ProtocolJson.Serialize(
                        new Activity
                        {
                            Type = ActivityTypes.Message,
                            Id = id,
                            Text = text,
                            Timestamp = at.Timestamp,
                        }
                    )
                );
            }
        );

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private static SqlDirectLineStore StoreOn(Database database) =>
        new(
            database,
            new Inbox(database, new ConversationReferences(database, TimeProvider.System), TimeProvider.System),
            new FileContents(database, new(), TimeProvider.System)
        );
}
