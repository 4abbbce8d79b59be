using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using Complaints.Organisations;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Names a person on a card for several so that Teams tells them of it (a mention): by their id in the directory, so that it
/// reaches also who never said hello to the bot.</summary>
public static class OwnerMention
{
    /// <summary>Adds a line to the card of a message. <paramref name="words"/> makes it of the name as Teams wants it.</summary>
    public static void Add(Activity message, StaffMember person, Func<string, string> words)
    {
        if (message.Attachments is not [{ Content: { } content } attachment])
            return;
        var card = JsonNode.Parse(ProtocolJson.ToElement(content)!.Value.GetRawText())!.AsObject();
        // What stands in the tag must stand in the entity letter for letter, and is no place for tags of a name.
        var at = $"<at>{CardText.Clean(person.Name).Replace('<', '‹').Replace('>', '›')}</at>";
        card["body"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["type"] = "TextBlock",
                    ["text"] = words(at),
                    ["wrap"] = true,
                }
            );
        if (card["msteams"] is not JsonObject teams)
            card["msteams"] = teams = [];
        teams["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = at,
                ["mentioned"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name },
            }
        );
        attachment.Content = ProtocolJson.ToToken(card);
    }
}
