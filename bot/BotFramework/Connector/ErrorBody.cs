using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace BotFramework.Connector;

/// <summary>Reads what a channel says when it refuses: two JSON shapes, or anything else.</summary>
internal static class ErrorBody
{
    private const int MaxShown = 500;

    public static ErrorResponseException Read(
        HttpStatusCode status,
        HttpResponseHeaders headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    )
    {
        var (code, subCode, message) = Parse(body);
        return new ErrorResponseException(
            status,
            code,
            $"The channel answered {(int)status}{Said(code, subCode, message)}",
            subCode,
            RetryAfter(headers, now)
        );
    }

    private static string Said(string? code, string? subCode, string? message) =>
        string.Join(' ', new[] { code, subCode, message }.Where(s => !string.IsNullOrWhiteSpace(s))) is { Length: > 0 } said
            ? ": " + (said.Length > MaxShown ? said[..MaxShown] : said)
            : ".";

    private static (string? Code, string? SubCode, string? Message) Parse(ReadOnlySpan<byte> body)
    {
        if (Parsed(body) is not { ValueKind: JsonValueKind.Object } root)
            return (null, null, null);
        // {"error":{"code","message"}}, or {"errorCode":209,"message":"{ \"subCode\": … }"} where the message is JSON once more.
        var error = root.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        var message = Text(error, "message");
        var nested = message is not null && message.AsSpan().TrimStart().StartsWith("{") ? Parsed(Encoding.UTF8.GetBytes(message)) : null;
        var code = Text(error, "code") ?? Text(error, "errorCode");
        return nested is { ValueKind: JsonValueKind.Object } details
            ? (
                code,
                Text(details, "subCode") ?? Text(details, "errorSubCode") ?? Text(details, "code"),
                Text(details, "details") ?? Text(details, "message")
            )
            : (code, Text(error, "subCode"), message);
    }

    private static JsonElement? Parsed(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonElement.Parse(body);
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

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
