using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;

namespace DirectLine.Wire;

/// <summary>
/// The one bridge between the Bot Framework's JSON (Newtonsoft) and everybody else's (System.Text.Json). What an activity holds
/// in <c>Value</c>, <c>ChannelData</c> and <c>Attachment.Content</c> is a <see cref="JToken"/>: put in by <see cref="ToToken"/>,
/// taken out by <see cref="ToElement"/> or <see cref="As{T}"/>. Times in foreign data stay the text they were.
/// </summary>
public static class ProtocolJson
{
    /// <summary>How deep JSON may be nested.</summary>
    public const int MaxDepth = 64;

    private static readonly WireContracts Contracts = new();
    private static readonly JsonSerializerSettings Writing = Configure(new() { NullValueHandling = NullValueHandling.Ignore });

    // The last of two fields of one name counts, a null too.
    private static readonly JsonSerializerSettings Reading = Configure(new JsonSerializerSettings());
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Reading);

    /// <summary>The JSON text of a protocol object: camelCase, no nulls, and in activities no empty texts and lists.</summary>
    public static string Serialize(object? value) => JsonConvert.SerializeObject(value, Writing);

    /// <summary>Reads JSON text; null for JSON null.</summary>
    /// <exception cref="JsonException">The text is no JSON, or a known field has a wrong type.</exception>
    public static T? Deserialize<T>(string json) => JsonConvert.DeserializeObject<T>(json, Reading);

    /// <summary>Any object in the Bot Framework's JSON; null stays null.</summary>
    public static JToken? ToToken(object? value) =>
        value switch
        {
            null => null,
            JToken token => token,
            JsonElement element => Parse(element.GetRawText()),
            JsonNode node => Parse(node.ToJsonString(WireText.Options)),
            _ => Parse(Serialize(value)),
        };

    /// <summary>Any object as an element; null, and a token that holds null, stay null.</summary>
    public static JsonElement? ToElement(object? value) =>
        value switch
        {
            null or JValue { Type: JTokenType.Null or JTokenType.Undefined } => null,
            JsonElement element => element.Clone(),
            JsonNode node => JsonElement.Parse(node.ToJsonString(WireText.Options)),
            JToken token => JsonElement.Parse(token.ToString(Formatting.None)),
            _ => JsonElement.Parse(Serialize(value)),
        };

    /// <summary>Reads foreign JSON as <typeparamref name="T"/>; null when absent, null or not of that shape.</summary>
    public static T? As<T>(object? value)
        where T : class
    {
        if (value is T already)
            return already;
        try
        {
            return ToToken(value) is { Type: not JTokenType.Null } token ? token.ToObject<T>(Serializer) : null;
        }
        catch (JsonException)
        {
            // Another shape means "not this": the caller asks for null.
            return null;
        }
    }

    /// <summary>A deep copy through JSON, unknown fields included.</summary>
    public static T Copy<T>(T value)
        where T : class => Deserialize<T>(Serialize(value))!;

    /// <summary>Makes settings of somebody else, such as the SDK's connector client, write and read as this class does.</summary>
    public static JsonSerializerSettings Configure(JsonSerializerSettings settings)
    {
        settings.ContractResolver = Contracts;
        settings.Converters = [new StrictTextConverter(), new StrictFlagConverter(), new ForeignJsonConverter()];
        // A text that looks like a time would become one and lose its offset.
        settings.DateParseHandling = DateParseHandling.None;
        settings.MaxDepth = MaxDepth;
        return settings;
    }

    private static JToken Parse(string json) => JsonConvert.DeserializeObject<JToken>(json, Reading) ?? JValue.CreateNull();
}
