using System.Text.Json.Nodes;
using ComplaintBot.Messaging.Sending;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Lets Teams ask by itself, for each of some people, what the card of a conversation of many is for them.</summary>
public static class CardRefresh
{
    /// <summary>Adds it to the one card of a message; <paramref name="viewers"/> are aadObjectIds.</summary>
    public static void Add(Activity message, string view, string ticket, IReadOnlyList<string> viewers)
    {
        if (
            viewers.Count == 0
            || message.Attachments is not [var attachment]
            || ProtocolJson.ToElement(attachment.Content) is not { } content
        )
            return;
        var card = JsonNode.Parse(content.GetRawText())!.AsObject();
        card["refresh"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "refresh",
                ["data"] = new JsonObject
                {
                    ["verb"] = "refresh",
                    ["view"] = view,
                    ["ticket"] = ticket,
                },
            },
            [CardViewers.Property] = new JsonArray([.. viewers.Select(v => JsonValue.Create(v))]),
        };
        attachment.Content = ProtocolJson.ToToken(card);
    }
}
