using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
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
                ChannelCard.Key(c.Ticket),
                OnlyUpdate: d.Id != c.Department
            ));
    }

    // Whoever may do something gets their own view by itself; the ids become those of Teams when the message is written.
    private static Activity Card(NoticeContext context, string language)
    {
        var c = context.Complaint;
        var reader = context.Reader(language);
        var card = context.Speech.Card("channel", language, ChannelCard.Data(c, reader), CardTarget.Teams);
        if (c.State == ComplaintState.Assigned && context.Organisation.FindStaff(c.Owner) is { } owner)
            OwnerMention.Add(card, owner, at => reader.Text("mention.accept", ("owner", at)));
        CardRefresh.Add(card, ChannelCard.View, c.Ticket, ChannelCard.Viewers(c, context.Organisation));
        return card;
    }
}
