using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;
using DirectLine;

namespace ComplaintBot.WebChannel;

/// <summary>Appends to the logs of conversations, inside transactions of others.</summary>
internal sealed class DirectLineLog(Inbox inbox)
{
    /// <summary>What a visitor says: log entry, files and inbox row. Null when the conversation does not exist or has ended.</summary>
    public async Task<UserActivityAppended?> AppendAsync(
        DbTransactionScope tx,
        UserActivityAppend append,
        IReadOnlyDictionary<string, KeptContent> kept,
        CancellationToken cancellationToken
    )
    {
        if (
            await ConversationRow.FindAsync(tx, append.ConversationId, lockRow: true, cancellationToken)
            is not { Ended: false } conversation
        )
            return null;
        if (
            append.ClientActivityId is { } clientId
            && await FindRepeatedAsync(tx, append.ConversationId, clientId, cancellationToken) is { } known
        )
            return new(known, Repeated: true);

        var at = conversation.Next(append.Now);
        var numbered = append.Number(at);
        await WriteAsync(tx, append.ConversationId, numbered.Entry, at, append.ClientActivityId, append.Ends, cancellationToken);
        foreach (var upload in append.Uploads)
        {
            var content = kept[upload.Id];
            await FileContents.ClaimAsync(tx, content, cancellationToken);
            await tx.ExecuteAsync(
                """
                INSERT INTO direct_line_uploads (id, conversation_id, name, content_type, content, place, received_at)
                VALUES (@Id, @ConversationId, @Name, @ContentType, @InRow, @Place, @Timestamp)
                """,
                new
                {
                    upload.Id,
                    upload.ConversationId,
                    upload.Name,
                    upload.ContentType,
                    content.InRow,
                    content.Place,
                    at.Timestamp,
                },
                cancellationToken
            );
        }
        await inbox.ReceiveAsync(tx, numbered.ForBot, Caller.Embedded, cancellationToken);
        return new(numbered.Entry.ActivityId, Repeated: false);
    }

    /// <summary>What the bot says; answers the activity's id, or null when the conversation does not exist or has ended.</summary>
    public static async Task<string?> AppendAsync(DbTransactionScope tx, BotActivityAppend append, CancellationToken cancellationToken)
    {
        if (
            await ConversationRow.FindAsync(tx, append.ConversationId, lockRow: true, cancellationToken)
            is not { Ended: false } conversation
        )
            return null;
        var at = conversation.Next(append.Now);
        var said = append.ReplacedId is { } replaced ? await SaidAtAsync(tx, append.ConversationId, replaced, cancellationToken) : null;
        var entry = append.Shape(at with { Timestamp = said ?? at.Timestamp });
        await WriteAsync(tx, append.ConversationId, entry, at, clientActivityId: null, append.Ends, cancellationToken);
        return entry.ActivityId;
    }

    private static async Task<DateTimeOffset?> SaidAtAsync(
        DbTransactionScope tx,
        string conversationId,
        string activityId,
        CancellationToken cancellationToken
    )
    {
        var sequence = DirectLineActivities.SequenceOf(activityId, conversationId);
        var json = await tx.ScalarAsync<string>(
            "SELECT activity FROM direct_line_log WHERE conversation_id = @conversationId AND sequence = @sequence",
            new { conversationId, sequence },
            cancellationToken
        );
        return json is null ? null : DirectLineActivities.SaidAt(json);
    }

    private static async Task WriteAsync(
        DbTransactionScope tx,
        string conversationId,
        LogEntry entry,
        LogPosition at,
        string? clientActivityId,
        bool ends,
        CancellationToken cancellationToken
    )
    {
        await tx.ExecuteAsync(
            """
            INSERT INTO direct_line_log (conversation_id, sequence, activity_id, client_activity_id, activity)
            VALUES (@conversationId, @Sequence, @ActivityId, @clientActivityId, @Json)
            """,
            new
            {
                conversationId,
                at.Sequence,
                entry.ActivityId,
                clientActivityId,
                entry.Json,
            },
            cancellationToken
        );
        await tx.ExecuteAsync(
            """
            UPDATE direct_line_conversations SET last_sequence = @Sequence, last_at = @Timestamp, ended = @ends
            WHERE id = @conversationId
            """,
            new
            {
                at.Sequence,
                at.Timestamp,
                ends,
                conversationId,
            },
            cancellationToken
        );
    }

    private static Task<string?> FindRepeatedAsync(
        DbTransactionScope tx,
        string conversationId,
        string clientId,
        CancellationToken cancellationToken
    ) =>
        tx.ScalarAsync<string>(
            "SELECT activity_id FROM direct_line_log WHERE conversation_id = @conversationId AND client_activity_id = @clientId",
            new { conversationId, clientId },
            cancellationToken
        );
}
