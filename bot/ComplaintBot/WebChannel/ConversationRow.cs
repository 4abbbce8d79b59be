using ComplaintBot.Storage;
using DirectLine;

namespace ComplaintBot.WebChannel;

/// <summary>A row of direct_line_conversations.</summary>
internal sealed class ConversationRow
{
    public string Id { get; init; } = "";

    public string UserId { get; init; } = "";

    public string? UserName { get; init; }

    public bool SelfNamed { get; init; }

    public string? Locale { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public long LastSequence { get; init; }

    public DateTimeOffset LastAt { get; init; }

    public bool Ended { get; init; }

    /// <summary>The row, or null. Locking it makes appends to one conversation follow each other.</summary>
    public static Task<ConversationRow?> FindAsync(DbSession session, string id, bool lockRow, CancellationToken cancellationToken) =>
        session.FirstOrDefaultAsync<ConversationRow>(
            $"""
            SELECT id, user_id, user_name, self_named, locale, started_at, last_sequence, last_at, ended
            FROM direct_line_conversations WHERE id = @id {(lockRow ? session.Dialect.ForUpdate : "")}
            """,
            new { id },
            cancellationToken
        );

    public DirectLineConversation Read() =>
        new(Id, UserId, StartedAt)
        {
            UserName = UserName,
            SelfNamed = SelfNamed,
            Locale = Locale,
            LastSequence = LastSequence,
            Ended = Ended,
        };

    /// <summary>Where the next entry goes. Web Chat sorts by the millisecond, so each entry has one of its own.</summary>
    public LogPosition Next(DateTimeOffset now)
    {
        var earliest = LastAt.AddMilliseconds(1);
        return new(LastSequence + 1, now > earliest ? now : earliest);
    }
}
