namespace BotFramework.Authentication;

/// <summary>Whether a token is in its time, with five minutes for clocks that differ.</summary>
internal static class TokenTimes
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Why not, or null.</summary>
    public static string? Problem(JsonWebToken token, DateTimeOffset now)
    {
        if (token.Time("exp") is not { } expires)
            return "the token never expires";
        if (now >= expires + Skew)
            return "the token has expired";
        if (!token.Has("nbf"))
            return null;
        return token.Time("nbf") is { } begins && now >= begins - Skew ? null : "the token is not valid yet";
    }
}
