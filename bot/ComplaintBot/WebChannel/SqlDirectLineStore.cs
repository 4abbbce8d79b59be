using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using DirectLine;
using DirectLine.Access;
using Microsoft.Bot.Schema;

namespace ComplaintBot.WebChannel;

/// <summary>The embedded Direct Line's memory in the one database. What a visitor says is in their log and in the bot's inbox, or
/// in neither.</summary>
public sealed class SqlDirectLineStore(Database database, Inbox inbox, FileContents files) : IDirectLineStore
{
    private readonly DirectLineLog _log = new(inbox);

    /// <inheritdoc/>
    public async Task<DirectLineConversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                session => ConversationRow.FindAsync(session, conversationId, lockRow: false, cancellationToken),
                cancellationToken
            )
        )?.Read();

    /// <inheritdoc/>
    public async Task<bool> TryStartAsync(DirectLineConversation conversation, Activity join, CancellationToken cancellationToken)
    {
        var started = await database.WriteAsync(
            async tx =>
            {
                var added = await tx.ExecuteAsync(
                    """
                    INSERT INTO direct_line_conversations (id, user_id, user_name, self_named, locale, started_at, last_at)
                    VALUES (@Id, @UserId, @userName, @SelfNamed, @locale, @StartedAt, @StartedAt)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    new
                    {
                        conversation.Id,
                        conversation.UserId,
                        userName = SqlText.Printable(conversation.UserName),
                        conversation.SelfNamed,
                        locale = SqlText.Printable(conversation.Locale),
                        conversation.StartedAt,
                    },
                    cancellationToken
                );
                if (added == 1)
                    await inbox.ReceiveAsync(tx, join, Caller.Embedded, cancellationToken);
                return added == 1;
            },
            cancellationToken
        );
        if (started)
            inbox.Wake();
        return started;
    }

    /// <inheritdoc/>
    public async Task<UserActivityAppended?> AppendUserActivityAsync(UserActivityAppend append, CancellationToken cancellationToken)
    {
        // Contents first: nothing slow happens inside a transaction.
        var kept = new Dictionary<string, KeptContent>();
        foreach (var upload in append.Uploads)
            kept[upload.Id] = await files.KeepAsync("web/" + upload.Id, upload.Content, upload.ContentType, cancellationToken);
        var appended = await database.WriteAsync(tx => _log.AppendAsync(tx, append, kept, cancellationToken), cancellationToken);
        if (appended is { Repeated: false })
            inbox.Wake();
        return appended;
    }

    /// <inheritdoc/>
    public Task<string?> AppendBotActivityAsync(BotActivityAppend append, CancellationToken cancellationToken) =>
        database.WriteAsync(tx => DirectLineLog.AppendAsync(tx, append, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadLogAsync(string conversationId, long after, int max, CancellationToken cancellationToken) =>
        database.QueryAsync<LogEntry>(
            """
            SELECT sequence, activity_id, activity AS json FROM direct_line_log
            WHERE conversation_id = @conversationId AND sequence > @after ORDER BY sequence LIMIT @max
            """,
            new
            {
                conversationId,
                after,
                max,
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> LastSequencesAsync(
        IReadOnlyCollection<string> conversationIds,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var ids in conversationIds.Chunk(500))
        {
            foreach (
                var (id, last) in await database.QueryAsync<(string, long)>(
                    $"SELECT id, last_sequence FROM direct_line_conversations WHERE id {database.Dialect.IsOneOf("ids")}",
                    new { ids },
                    cancellationToken
                )
            )
                found[id] = last;
        }
        return found;
    }

    /// <inheritdoc/>
    public async Task<StoredUpload?> FindUploadAsync(string conversationId, string uploadId, CancellationToken cancellationToken)
    {
        var row = await database.FirstOrDefaultAsync<UploadRow>(
            "SELECT name, content_type, content, place FROM direct_line_uploads WHERE id = @uploadId AND conversation_id = @conversationId",
            new { uploadId, conversationId },
            cancellationToken
        );
        return row is null ? null : new(row.Name, row.ContentType, await files.OpenAsync(row.Content, row.Place, cancellationToken));
    }

    /// <inheritdoc/>
    public Task AddTicketAsync(StreamTicket ticket, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            """
            INSERT INTO direct_line_tickets (hash, conversation_id, expires, session_expires, origins)
            VALUES (@Hash, @ConversationId, @Expires, @SessionExpires, @origins)
            """,
            new
            {
                ticket.Hash,
                ticket.ConversationId,
                ticket.Expires,
                ticket.SessionExpires,
                origins = string.Join('\n', ticket.Origins),
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<StreamTicket?> TakeTicketAsync(string hash, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
                (
                    await tx.FirstOrDefaultAsync<TicketRow>(
                        """
                        DELETE FROM direct_line_tickets WHERE hash = @hash
                        RETURNING hash, conversation_id, expires, session_expires, origins
                        """,
                        new { hash },
                        cancellationToken
                    )
                )?.Read(),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<TimeSpan> ChargeAsync(IReadOnlyList<RateCharge> charges, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(tx => RateCounts.ChargeAsync(tx, charges, now, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async tx =>
            {
                await tx.ExecuteAsync("DELETE FROM direct_line_tickets WHERE expires <= @now", new { now }, cancellationToken);
                await tx.ExecuteAsync("DELETE FROM direct_line_rates WHERE empty_at <= @now", new { now }, cancellationToken);
            },
            cancellationToken
        );

    private sealed class UploadRow
    {
        public string Name { get; init; } = "";

        public string ContentType { get; init; } = "";

        public byte[] Content { get; init; } = [];

        public string? Place { get; init; }
    }

    private sealed class TicketRow
    {
        public string Hash { get; init; } = "";

        public string ConversationId { get; init; } = "";

        public DateTimeOffset Expires { get; init; }

        public DateTimeOffset SessionExpires { get; init; }

        public string Origins { get; init; } = "";

        public StreamTicket Read() =>
            new(Hash, ConversationId, Expires, SessionExpires, Origins.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
