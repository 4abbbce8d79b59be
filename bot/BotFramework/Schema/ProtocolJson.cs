using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BotFramework.Schema;

/// <summary>How protocol objects become JSON and come back.</summary>
public static class ProtocolJson
{
    /// <summary>How deep JSON may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// camelCase, any casing on read, no nulls, no empty strings and arrays in activities (A2004), Chinese unescaped.
    /// A known field of a wrong JSON type fails with <see cref="JsonException"/>.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Any object as JSON; null stays null, elements and nodes keep their content.</summary>
    public static JsonElement? ToElement(object? value) =>
        value switch
        {
            null => null,
            JsonElement element => element.Clone(),
            _ => JsonSerializer.SerializeToElement(value, value.GetType(), Options),
        };

    /// <summary>Reads JSON as <typeparamref name="T"/>; null when absent, null or not of that shape.</summary>
    public static T? As<T>(JsonElement? element)
        where T : class
    {
        if (element is not { ValueKind: not JsonValueKind.Undefined and not JsonValueKind.Null } present)
            return null;
        try
        {
            return present.Deserialize<T>(Options);
        }
        catch (JsonException)
        {
            // Channel data and values are foreign JSON: another shape means "not this", the caller asks for null.
            return null;
        }
    }

    /// <summary>The JSON text of an object.</summary>
    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads JSON text; throws <see cref="JsonException"/> when it does not fit, returns null for JSON null.</summary>
    public static T? Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            // The output is application/json, never HTML, so only what JSON itself asks for is escaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitEmpty } },
        };
        options.MakeReadOnly();
        return options;
    }

    // Results of message extensions and expected replies are sent even when empty; activities and their parts are not.
    private static readonly HashSet<Type> TypesWithoutEmptyFields =
    [
        typeof(Activity),
        typeof(ChannelAccount),
        typeof(TeamsChannelAccount),
        typeof(ConversationAccount),
        typeof(ConversationReference),
        typeof(ConversationParameters),
        typeof(Attachment),
        typeof(CardAction),
        typeof(SuggestedActions),
        typeof(Entity),
        typeof(Mention),
    ];

    private static void OmitEmpty(JsonTypeInfo type)
    {
        if (!TypesWithoutEmptyFields.Contains(type.Type))
            return;
        foreach (var property in type.Properties.Where(p => !p.IsExtensionData))
        {
            if (property.PropertyType == typeof(string))
                property.ShouldSerialize = static (_, value) => value is string { Length: > 0 };
            else if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }
}
