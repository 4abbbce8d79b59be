using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;

namespace ComplaintBot.Teams.Dialogs;

/// <summary>A form that comes back: what was typed stands in it again, and what is wrong stands at its field.</summary>
internal static class FilledForm
{
    /// <summary>Puts the typed values into the inputs of a card; an emptied one stays empty.</summary>
    public static void Fill(JsonNode? node, CardInputs typed)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Fill(item, typed);
        }
        else if (node is JsonObject element)
        {
            if (IsInput(element))
                Put(element, string.Join(',', typed.Several((string)element["id"]!)), typed);
            foreach (var (name, part) in element.ToList())
            {
                if (name != "data")
                    Fill(part, typed);
            }
        }
    }

    /// <summary>Puts a sentence below the input of this id, or on top when the card has none in plain sight.</summary>
    public static void Say(JsonObject card, string sentence, string? input)
    {
        var words = new JsonObject
        {
            ["type"] = "TextBlock",
            ["text"] = CardText.EscapeMarkdown(CardText.Clean(sentence)),
            ["wrap"] = true,
            ["color"] = "Attention",
            ["weight"] = "Bolder",
        };
        var body = card["body"]!.AsArray();
        if (input is null || Place(body, input) is not { } place)
            body.Insert(0, words);
        else
            place.List.Insert(place.At + 1, words);
    }

    private static void Put(JsonObject input, string several, CardInputs typed)
    {
        var value = (bool?)input["isMultiSelect"] == true ? several : typed.Text((string)input["id"]!);
        if (string.IsNullOrEmpty(value))
            input.Remove("value");
        else
            input["value"] = value;
    }

    // Not inside a form that is folded away behind a button.
    private static (JsonArray List, int At)? Place(JsonArray list, string id)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not JsonObject element || ((string?)element["type"])?.StartsWith("Action", StringComparison.Ordinal) == true)
                continue;
            if (IsInput(element) && (string?)element["id"] == id)
                return (list, i);
            foreach (var (_, part) in element)
            {
                if (part is JsonArray inner && Place(inner, id) is { } found)
                    return found;
            }
        }
        return null;
    }

    private static bool IsInput(JsonObject element) =>
        ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true && element["id"] is not null;
}
