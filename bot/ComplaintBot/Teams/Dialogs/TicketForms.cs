using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Procedure;

namespace ComplaintBot.Teams.Dialogs;

/// <summary>The longer forms about a ticket, by the verb that they are sent with.</summary>
internal static class TicketForms
{
    private const int PlanRows = 5;

    private delegate JsonObject? FormData(Complaint complaint, Turn turn);

    private static readonly Dictionary<string, (string Template, FormData Data)> Forms = new(StringComparer.Ordinal)
    {
        [Verbs.Plan] = ("plan-several", Plan),
        [Verbs.Inspect] = ("inspection", (c, turn) => InspectionCard.Data(c, turn.Reader)),
        [Verbs.Visit] = ("visit", (c, turn) => StaffCards.Visit(Context(c, turn), turn.Language)),
        [Verbs.Report] = ("case-report", (c, turn) => CaseReportCard.Data(c, turn.Reader, turn.Person.Actor)),
        [Verbs.Call] = (
            "call",
            (c, turn) => c.Calls.FirstOrDefault(k => k.IsOpen) is { } call ? StaffCards.Call(Context(c, turn), call, turn.Language) : null
        ),
    };

    /// <summary>The form of a verb, filled from the ticket as it is now; null when there is none for it.</summary>
    public static (string Template, JsonObject Data)? Of(string? verb, Complaint complaint, Turn turn) =>
        verb is not null && Forms.TryGetValue(verb, out var form) && form.Data(complaint, turn) is { } data ? (form.Template, data) : null;

    // What the ticket's own card knows, and rows to write measures in; the first is begun as the card would.
    private static JsonObject Plan(Complaint complaint, Turn turn)
    {
        var data = TicketCard.Data(complaint, turn.Reader, turn.Person.Actor);
        var (first, me) = (data["planDue"]!, data["me"]!);
        data["rows"] = new JsonArray([
            .. Enumerable
                .Range(1, PlanRows)
                .Select(n => new JsonObject
                {
                    ["n"] = n.ToString(CultureInfo.InvariantCulture),
                    ["suffix"] = n == 1 ? "" : "." + n.ToString(CultureInfo.InvariantCulture),
                    ["owner"] = n == 1 ? me.DeepClone() : null,
                    ["date"] = n == 1 ? first["date"]!.DeepClone() : null,
                    ["time"] = n == 1 ? first["time"]!.DeepClone() : null,
                }),
        ]);
        return data;
    }

    private static NoticeContext Context(Complaint complaint, Turn turn) => new(complaint, [], turn.Organisation, turn.Now, turn.Speech);
}
