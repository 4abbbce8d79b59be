using ComplaintBot.Conversations;
using Complaints;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>What is too much to type is asked for on a card: the draft of a case report, the checklist of an inspection.</summary>
internal static class LongForms
{
    /// <summary>The card for a typed verb without its inputs; null when the verb needs none, or this person may not use it now.</summary>
    public static OutgoingMessage? Of(Turn turn, Complaint complaint, string verb, CardInputs inputs)
    {
        if (!ProcedureTable.Possible(new Situation(complaint, turn.Person.Actor, turn.Organisation, turn.Now)).Contains(verb))
            return null;
        return verb switch
        {
            Verbs.Report when string.IsNullOrWhiteSpace(inputs.Text("text")) => new(
                turn.Here,
                turn.Speech.Card(
                    "case-report",
                    turn.Language,
                    CaseReportCard.Data(complaint, turn.Reader, turn.Person.Actor),
                    turn.Here.Target
                ),
                CaseReportCard.Key(complaint.Ticket)
            ),
            Verbs.Inspect when !inputs.WithPrefix("").Any(i => i.Id is not ("comment" or "text")) => new(
                turn.Here,
                turn.Speech.Card("inspection", turn.Language, InspectionCard.Data(complaint, turn.Reader), turn.Here.Target),
                InspectionCard.Key(complaint.Ticket)
            ),
            _ => null,
        };
    }
}
