namespace DirectLine.Access;

/// <summary>Who calls: the holder of a token, or (<see cref="Token"/> null) of the secret.</summary>
internal sealed record DirectLineCaller(DirectLineToken? Token)
{
    public bool HasSecret => Token is null;

    /// <summary>The user whose limits count; null when the id proves nothing, so that nobody can use up another one's.</summary>
    public string? UserToCharge => Token is { SelfNamed: false } ? Token.User : null;

    public IReadOnlyList<string> Origins => Token?.Origins ?? [];
}
