using DirectLine.Access;
using Microsoft.Bot.Schema;

namespace DirectLine;

/// <summary>A place in a conversation's log: sequences start at 1 without gaps, times never go back.</summary>
public readonly record struct LogPosition(long Sequence, DateTimeOffset Timestamp);

/// <summary>One entry of the log. An activity that is replaced gets a further entry with the same <paramref name="ActivityId"/>.</summary>
public sealed record LogEntry(long Sequence, string ActivityId, string Json);

/// <summary>A file on its way into the store.</summary>
public sealed record DirectLineUpload(string Id, string ConversationId, string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>A stored file; whoever found it closes the stream.</summary>
public sealed record StoredUpload(string Name, string ContentType, Stream Content) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>A one-time right to open a stream. Only the hash of the ticket is stored.</summary>
public sealed record StreamTicket(
    string Hash,
    string ConversationId,
    DateTimeOffset Expires,
    DateTimeOffset SessionExpires,
    IReadOnlyList<string> Origins
);

/// <summary>What a user's activity becomes once its place is known: the log entry that clients see, and the activity that the bot
/// gets.</summary>
public sealed record NumberedUserActivity(LogEntry Entry, Activity ForBot);

/// <summary>A user's activity on its way into the log and the inbox.</summary>
public sealed record UserActivityAppend(string ConversationId, DateTimeOffset Now, Func<LogPosition, NumberedUserActivity> Number)
{
    /// <summary>The client's own id of the activity; a second one with the same id in the same conversation is not appended again.
    /// Null = none.</summary>
    public string? ClientActivityId { get; init; }

    /// <summary>Files that come with it; stored in the same transaction.</summary>
    public IReadOnlyList<DirectLineUpload> Uploads { get; init; } = [];

    /// <summary>The activity ends the conversation.</summary>
    public bool Ends { get; init; }
}

/// <summary>The id of an appended activity; <paramref name="Repeated"/> when the client had sent the same one before and nothing
/// was written.</summary>
public sealed record UserActivityAppended(string ActivityId, bool Repeated);

/// <summary>
/// Everything the embedded Direct Line remembers, in one database that several processes may share. Each method is one transaction.
/// Appends to one conversation are serialised; a sequence is visible to readers only together with all smaller ones.
/// </summary>
public interface IDirectLineStore
{
    /// <summary>The started conversation of that id, or null.</summary>
    Task<DirectLineConversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Writes the conversation and puts its first activity into the bot's inbox. False, and nothing written, when it had
    /// been started before.</summary>
    Task<bool> TryStartAsync(DirectLineConversation conversation, Activity join, CancellationToken cancellationToken);

    /// <summary>Appends to the log, stores the files and puts the activity into the bot's inbox. Null when the conversation does
    /// not exist or has ended.</summary>
    Task<UserActivityAppended?> AppendUserActivityAsync(UserActivityAppend append, CancellationToken cancellationToken);

    /// <summary>Appends what the bot said and returns the activity's id; null when the conversation does not exist or has ended.</summary>
    Task<string?> AppendBotActivityAsync(BotActivityAppend append, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="max"/> entries after a sequence, in order.</summary>
    Task<IReadOnlyList<LogEntry>> ReadLogAsync(string conversationId, long after, int max, CancellationToken cancellationToken);

    /// <summary>The last sequence of each conversation that exists.</summary>
    Task<IReadOnlyDictionary<string, long>> LastSequencesAsync(
        IReadOnlyCollection<string> conversationIds,
        CancellationToken cancellationToken
    );

    /// <summary>A stored file of that conversation, or null.</summary>
    Task<StoredUpload?> FindUploadAsync(string conversationId, string uploadId, CancellationToken cancellationToken);

    /// <summary>Stores a ticket.</summary>
    Task AddTicketAsync(StreamTicket ticket, CancellationToken cancellationToken);

    /// <summary>Takes the ticket away and returns it; null when there is none (any more). Of several callers exactly one gets it.</summary>
    Task<StreamTicket?> TakeTicketAsync(string hash, CancellationToken cancellationToken);

    /// <summary>
    /// Counts all charges by <see cref="RateArithmetic"/>, or none of them when one does not fit. Returns zero when they were
    /// counted, else the time to wait.
    /// </summary>
    Task<TimeSpan> ChargeAsync(IReadOnlyList<RateCharge> charges, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Forgets tickets that have expired and counts that have run empty. Called now and then.</summary>
    Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>What the bot says on its way into the log.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Now">The time; the entry's time is never before the one of the entry before it.</param>
/// <param name="Shape">Makes the entry once its place is known.</param>
/// <param name="Ends">The activity ends the conversation.</param>
/// <param name="ReplacedId">The logged activity whose new version this is; the position then has the time at which that one was said,
/// because Web Chat shows messages in the order of their times.</param>
public sealed record BotActivityAppend(
    string ConversationId,
    DateTimeOffset Now,
    Func<LogPosition, LogEntry> Shape,
    bool Ends = false,
    string? ReplacedId = null
);
