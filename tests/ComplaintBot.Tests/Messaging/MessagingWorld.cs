using System.Collections.Concurrent;
using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.Messaging;

/// <summary>One process of the bot, as far as messages go: inbox, mailbox, outbox and sender on a database, with a turn and a
/// channel of the test's own.</summary>
internal sealed class MessagingWorld : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public MessagingWorld(Database database, TimeProvider time, ScriptedTurn? turn = null, FakeChannel? channel = null)
    {
        (Database, Time, Turn, Channel) = (database, time, turn ?? new ScriptedTurn(), channel ?? new FakeChannel());
        References = new ConversationReferences(database, time);
        Inbox = new Inbox(database, References, time);
        Outbox = new Outbox(database, time);
        Turn.Outbox = Outbox;
        Mailbox = new Mailbox(database, Inbox, Turn, time, new ProblemLog<Mailbox>(Problems));
        Sender = new OutboxSender(
            database,
            Outbox,
            Inbox,
            [Channel],
            new RetrySchedule(() => 0.5),
            time,
            new ProblemLog<OutboxSender>(Problems)
        );
    }

    /// <summary>What was logged as a warning or worse: what a test shows that waits in vain.</summary>
    public ConcurrentQueue<string> Problems { get; } = [];

    public Database Database { get; }

    public TimeProvider Time { get; }

    public ScriptedTurn Turn { get; }

    public FakeChannel Channel { get; }

    public ConversationReferences References { get; }

    public Inbox Inbox { get; }

    public Outbox Outbox { get; }

    public Mailbox Mailbox { get; }

    public OutboxSender Sender { get; }

    public static Activity Message(
        string text,
        string conversation = "a:1",
        string user = "29:lin",
        string? id = null,
        string? aad = null
    ) =>
        new()
        {
            Type = ActivityTypes.Message,
            Id = id ?? Guid.NewGuid().ToString("N"),
            Text = text,
            ChannelId = Channels.Msteams,
            ServiceUrl = "https://channel.example/teams/",
            From = new ChannelAccount(user, aadObjectId: aad),
            Recipient = new ChannelAccount("28:bot"),
            Conversation = new ConversationAccount(id: conversation, conversationType: "personal"),
        };

    public Task<InboxReceipt> ReceiveAsync(Activity activity) => Inbox.ReceiveAsync(activity, Caller.Anonymous);

    public Task<InboxReceipt> SayAsync(string text, string conversation = "a:1") => ReceiveAsync(Message(text, conversation));

    /// <summary>Writes messages to the outbox as a turn does.</summary>
    public async Task PostAsync(params OutboxMessage[] messages)
    {
        var work = new UnitOfWork(Database);
        foreach (var message in messages)
            Outbox.Add(work, message);
        await work.CommitAsync();
    }

    /// <summary>What turns have written, in order.</summary>
    public Task<IReadOnlyList<string>> EffectsAsync() => Database.QueryAsync<string>("SELECT text FROM effects ORDER BY id");

    public async Task StartAsync()
    {
        await Mailbox.StartAsync(CancellationToken.None);
        await Sender.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        // A failed test may leave a turn that never ends on a clock that stands still.
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Mailbox.StopAsync(enough.Token);
        await Sender.StopAsync(enough.Token);
        Mailbox.Dispose();
        Sender.Dispose();
    }

    public async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            if (since.Elapsed > Patience)
                throw new TimeoutException("Waited in vain. Problems: " + string.Join('\n', Problems));
            await Task.Delay(10);
        }
    }
}

/// <summary>Collects warnings and errors.</summary>
internal sealed class ProblemLog<T>(ConcurrentQueue<string> problems) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        // The framework asks only whether anybody listens.
        if (IsEnabled(logLevel))
            problems.Enqueue($"{formatter(state, exception)} {exception}");
    }
}

/// <summary>A test's database with a table for what turns do.</summary>
internal static class MessagingDatabase
{
    public static async Task<TestDatabase> CreateAsync(string engine)
    {
        var test = await TestDatabase.CreateAsync(engine);
        await test.Database.ExecuteAsync(test.Database.Dialect.Translate("CREATE TABLE effects (id {identity}, lane TEXT, text TEXT)"));
        return test;
    }
}

/// <summary>A turn that notes the text as its effect and replies with it, after whatever the test wants to happen first.</summary>
internal sealed class ScriptedTurn : IInboxTurn
{
    public Outbox? Outbox { get; set; }

    public Func<Activity, UnitOfWork, CancellationToken, Task<InvokeResponse?>> First { get; set; } =
        (_, _, _) => Task.FromResult<InvokeResponse?>(null);

    public ConcurrentQueue<string> Begun { get; } = [];

    public ConcurrentQueue<string> Told { get; } = [];

    public async Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
    {
        var activity = item.ReadActivity();
        Begun.Enqueue(activity.Text!);
        work.Add(
            (tx, ct) =>
                tx.ExecuteAsync(
                    "INSERT INTO effects (lane, text) VALUES (@Lane, @Text)",
                    new { item.Lane, Text = SqlText.Printable(activity.Text) },
                    ct
                )
        );
        var answer = await First(activity, work, cancellationToken);
        Outbox!.Add(
            work,
            OutboxMessage.ToConversation(activity.ChannelId!, activity.Conversation!.Id!, activity.CreateReply("re: " + activity.Text))
        );
        return answer;
    }

    public Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
    {
        var activity = item.ReadActivity();
        Told.Enqueue(activity.Text!);
        Outbox!.Add(
            work,
            OutboxMessage.ToConversation(activity.ChannelId!, activity.Conversation!.Id!, activity.CreateReply("sorry: " + activity.Text))
        );
        return Task.FromResult<InvokeResponse?>(activity.Type == ActivityTypes.Invoke ? new InvokeResponse { Status = 500 } : null);
    }
}

/// <summary>A channel that remembers what it was given and answers as the test wants.</summary>
internal sealed class FakeChannel : IOutboundChannel
{
    private int _sent;

    public ConcurrentQueue<OutboundMessage> Calls { get; } = [];

    /// <summary>Answers instead of the usual success; null for the usual.</summary>
    public Func<OutboundMessage, Delivery?> Answer { get; set; } = _ => null;

    /// <summary>What a reader of the log of calls sees: "send text", "update id text", "delete id".</summary>
    public IReadOnlyList<string> Log =>
        [
            .. Calls.Select(c =>
                c.Kind switch
                {
                    OutboxKind.Update => $"update {c.ActivityId} {c.Activity!.Text}",
                    OutboxKind.Delete => $"delete {c.ActivityId}",
                    _ => $"send {c.Activity!.Text}",
                }
            ),
        ];

    public bool Serves(ConversationReference reference) => true;

    public Task<Delivery> DeliverAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        Calls.Enqueue(message);
        if (Answer(message) is { } answer)
            return Task.FromResult(answer);
        return Task.FromResult(
            message.Kind switch
            {
                OutboxKind.Update => new Delivery(message.ActivityId),
                _ => new Delivery("m" + Interlocked.Increment(ref _sent)),
            }
        );
    }

    public static ChannelFailureException Refusal(int status, string? code = null, TimeSpan? retryAfter = null) =>
        new((System.Net.HttpStatusCode)status, code, $"{status} {code}", retryAfter: retryAfter);
}
