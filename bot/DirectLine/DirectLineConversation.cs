namespace DirectLine;

/// <summary>A started conversation of one user with the bot.</summary>
public sealed record DirectLineConversation(string Id, string UserId, DateTimeOffset StartedAt)
{
    /// <summary>The user's name as issuer or client gave it; only for display.</summary>
    public string? UserName { get; init; }

    /// <summary>The client chose the user id itself. The bot then knows the user under an id that no other conversation can have.</summary>
    public bool SelfNamed { get; init; }

    /// <summary>The client's language at the start (BCP 47), if it told.</summary>
    public string? Locale { get; init; }

    /// <summary>Sequence of the last log entry; 0 when there is none.</summary>
    public long LastSequence { get; init; }

    /// <summary>Set once an endOfConversation is in the log; nothing more may be posted or streamed then.</summary>
    public bool Ended { get; init; }

    /// <summary>The user's id as the bot sees it in <c>from.id</c>.</summary>
    public string UserIdForBot => SelfNamed ? $"{UserId}@{Id}" : UserId;
}
