using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;

namespace DirectLine.Wire;

/// <summary>A field that is text takes text or null: a number is not read as one (A2003).</summary>
internal sealed class StrictTextConverter : JsonConverter<string>
{
    public override bool CanWrite => false;

    public override string? ReadJson(
        JsonReader reader,
        Type objectType,
        string? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) =>
        reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.String => (string?)reader.Value,
            _ => throw new JsonSerializationException($"{reader.Path} is no text."),
        };

    public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => throw new NotSupportedException();
}

/// <summary>A field that is true or false takes nothing else but null.</summary>
internal sealed class StrictFlagConverter : JsonConverter<bool?>
{
    public override bool CanWrite => false;

    public override bool? ReadJson(
        JsonReader reader,
        Type objectType,
        bool? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) =>
        reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.Boolean => (bool)reader.Value!,
            _ => throw new JsonSerializationException($"{reader.Path} is neither true nor false."),
        };

    public override void WriteJson(JsonWriter writer, bool? value, JsonSerializer serializer) => throw new NotSupportedException();
}

/// <summary>Elements and nodes of System.Text.Json inside the Bot Framework's objects keep their content.</summary>
internal sealed class ForeignJsonConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) =>
        (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var json = JToken.Load(reader).ToString(Formatting.None);
        return typeof(JsonNode).IsAssignableFrom(objectType) ? JsonNode.Parse(json) : JsonElement.Parse(json);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteRawValue(
            value switch
            {
                JsonElement { ValueKind: JsonValueKind.Undefined } or null => "null",
                JsonElement element => element.GetRawText(),
                _ => ((JsonNode)value).ToJsonString(WireText.Options),
            }
        );
}

/// <summary>Times in UTC, written with Z. A text that is no time fails.</summary>
internal sealed class UtcTimeConverter : TimeConverter
{
    protected override DateTimeOffset? Unreadable(JsonReader reader) =>
        throw new JsonSerializationException($"{reader.Path} is not a time.");

    protected override string Write(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Times with their offset, as a client's clock gives them. A text that is no time reads as null, another JSON type
/// fails.</summary>
internal sealed class LenientTimeConverter : TimeConverter
{
    protected override DateTimeOffset? Unreadable(JsonReader reader) => null;

    protected override string Write(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}

/// <summary>What both kinds of time share.</summary>
internal abstract class TimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? ReadJson(
        JsonReader reader,
        Type objectType,
        DateTimeOffset? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) =>
        reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.String => DateTimeOffset.TryParse(
                (string)reader.Value!,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var time
            )
                ? time
                : Unreadable(reader),
            _ => throw new JsonSerializationException($"{reader.Path} is no text."),
        };

    public override void WriteJson(JsonWriter writer, DateTimeOffset? value, JsonSerializer serializer)
    {
        if (value is { } time)
            writer.WriteValue(Write(time));
        else
            writer.WriteNull();
    }

    protected abstract DateTimeOffset? Unreadable(JsonReader reader);

    protected abstract string Write(DateTimeOffset time);
}
