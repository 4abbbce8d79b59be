using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Work;

namespace ComplaintBot.Work;

/// <summary>The card on which a thing of "my work" is answered: the same that came when it was asked for.</summary>
internal static class TaskCards
{
    // Codes of promises that have a card of their own.
    private const string Rectification = "rectification";
    private const string Call = "call";
    private const string Inspection = "inspection";
    private const string CaseReport = "caseReport";
    private const string Effectiveness = "effectiveness";

    /// <summary>The card for the person of this turn.</summary>
    public static OutgoingMessage Of(Turn turn, Complaint complaint, WorkItem item)
    {
        var context = new NoticeContext(complaint, [], turn.Organisation, turn.Now, turn.Speech);
        var (reader, viewer) = (turn.Reader, turn.Person.Actor);
        OutgoingMessage Card(string template, System.Text.Json.Nodes.JsonObject data, string key) =>
            new(turn.Here, turn.Speech.Card(template, turn.Language, data, turn.Here.Target), key);
        return item.What switch
        {
            WorkItem.Visit => Card("visit", StaffCards.Visit(context, turn.Language), $"visit:{complaint.Ticket}"),
            WorkItem.Verify or Rectification => Card(
                "rectification",
                StaffCards.Rectification(context, item.Subject, viewer.Id, turn.Language),
                $"rectification:{item.Subject}"
            ),
            Call => Card(
                "call",
                StaffCards.Call(context, complaint.Calls.First(c => c.Id == item.Subject), turn.Language),
                StaffCards.CallKey(complaint.Ticket, item.Subject)
            ),
            Inspection => Card("inspection", InspectionCard.Data(complaint, reader), InspectionCard.Key(complaint.Ticket)),
            CaseReport or Effectiveness => Card(
                "case-report",
                CaseReportCard.Data(complaint, reader, viewer),
                CaseReportCard.Key(complaint.Ticket)
            ),
            WorkItem.Extension => new(turn.Here, ExtensionRequest.Card(complaint, complaint.Extension!, reader, turn.Here.Target)),
            _ => StaffCards.TicketMessage(complaint, turn),
        };
    }
}
