using System.Text.Json.Nodes;

namespace ComplaintBot.Cards;

/// <summary>Takes out of a card what has nothing to show, so that data which is not there leaves no hole and no element that a
/// client refuses.</summary>
internal static class CardTrimming
{
    /// <summary>Changes <paramref name="node"/> in place; a button's data stays as it is.</summary>
    public static void Trim(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>().ToList())
            {
                Trim(item);
                if (ShowsNothing(item))
                    list.Remove(item);
            }
        }
        else if (node is JsonObject o)
        {
            foreach (var (name, value) in o.ToList())
            {
                if (value is null)
                    o.Remove(name);
                else if (name != "data")
                    Trim(value);
            }
        }
    }

    private static bool ShowsNothing(JsonObject element) =>
        (string?)element["type"] switch
        {
            "TextBlock" or "TextRun" => IsBlank(element["text"]),
            "RichTextBlock" => IsEmpty(element["inlines"]),
            "FactSet" => IsEmpty(element["facts"]),
            "Container" => IsEmpty(element["items"]),
            "ColumnSet" => IsEmpty(element["columns"]),
            "ActionSet" => IsEmpty(element["actions"]),
            "Action.Execute" or "Action.ShowCard" => IsBlank(element["title"]),
            // Facts and choices have no type.
            null => element.Count < 2 && (element.ContainsKey("title") || element.ContainsKey("value")),
            _ => false,
        };

    private static bool IsBlank(JsonNode? text) => text is null || string.IsNullOrWhiteSpace(text.ToString());

    private static bool IsEmpty(JsonNode? list) => list is not JsonArray { Count: > 0 };
}
