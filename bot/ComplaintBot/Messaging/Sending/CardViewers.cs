using System.Text.Json.Nodes;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using Microsoft.Bot.Connector;

namespace ComplaintBot.Messaging.Sending;

/// <summary>Teams knows the people for whom a card refreshes by its own ids; the bot knows them by their aadObjectIds and by what they
/// sent.</summary>
internal static class CardViewers
{
    /// <summary>Where a card's <c>refresh</c> names them.</summary>
    public const string Property = "userIds";

    /// <summary>The message with the ids of Teams; who never wrote to the bot is left out, and a card for nobody refreshes not.</summary>
    public static async Task<string> ResolveAsync(string payload, DbSession session, CancellationToken cancellationToken)
    {
        if (!payload.Contains($"\"{Property}\"", StringComparison.Ordinal) || JsonNode.Parse(payload) is not JsonObject activity)
            return payload;
        foreach (var card in (activity["attachments"] as JsonArray ?? []).Select(a => a?["content"]).OfType<JsonObject>())
        {
            if (card["refresh"] is not JsonObject refresh || refresh[Property] is not JsonArray people)
                continue;
            var known = new JsonArray();
            foreach (var person in people.Select(p => (string?)p).OfType<string>())
            {
                var found = await ConversationReferences.FindAsync(session, LaneKey.Person(Channels.Msteams, person), cancellationToken);
                if (found?.Reference.User?.Id is { } id)
                    known.Add(id);
            }
            if (known.Count > 0)
                refresh[Property] = known;
            else
                card.Remove("refresh");
        }
        return activity.ToJsonString();
    }
}
