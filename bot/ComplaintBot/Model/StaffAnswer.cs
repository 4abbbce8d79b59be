using System.Text.Json;
using System.Text.Json.Nodes;
using Understanding;
using Understanding.Questions;

namespace ComplaintBot.Model;

/// <summary>An answer of the model about words of staff, as it came: a question, a complaint, or neither.</summary>
internal sealed record StaffAnswer(ComplaintQuery? Query, CustomerAnswer? Complaint)
{
    private static readonly string[] Members = ["intent", "category", "severity", "slots", "query"];

    /// <summary>Reads an answer; null when it is not of the schema.</summary>
    public static StaffAnswer? Read(string json)
    {
        try
        {
            if (
                JsonNode.Parse(json, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false }) is not JsonObject answer
                || answer.Count != Members.Length
                || !Members.All(answer.ContainsKey)
                || answer["intent"] is not JsonValue intent
                || intent.GetValueKind() != JsonValueKind.String
            )
                return null;
            return intent.GetValue<string>() switch
            {
                Intents.Ask when answer["query"] is JsonObject query => QueryJson.Read(WithoutNulls(query)?.ToJsonString() ?? "null", out _)
                    is { } read
                    ? new(read, null)
                    : null,
                Intents.Complain when answer["slots"] is JsonObject => CustomerAnswer.Read(AsOfCustomer(answer)) is { } complaint
                    ? new(null, complaint)
                    : null,
                Intents.Unclear or Intents.Ask or Intents.Complain => new(null, null),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What staff tell for a customer is read as the customer's first words would be.
    private static string AsOfCustomer(JsonObject answer)
    {
        answer.Remove("query");
        answer["turn"] = null;
        return answer.ToJsonString();
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
