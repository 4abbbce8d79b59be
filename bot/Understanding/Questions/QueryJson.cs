using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Understanding.Questions;

/// <summary>Queries as JSON: camelCase names and values, absent = null, unknown members and values refused.</summary>
public static class QueryJson
{
    /// <summary>The options to use wherever a query is written or read.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The query as one line of JSON.</summary>
    public static string Write(ComplaintQuery query) => JsonSerializer.Serialize(query, Options);

    /// <summary>Reads a query that somebody else wrote (a model, a card's data, a stored dialog). Null with
    /// <paramref name="error"/> set when it is no query; whether it makes sense for an organisation is <see cref="QueryRules"/>'
    /// matter.</summary>
    public static ComplaintQuery? Read(string json, out string? error)
    {
        try
        {
            var query = JsonSerializer.Deserialize<ComplaintQuery>(json, Options);
            error = query is null ? "null is no query" : null;
            return query;
        }
        catch (JsonException e)
        {
            error = e.Message;
            return null;
        }
    }
}
