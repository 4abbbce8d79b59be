using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Understanding.Questions;

namespace ComplaintBot.Understanding.AzureOpenAi;

/// <summary>An answer of the model about a question of staff, as it came. No query: the model could not read the question either.</summary>
internal sealed record QuestionAnswer(ComplaintQuery? Query)
{
    /// <summary>Reads an answer; null when it is not of the schema.</summary>
    public static QuestionAnswer? Read(string json)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false }) is not JsonObject { Count: 2 } answer || !answer.TryGetPropertyValue("query", out var query)
                || answer["intent"] is not JsonValue intent || intent.GetValueKind() != JsonValueKind.String)
                return null;
            return intent.GetValue<string>() switch
            {
                Intents.Ask when query is JsonObject => QueryJson.Read(WithoutNulls(query)!.ToJsonString(), out _) is { } read ? new(read) : null,
                Intents.Unclear or Intents.Ask => new((ComplaintQuery?)null),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Strict output says null for what was not said; a query leaves it out, also a group of conditions without any.
    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        if (node is not JsonObject of)
            return node is JsonArray { Count: 0 } ? null : node?.DeepClone();
        var kept = new JsonObject();
        foreach (var (name, value) in of)
        {
            if (WithoutNulls(value) is { } said)
                kept[name] = said;
        }
        return kept.Count > 0 ? kept : null;
    }
}
