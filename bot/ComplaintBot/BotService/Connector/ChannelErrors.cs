using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace ComplaintBot.BotService.Connector;

/// <summary>Tells failures of the SDK's connector client in one way: what a channel says when it refuses comes in two JSON shapes, or
/// anything else, and in exceptions of several types.</summary>
internal static class ChannelErrors
{
    private const int MaxShown = 500;

    /// <summary>What a failed call means; null for an exception that is no failure of the channel.</summary>
    public static ChannelFailureException? Read(
        Exception exception,
        Uri address,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        exception switch
        {
            ChannelFailureException failure => failure,
            ErrorResponseException { Response: { } response } => Read(response, now, exception),
            HttpOperationException { Response: { } response } => Read(response, now, exception),
            HttpRequestException or IOException => NoAnswer(exception, address),
            OperationCanceledException when !cancellationToken.IsCancellationRequested => NoAnswer(exception, address),
            _ => null,
        };

    /// <summary>What an answer means that is no success.</summary>
    public static ChannelFailureException Read(HttpStatusCode status, string? body, TimeSpan? retryAfter, Exception? cause = null)
    {
        var (code, subCode, message) = Parse(body);
        return new ChannelFailureException(
            status,
            code,
            $"The channel answered {(int)status}{Said(code, subCode, message)}",
            subCode,
            retryAfter,
            cause
        );
    }

    /// <summary>No answer came.</summary>
    public static ChannelFailureException NoAnswer(Exception exception, Uri address) =>
        new($"{address.Host} did not answer: {exception.Message}", exception);

    private static ChannelFailureException Read(HttpResponseMessageWrapper response, DateTimeOffset now, Exception cause) =>
        Read(response.StatusCode, response.Content, RetryAfter(response, now), cause);

    private static string Said(string? code, string? subCode, string? message) =>
        string.Join(' ', new[] { code, subCode, message }.Where(s => !string.IsNullOrWhiteSpace(s))) is { Length: > 0 } said
            ? ": " + (said.Length > MaxShown ? said[..MaxShown] : said)
            : ".";

    private static (string? Code, string? SubCode, string? Message) Parse(string? body)
    {
        if (Parsed(body) is not { ValueKind: JsonValueKind.Object } root)
            return (null, null, null);
        // {"error":{"code","message"}}, or {"errorCode":209,"message":"{ \"subCode\": … }"} where the message is JSON once more.
        var error = root.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        var message = Text(error, "message");
        var nested = message is not null && message.AsSpan().TrimStart().StartsWith("{") ? Parsed(message) : null;
        var code = Text(error, "code") ?? Text(error, "errorCode");
        return nested is { ValueKind: JsonValueKind.Object } details
            ? (
                code,
                Text(details, "subCode") ?? Text(details, "errorSubCode") ?? Text(details, "code"),
                Text(details, "details") ?? Text(details, "message")
            )
            : (code, Text(error, "subCode"), message);
    }

    private static JsonElement? Parsed(string? body)
    {
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            // HTML of a proxy, or nothing: the status alone must do.
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };

    private static TimeSpan? RetryAfter(HttpResponseMessageWrapper response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } text)
            return null;
        TimeSpan? wait =
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - now
            : null;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
