using System.Net;

namespace ComplaintBot.BotService.Connector;

/// <summary>What a failed call to a channel means for the sender.</summary>
public enum ConnectorFailure
{
    /// <summary>Passing: try again later (412, 429, 5xx, network). It may have been delivered.</summary>
    Retry,

    /// <summary>The person or chat cannot be reached until the app is installed again or the person writes.</summary>
    Unreachable,

    /// <summary>The conversation or the message is gone; send a new one instead of updating.</summary>
    Gone,

    /// <summary>The message is too big; send a shorter one.</summary>
    TooLarge,

    /// <summary>The message is wrong and will stay so.</summary>
    BadRequest,

    /// <summary>The bot's own credentials were refused.</summary>
    Unauthorized,
}

/// <summary>A channel refused or failed. <see cref="Failure"/> says what to do, the rest is for logs.</summary>
public sealed class ChannelFailureException : Exception
{
    /// <summary>An empty failure.</summary>
    public ChannelFailureException()
        : this(null, null, "The channel failed.") { }

    /// <summary>A failure without an answer.</summary>
    public ChannelFailureException(string message)
        : this(null, null, message) { }

    /// <summary>A failure without an answer, with its cause.</summary>
    public ChannelFailureException(string message, Exception innerException)
        : base(message, innerException) => Failure = ConnectorFailure.Retry;

    /// <summary>A failure by status, code, and what the channel said.</summary>
    public ChannelFailureException(
        HttpStatusCode? status,
        string? code,
        string message,
        string? subCode = null,
        TimeSpan? retryAfter = null,
        Exception? innerException = null
    )
        : base(message, innerException)
    {
        Status = status;
        Code = code;
        SubCode = subCode;
        RetryAfter = retryAfter;
        Failure = FailureClassification.Classify(status, code, subCode);
    }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>The channel's code, such as ConversationNotFound; null when the body had none.</summary>
    public string? Code { get; }

    /// <summary>Teams' finer code, such as MessageWritesBlocked.</summary>
    public string? SubCode { get; }

    /// <summary>How long the channel asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>What it means for the sender.</summary>
    public ConnectorFailure Failure { get; }
}
