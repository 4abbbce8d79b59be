using ComplaintBot.Messaging.Sending;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Organisations;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Turns what was decided into writes: events with their projections, what people hear of them, and what the turn itself
/// says. One transaction later all of it
/// has happened, or none.</summary>
public sealed class TurnEnd(ComplaintStore complaints, Outbox outbox, Speech speech, INotices notices, Happenings happenings)
{
    /// <summary>Writes a conversation's turn.</summary>
    public void Write(Turn turn, UnitOfWork work)
    {
        foreach (var message in turn.Messages)
            Send(message, work);
        foreach (var write in turn.Writes)
            work.Add(write);
        foreach (var complaint in turn.Complaints)
            Write(complaint, turn.Organisation, turn.Now, work);
    }

    /// <summary>Writes a complaint that changed, and tells the people concerned.</summary>
    /// <param name="complaint">What changed.</param>
    /// <param name="organisation">Who handles it.</param>
    /// <param name="now">The time of the turn.</param>
    /// <param name="work">Where it is written.</param>
    /// <param name="bundled">Staff who get their reminders as a digest today.</param>
    public void Write(
        Complaint complaint,
        Organisation organisation,
        DateTimeOffset now,
        UnitOfWork work,
        IReadOnlySet<string>? bundled = null
    )
    {
        var happened = complaint.NewEvents.ToList();
        if (happened.Count == 0)
            return;
        work.Add(complaints.Save(complaint, organisation));
        work.AfterCommit(() => happenings.Tell(complaint, happened));
        var context = new NoticeContext(complaint, happened, organisation, now, speech) { Bundled = bundled ?? NoticeContext.Nobody };
        foreach (var message in notices.Of(context))
        {
            if (HeldNotices.Until(message, context) is { } until)
            {
                work.Add(HeldNotices.Keep(message, complaint.Ticket, now, until));
                continue;
            }
            Send(message, work);
            if (HeldNotices.Follow(message) is { } follow)
                work.Add(follow);
        }
    }

    /// <summary>Writes a message that belongs to no single complaint.</summary>
    public void Write(OutgoingMessage message, UnitOfWork work)
    {
        Send(message, work);
    }

    /// <summary>Writes a message that is to be sent.</summary>
    public void Send(OutgoingMessage message, UnitOfWork work)
    {
        // Words of people are repeated in messages: they must make no link, picture or mention, and must not turn the reading direction.
        if (message.Activity.Text is { } text)
            (message.Activity.Text, message.Activity.TextFormat) = (Cards.CardText.Clean(text), TextFormatTypes.Plain);
        var row = message.To switch
        {
            Recipient.Team t => OutboxMessage.ToConversation(
                Channels.Msteams,
                t.ConversationId,
                GroupMask.Mask(message.Activity),
                message.Key
            ),
            Recipient.Conversation c => OutboxMessage.ToConversation(
                c.Reference.ChannelId!,
                c.Reference.Conversation!.Id!,
                Addressed(ForAll(message.Activity, c.Reference), c.Reference),
                message.Key
            ),
            Recipient.Staff s => OutboxMessage.ToPerson(Channels.Msteams, s.AadObjectId, message.Activity, message.Key),
            Recipient.Customer c => OutboxMessage.ToPerson(
                c.Id[..c.Id.IndexOf(':', StringComparison.Ordinal)],
                c.Id[(c.Id.IndexOf(':', StringComparison.Ordinal) + 1)..],
                message.Activity,
                message.Key
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(message), message.To, "Unknown recipient."),
        };
        outbox.Add(work, message.OnlyUpdate ? row.OnlyIfSentBefore() : row);
    }

    // Several people read along in a team or group.
    private static Activity ForAll(Activity activity, ConversationReference reference) =>
        reference.Conversation?.IsGroup == true ? GroupMask.Mask(activity) : activity;

    private static Activity Addressed(Activity activity, ConversationReference reference)
    {
        // Web Chat shows an answer in its place only when it names what it answers.
        activity.ReplyToId ??= reference.ActivityId;
        return activity;
    }
}
