namespace ComplaintBot.Model;

/// <summary>What came back for one question to the model. Nothing in it but <see cref="Answer.Json"/> comes from the other side, so
/// the rest may be logged.</summary>
internal abstract record ModelReply
{
    /// <summary>Tokens that were billed; null when the other side did not say and may well have billed some.</summary>
    public int? Tokens { get; init; }

    /// <summary>The text of the answer, by the schema if the other side keeps its word.</summary>
    public sealed record Answer(string Json) : ModelReply;

    /// <summary>The model or its content filter does not want to answer this text: no sign of a broken service.</summary>
    public sealed record Declined(string Why) : ModelReply;

    /// <summary>429: too much was asked; <paramref name="After"/> is when to ask again, null when it was not said.</summary>
    public sealed record Busy(TimeSpan? After) : ModelReply;

    /// <summary>No use: an error status, a broken connection, an answer that is none.</summary>
    public sealed record Failed(string Why) : ModelReply;
}
