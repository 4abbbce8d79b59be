using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using Complaints;
using DirectLine.Wire;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Extension;

/// <summary>A ticket as a card for any chat. Whoever reads along there may be a guest: no customer, no words of theirs, nothing to
/// press; of a complaint about a colleague not even what it is about. Whoever put it there sees their own card in its place where the
/// bot is a member of the chat.</summary>
public sealed class SharedTicket(TicketLinks links)
{
    // Characters of what the customer said, in the list that only the searcher sees.
    private const int LongestPreview = 80;

    /// <summary>The card and its line in the list of results.</summary>
    public MessagingExtensionAttachment Of(Complaint complaint, Turn turn)
    {
        var reader = turn.Reader;
        var state = reader.Text("state." + Reader.Code(complaint.State));
        var due = Next(complaint, reader);
        return ExtensionAnswers.Card(
            Card(complaint, turn),
            $"{complaint.Ticket} · {reader.Category(complaint.Details.Category)}",
            due is null ? state : $"{state} · {due["at"]} · {due["standing"]}",
            string.Join(
                " · ",
                new[] { complaint.Complainant.Name, CardText.Shorten(complaint.Details.Description, LongestPreview) }.Where(t =>
                    !string.IsNullOrWhiteSpace(t)
                )
            )
        );
    }

    /// <summary>The card alone.</summary>
    public JsonObject Card(Complaint complaint, Turn turn)
    {
        var reader = turn.Reader;
        var isAboutStaff = complaint.Accused.Count > 0;
        var data = new JsonObject
        {
            ["ticket"] = complaint.Ticket,
            ["url"] = links.Of(complaint.Ticket).ToString(),
            ["category"] = isAboutStaff ? null : reader.Category(complaint.Details.Category),
            ["severity"] = isAboutStaff ? null : Reader.Code(complaint.Severity),
            ["state"] = isAboutStaff ? null : Reader.Code(complaint.State),
            ["owner"] = !isAboutStaff && complaint.AnswerablePerson is { } person ? reader.Person(person) : null,
            ["received"] = isAboutStaff ? null : reader.OnDay(complaint.ReceivedAt),
            ["due"] = isAboutStaff ? null : Next(complaint, reader),
        };
        var message = turn.Speech.Card("shared-ticket", turn.Language, data, CardTarget.Teams);
        var card = JsonNode.Parse(ProtocolJson.ToElement(message.Attachments[0].Content)!.Value.GetRawText())!.AsObject();
        if (turn.Activity.From?.Id is { Length: > 0 } id)
            card["refresh"] = OwnView(complaint.Ticket, id);
        return card;
    }

    private static JsonObject OwnView(string ticket, string viewer) =>
        new()
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "refresh",
                ["data"] = new JsonObject { ["verb"] = "refresh", ["ticket"] = ticket },
            },
            ["userIds"] = new JsonArray(viewer),
        };

    private static JsonObject? Next(Complaint c, Reader reader) =>
        c.IsOpen && c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null) is { } next
            ? new JsonObject
            {
                ["what"] = Reader.Code(next.Kind),
                ["at"] = reader.OnDay(next.Due),
                ["standing"] = reader.Speech.Times.Standing(reader.Language, next.Due, reader.Now),
            }
            : null;
}
