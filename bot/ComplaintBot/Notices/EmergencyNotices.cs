using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Events;

namespace ComplaintBot.Notices;

/// <summary>What the people of the emergency roster hear: a card when it is declared, which follows the case to its end, and one new
/// line for each step that changes what they have to worry about, as an edit makes no sound.</summary>
internal static class EmergencyNotices
{
    /// <summary>The messages, where an emergency was declared.</summary>
    public static IEnumerable<OutgoingMessage> Of(NoticeContext context)
    {
        var c = context.Complaint;
        if (c.History.LastOrDefault(h => h.Event is EmergencyDeclared) is not { Event: EmergencyDeclared declared } recorded)
            return [];
        if (!context.Happened.Any(e => e.Event is not (DeadlineSet or DeadlineMet or DeadlineCancelled or Reminded or Snoozed)))
            return [];
        var isNew = context.Has<EmergencyDeclared>();
        var cards = declared.Told.Select(id =>
            context.CardToStaff(
                id,
                "emergency",
                language => StaffCards.Emergency(context, recorded, id, language),
                $"emergency:{c.Ticket}",
                onlyUpdate: !isNew
            )
        );
        return cards.Concat(context.Happened.SelectMany(e => Lines(e, declared, context)));
    }

    private static IEnumerable<OutgoingMessage> Lines(RecordedEvent recorded, EmergencyDeclared declared, NoticeContext context)
    {
        var c = context.Complaint;
        var (key, text) = recorded.Event switch
        {
            Accepted => ("staff.emergencyAccepted", ""),
            EmergencyMeasureTaken e => ("staff.emergencyMeasure", e.Measure),
            Graded { Severity: not Complaints.Organisations.Severity.Critical } e => ("staff.emergencyGraded", e.Reason),
            Satisfied or ClosedUnconfirmed or ClosedUnresolved or Withdrawn or NotAccepted or MergedInto => ("staff.emergencyEnded", ""),
            _ => (null, ""),
        };
        // Nobody is told what they did themselves.
        foreach (var id in key is null ? [] : declared.Told.Where(id => id != recorded.By.Id))
        {
            var reader = context.Reader(context.LanguageOf(id));
            yield return context.ToStaff(
                id,
                key!,
                ("ticket", c.Ticket),
                ("who", recorded.By.Kind == ActorKind.Staff ? recorded.By.Name : reader.Text("history.customer")),
                ("text", text),
                ("state", reader.Text("state." + Reader.Code(c.State)))
            );
        }
    }
}
