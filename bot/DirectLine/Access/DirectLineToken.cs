namespace DirectLine.Access;

/// <summary>What a token says: one user in one conversation, until a time. <paramref name="User"/> is null when the client may name
/// itself at the start.</summary>
public sealed record DirectLineToken(string Conversation, string? User, DateTimeOffset Expires)
{
    /// <summary>The user's name as the issuer gave it.</summary>
    public string? UserName { get; init; }

    /// <summary>The user id was chosen by the client, so it proves nothing beyond this conversation.</summary>
    public bool SelfNamed { get; init; }

    /// <summary>Page origins that may use the token; empty = those of the settings.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}

/// <summary>A signed token and its life in whole seconds.</summary>
public sealed record IssuedToken(string ConversationId, string Token, int ExpiresInSeconds);

/// <summary>Why a token was not accepted.</summary>
public enum TokenFault
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>Not one of ours: broken, wrongly signed, for another bot, or not valid yet.</summary>
    Invalid,

    /// <summary>Ours, but its time is over.</summary>
    Expired,
}

/// <summary>The outcome of reading a token. The token of an expired one is there too, to say so; null when invalid.</summary>
public readonly record struct TokenReading(DirectLineToken? Token, TokenFault Fault);
