using System.Text.Json;

namespace ComplaintBot.Model;

/// <summary>Reads the body of a chat completion, and of its errors, without trusting it.</summary>
internal static class ChatAnswer
{
    /// <summary>What a body with status 200 says.</summary>
    public static ModelReply Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var reply = OfChoice(First(Member(root, "choices")));
            return reply with
            {
                Tokens =
                    Member(Member(root, "usage"), "total_tokens") is { ValueKind: JsonValueKind.Number } total
                    && total.TryGetInt32(out var tokens)
                    && tokens > 0
                        ? tokens
                        : null,
            };
        }
        catch (JsonException)
        {
            return new ModelReply.Failed("broken JSON");
        }
    }

    /// <summary>True when an error body says that the prompt was filtered.</summary>
    public static bool IsContentFilter(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = Member(json.RootElement, "error");
            return Text(Member(error, "code")) == "content_filter"
                || Text(Member(Member(error, "innererror"), "code")) == "ResponsibleAIPolicyViolation";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ModelReply OfChoice(JsonElement choice)
    {
        var message = Member(choice, "message");
        return Text(Member(choice, "finish_reason")) switch
        {
            "content_filter" => new ModelReply.Declined("content filter"),
            _ when Text(Member(message, "refusal")) is { Length: > 0 } => new ModelReply.Declined("refusal"),
            "length" => new ModelReply.Failed("answer cut off"),
            _ => Text(Member(message, "content")) is { Length: > 0 } content
                ? new ModelReply.Answer(content)
                : new ModelReply.Failed("empty answer"),
        };
    }

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement First(JsonElement of) => of.ValueKind == JsonValueKind.Array && of.GetArrayLength() > 0 ? of[0] : default;

    private static string? Text(JsonElement of) => of.ValueKind == JsonValueKind.String ? of.GetString() : null;
}
