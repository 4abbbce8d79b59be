namespace BotFramework.Authentication;

/// <summary>What came of an activity's proof.</summary>
public enum AuthenticationStatus
{
    /// <summary>Proven: <see cref="AuthenticationOutcome.Result"/> says what.</summary>
    Authenticated,

    /// <summary>Not proven: 401 without a reason.</summary>
    Refused,

    /// <summary>The activity lacks what the proof is about: 400.</summary>
    Malformed,

    /// <summary>The issuer's keys cannot be had: 503, never open.</summary>
    Unavailable,
}

/// <summary>What came of an activity's proof. The reason is for logs and for people on this machine, never for a stranger.</summary>
/// <param name="Status">What came of it.</param>
/// <param name="Result">Who sent it, when authenticated.</param>
/// <param name="Reason">Why not, otherwise.</param>
public sealed record AuthenticationOutcome(AuthenticationStatus Status, AuthenticateRequestResult? Result, string? Reason)
{
    /// <summary>Proven.</summary>
    public static AuthenticationOutcome Authenticated(AuthenticateRequestResult result) =>
        new(AuthenticationStatus.Authenticated, result, null);

    /// <summary>Not proven.</summary>
    public static AuthenticationOutcome Refused(string reason) => new(AuthenticationStatus.Refused, null, reason);

    /// <summary>Nothing to prove.</summary>
    public static AuthenticationOutcome Malformed(string reason) => new(AuthenticationStatus.Malformed, null, reason);

    /// <summary>Not to be proven now.</summary>
    public static AuthenticationOutcome Unavailable(string reason) => new(AuthenticationStatus.Unavailable, null, reason);
}
