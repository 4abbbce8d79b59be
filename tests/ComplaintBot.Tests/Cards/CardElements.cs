using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Cards;

/// <summary>Walks a card.</summary>
internal static class CardElements
{
    /// <summary>Every object of the card with its path, but not what is inside a button's data.</summary>
    public static IEnumerable<(string Path, JsonObject Element)> All(JsonNode? node, string path = "")
    {
        if (node is JsonObject o)
        {
            yield return (path, o);
            foreach (var (name, value) in o.Where(p => p.Key != "data"))
            {
                foreach (var inner in All(value, $"{path}/{name}"))
                    yield return inner;
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                foreach (var inner in All(list[i], $"{path}/{i}"))
                    yield return inner;
            }
        }
    }

    public static string? Type(JsonObject element) => (string?)element["type"];
}
