using System.Text.Json.Nodes;

namespace ComplaintBot.Model;

/// <summary>The subset of JSON schema that strict structured output takes: every member is required and no other is allowed; what
/// may be missing is null.</summary>
internal static class Schema
{
    // A schema holds 500 values and 15,000 characters of names in all, and ours names departments twice and categories three times.
    // Beyond that a name is any text, checked afterwards like every answer.
    private const int MostNames = 70,
        MostLetters = 2500;

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
    public static JsonObject OneOf(params IEnumerable<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) };

    /// <summary>One of these words, or null.</summary>
    public static JsonObject MaybeOneOf(params IReadOnlyCollection<string> words) => Fits(words) ? OrNull(OneOf(words)) : Maybe("string");

    /// <summary>A list of these words, or null.</summary>
    public static JsonObject MaybeSome(params IReadOnlyCollection<string> words) =>
        OrNull(new() { ["type"] = "array", ["items"] = Fits(words) ? OneOf(words) : new JsonObject { ["type"] = "string" } });

    private static bool Fits(IReadOnlyCollection<string> words) =>
        words.Count is > 0 and <= MostNames && words.Sum(w => w.Length) <= MostLetters;
}
