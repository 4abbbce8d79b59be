using System.Text.Json.Nodes;

namespace ComplaintBot.Understanding.AzureOpenAi;

/// <summary>The subset of JSON schema that strict structured output takes: every member is required and no other is allowed; what may be missing is null.</summary>
internal static class Schema
{
    // More names than this do not fit into one schema (500 values in all); then the name is any text, and checked afterwards like every answer.
    private const int MostNames = 200;

    /// <summary>An object with exactly these members.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode Of)> members)
    {
        var properties = new JsonObject();
        foreach (var (name, of) in members)
            properties[name] = of;
        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
            ["additionalProperties"] = false,
        };
    }

    /// <summary>The same or null.</summary>
    public static JsonObject OrNull(JsonObject of) => new() { ["anyOf"] = new JsonArray(of, new JsonObject { ["type"] = "null" }) };

    /// <summary>Text, number, integer or boolean, or null.</summary>
    public static JsonObject Maybe(string type) => new() { ["type"] = new JsonArray(type, "null") };

    /// <summary>One of these words.</summary>
    public static JsonObject OneOf(params IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) };

    /// <summary>One of these words, or null.</summary>
    public static JsonObject MaybeOneOf(params IReadOnlyCollection<string> words) => words.Count is 0 or > MostNames
        ? Maybe("string")
        : new() { ["type"] = new JsonArray("string", "null"), ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w)), null]) };

    /// <summary>A list of these words, or null.</summary>
    public static JsonObject MaybeSome(params IReadOnlyCollection<string> words) =>
        new() { ["type"] = new JsonArray("array", "null"), ["items"] = words.Count is 0 or > MostNames ? new JsonObject { ["type"] = "string" } : OneOf(words) };
}
