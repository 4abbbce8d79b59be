using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints.Events;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Notices;

/// <summary>The department's channel sees its complaints as cards that stay current. Many people read there: no customer, no words
/// of theirs, nothing about complaints about people.</summary>
public static class TeamNotices
{
    /// <summary>The card for the channel of the complaint's department; the channel of a former department sees how it went on.</summary>
    public static IEnumerable<OutgoingMessage> Of(NoticeContext context)
    {
        var c = context.Complaint;
        if (c.Accused.Count > 0 || !context.Happened.Any(e => e.Event is not (Reminded or Snoozed or Noted)))
            return [];
        var departments = c
            .History.Select(e => e.Event)
            .Select(e => (e as Assigned)?.Department ?? (e as Queued)?.Department)
            .OfType<string>()
            .Distinct();
        return departments
            .Select(context.Organisation.FindDepartment)
            .Where(d => d?.Channel is not null)
            .Select(d => new OutgoingMessage(
                new Recipient.Team(d!.Channel!),
                Card(context, StaffLanguage.Of(context.Organisation.FindStaff(d.Manager))),
                $"channel:{c.Ticket}",
                OnlyUpdate: d.Id != c.Department
            ));
    }

    private static Activity Card(NoticeContext context, string language)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        var next = c.IsOpen ? c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null) : null;
        return context.Speech.Card(
            "channel",
            language,
            new JsonObject
            {
                ["ticket"] = c.Ticket,
                ["category"] = reader.Category(c.Details.Category),
                ["severity"] = Reader.Code(c.Severity),
                ["state"] = Reader.Code(c.State),
                ["owner"] = c.AnswerablePerson is { } person ? reader.Person(person) : null,
                ["received"] = reader.Moment(c.ReceivedAt),
                ["due"] = next is null ? null : TicketCard.Due(next, reader),
            },
            CardTarget.Teams
        );
    }
}
