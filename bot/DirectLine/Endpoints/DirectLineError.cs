using System.Globalization;
using DirectLine.Wire;
using Microsoft.AspNetCore.Http;

namespace DirectLine.Endpoints;

/// <summary>A refusal: status and the body <c>{"error":{"code","message"}}</c>. As a result it writes itself.</summary>
internal sealed record DirectLineError(int Status, string Code, string Message) : IResult
{
    /// <summary>How long the client should wait before it tries again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static readonly DirectLineError NoToken = new(StatusCodes.Status401Unauthorized, "Unauthorized", "A bearer token is required.");
    public static readonly DirectLineError Forbidden = new(StatusCodes.Status403Forbidden, "Forbidden", "The token is not valid for this.");
    public static readonly DirectLineError TokenExpired = new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");
    public static readonly DirectLineError ForeignOrigin = new(
        StatusCodes.Status403Forbidden,
        "Forbidden",
        "Pages of this origin are not allowed."
    );
    public static readonly DirectLineError LinkOver = new(StatusCodes.Status403Forbidden, "Forbidden", "The link is not valid (any more).");
    public static readonly DirectLineError NoConversation = new(
        StatusCodes.Status404NotFound,
        "ConversationNotFound",
        "The conversation does not exist or has ended."
    );
    public static readonly DirectLineError NoSuchAddress = new(
        StatusCodes.Status404NotFound,
        "NotFound",
        "There is nothing at this address."
    );
    public static readonly DirectLineError NotJson = new(
        StatusCodes.Status415UnsupportedMediaType,
        "UnsupportedMediaType",
        "The body must be application/json."
    );
    public static readonly DirectLineError NotUpload = new(
        StatusCodes.Status415UnsupportedMediaType,
        "UnsupportedMediaType",
        "The body must be multipart/form-data or a file."
    );
    public static readonly DirectLineError TooLarge = new(
        StatusCodes.Status413PayloadTooLarge,
        "MessageSizeTooBig",
        "The body is too large."
    );
    public static readonly DirectLineError Failed = new(
        StatusCodes.Status500InternalServerError,
        "ServiceError",
        "Something went wrong here. Try again."
    );

    public static DirectLineError BadArgument(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static DirectLineError MissingProperty(string message) => new(StatusCodes.Status400BadRequest, "MissingProperty", message);

    public static DirectLineError Malformed(string message) => new(StatusCodes.Status400BadRequest, "MalformedData", message);

    public static DirectLineError BadFile(string name, string reason) =>
        new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", $"The file {name} was not accepted: {reason}");

    public static DirectLineError TooMany(TimeSpan wait)
    {
        var seconds = WholeSeconds(wait);
        return new(
            StatusCodes.Status429TooManyRequests,
            "TooManyRequests",
            string.Create(CultureInfo.InvariantCulture, $"Too many requests. Try again in {seconds} s.")
        )
        {
            RetryAfter = wait,
        };
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = WholeSeconds(wait).ToString(CultureInfo.InvariantCulture);
        var body = new { error = new { code = Code, message = Message } };
        return httpContext.Response.WriteAsJsonAsync(body, WireText.Options, httpContext.RequestAborted);
    }

    private static long WholeSeconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
