using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Events;

namespace ComplaintBot.Handling;

/// <summary>The last things that happened to a complaint, one line each, as staff read them.</summary>
public static class HistoryLines
{
    private const int Most = 6;
    private const int LongestWords = 120;

    /// <summary>The newest lines, oldest first.</summary>
    public static JsonArray Of(Complaint complaint, Reader reader)
    {
        var takenBack = complaint.History.Select(e => (e.Event as NoteTakenBack)?.NoteVersion).OfType<int>().ToHashSet();
        var lines = complaint
            .History.Where(e => !takenBack.Contains(e.Version))
            .Select(e => (e.At, Text: Line(e, reader)))
            .Where(l => l.Text is not null)
            .TakeLast(Most);
        return new([.. lines.Select(l => new JsonObject { ["at"] = reader.Moment(l.At), ["text"] = l.Text })]);
    }

    private static string? Line(RecordedEvent recorded, Reader reader)
    {
        (string, object?) who = ("who", recorded.By.Kind == ActorKind.Customer ? reader.Text("history.customer") : recorded.By.Name);
        return recorded.Event switch
        {
            Received e => reader.Text(
                e.LoggedBy is null ? "history.received" : "history.logged",
                who,
                ("channel", reader.Text("channel." + Reader.Code(recorded.Channel)))
            ),
            Assigned e => reader.Text("history.assigned", ("owner", e.OwnerName)),
            Accepted => reader.Text("history.accepted", who),
            Declined { Reason: "notAcceptedInTime" } e => reader.Text("history.notAccepted", ("owner", reader.Person(e.Owner))),
            Declined e => reader.Text("history.declined", ("owner", reader.Person(e.Owner)), ("text", Short(e.Reason))),
            Noted e => reader.Text("history.noted", who, ("text", Short(e.Text))),
            CallAsked e => reader.Text("history.callAsked", ("text", Short(e.Text))),
            CallReported e => reader.Text("history.called", who, ("outcome", reader.Text("call." + Reader.Code(e.Outcome)))),
            CustomerTold e => reader.Text("history.told", who, ("text", Short(e.Text))),
            InformationAdded e => reader.Text("history.added", who, ("text", Short(e.Text))),
            FactsCorrected e => reader.Text("history.corrected", who, ("text", Short(CorrectedWords.Of(e.Facts, reader)))),
            CauseRecorded e => reader.Text("history.cause", who, ("text", Short(e.Text))),
            PlanProposed e => reader.Text("history.plan", who, ("text", Short(e.Measure))),
            PlanApproved => reader.Text("history.approved", who),
            MeasureDone e => reader.Text("history.done", who, ("text", Short(e.Text))),
            ResultReported e => reader.Text("history.result", who, ("text", Short(e.Answer))),
            Satisfied => reader.Text("history.satisfied", who),
            Unsatisfied e => reader.Text("history.unsatisfied", ("text", Short(e.Reason))),
            PartySatisfied e => reader.Text("history.partySatisfied", who, ("party", e.Party)),
            PartyWithdrew e => reader.Text("history.partyWithdrew", ("party", e.Party)),
            PartyReturned e => reader.Text("history.partyReturned", ("party", e.Party), ("text", Short(e.Reason))),
            Joined e when e.Ticket != recorded.Ticket => reader.Text("history.joined", ("party", e.Ticket)),
            Held e => reader.Text("history.held", who, ("text", reader.Text("hold." + Reader.Code(e.Reason)))),
            Resumed => reader.Text("history.resumed"),
            ExtensionAsked e => reader.Text("history.extensionAsked", who, ("until", reader.Moment(e.Until))),
            ExtensionDeclined => reader.Text("history.extensionDeclined", who),
            Escalated => reader.Text("history.escalated", who),
            Reopened e => reader.Text("history.reopened", ("text", Short(e.Reason))),
            ClosedUnconfirmed => reader.Text("history.closedUnconfirmed"),
            ClosedUnresolved => reader.Text("history.closedUnresolved", who),
            Complaints.Events.Withdrawn => reader.Text("history.withdrawn"),
            PartAsked e => reader.Text("history.partAsked", who, ("department", reader.Department(e.Department)), ("text", Short(e.Text))),
            PartAnswered e => reader.Text("history.partAnswered", who, ("text", Short(e.Text))),
            EmergencyDeclared e => reader.Text("history.emergency", ("text", Short(Reason(e.Reason, reader)))),
            EmergencyMeasureTaken e => reader.Text("history.emergencyMeasure", who, ("text", Short(e.Measure))),
            ArrivedOnSite => reader.Text("history.onSite", who),
            Graded e => reader.Text(
                "history.graded",
                who,
                ("severity", reader.Text("severity." + Reader.Code(e.Severity))),
                ("text", Short(Reason(e.Reason, reader)))
            ),
            Categorised e => reader.Text("history.categorised", who, ("category", reader.Category(e.Category))),
            Linked e => reader.Text("history.linked", ("ticket", e.Ticket)),
            Inspected e => reader.Text("history.inspected", who, ("passed", e.Scores.Values.Count(s => s > 0)), ("steps", e.Scores.Count)),
            EvidenceSeen e => reader.Text("history.evidenceSeen", who, ("count", e.Files.Count)),
            CaseReportSigned => reader.Text("history.reportSigned", who),
            EffectivenessJudged { Effective: false } => reader.Text("history.measureVoid"),
            _ => null,
        };
    }

    // A rule's code has words of its own; a person's words stay.
    private static string Reason(string reason, Reader reader) =>
        reader.Speech.Strings.Has("severityReason." + reason) ? reader.Text("severityReason." + reason) : reason;

    private static string Short(string text) => text.Length <= LongestWords ? text : string.Concat(text.AsSpan(0, LongestWords - 1), "…");
}
