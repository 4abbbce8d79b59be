using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.PersonalData;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Masks phone numbers and the like in what goes to a conversation of several people: they are not all entitled to a
/// customer's data. What
/// buttons carry back is left alone.</summary>
public static class GroupMask
{
    /// <summary>The activity with its visible texts masked, cards included. The given one is not changed.</summary>
    public static Activity Mask(Activity activity)
    {
        var masked = ProtocolJson.Copy(activity);
        masked.Text = masked.Text is { } text ? Masking.Mask(text) : null;
        masked.Summary = masked.Summary is { } summary ? Masking.Mask(summary) : null;
        foreach (var attachment in masked.Attachments ?? [])
        {
            if (ProtocolJson.ToElement(attachment.Content) is { } content)
                attachment.Content = ProtocolJson.ToToken(Mask(content));
        }
        return masked;
    }

    /// <summary>A card with its visible texts masked.</summary>
    public static JsonElement Mask(JsonElement card) => JsonSerializer.SerializeToElement(Masked(JsonNode.Parse(card.GetRawText())));

    private static JsonNode? Masked(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json.ToList())
                {
                    if (name is not ("data" or "id" or "userIds" or "url" or "verb" or "type"))
                        json[name] = Masked(value?.DeepClone());
                }
                return json;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Masked(item?.DeepClone()))]);
            case JsonValue text when text.TryGetValue<string>(out var words):
                return Masking.Mask(words);
            default:
                return node;
        }
    }
}
