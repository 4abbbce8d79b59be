namespace ComplaintBot.BotService.Proof;

/// <summary>Why an activity was not accepted.</summary>
public enum ProofFailure
{
    /// <summary>Not proven: 401 without a reason.</summary>
    Refused,

    /// <summary>The activity lacks what the proof is about: 400.</summary>
    Malformed,

    /// <summary>The issuer's keys cannot be had: 503, never open.</summary>
    Unavailable,
}

/// <summary>An activity's sender is not proven. The message is for logs and for people on this machine, never for a stranger.</summary>
public sealed class NotProvenException : UnauthorizedAccessException
{
    /// <summary>Refused.</summary>
    public NotProvenException() { }

    /// <summary>Refused, and why.</summary>
    public NotProvenException(string message)
        : base(message) { }

    /// <summary>Refused because of that.</summary>
    public NotProvenException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Not accepted, and why.</summary>
    public NotProvenException(ProofFailure failure, string message)
        : base(message) => Failure = failure;

    /// <summary>What the sender is told.</summary>
    public ProofFailure Failure { get; }
}
