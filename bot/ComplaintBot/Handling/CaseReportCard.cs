using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Procedure;
using Complaints.Quality;

namespace ComplaintBot.Handling;

/// <summary>The case report (案例报告): a draft put together from the record, which a person completes and signs.</summary>
public static class CaseReportCard
{
    /// <summary>Names the card: it is replaced when the report is signed or its measure fails.</summary>
    public static string Key(string ticket) => $"report:{ticket}";

    /// <summary>The data of template <c>case-report</c> for whoever looks at it.</summary>
    public static JsonObject Data(Complaint c, Reader reader, Actor viewer)
    {
        var may = ProcedureTable.Possible(new Situation(c, viewer, reader.Organisation, reader.Now));
        var pending = c.Pending(DeadlineKind.CaseReport);
        var signed = SignCaseReport.Standing(c);
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["category"] = reader.Category(c.Details.Category),
            ["due"] = pending is null ? null : TicketCard.Due(pending, reader),
            ["signed"] = signed is null ? null : SignedBy(c, reader),
            ["facts"] = Facts(c, reader),
            ["earlier"] = Failed(c, reader),
            ["text"] = signed?.Text ?? Draft(c, reader),
            ["prevention"] = signed?.Prevention,
            ["can"] = new JsonObject
            {
                ["report"] = may.Contains(Verbs.Report),
                ["effective"] = c.Pending(DeadlineKind.Effectiveness) is not null && may.Contains(Verbs.Effective),
            },
        };
    }

    /// <summary>The draft in the reader's language; what people wrote stays as they wrote it.</summary>
    public static string Draft(Complaint c, Reader reader)
    {
        var lines = c.History.Select(e => Line(e.Event, reader)).OfType<string>().Append(reader.Text("report.lesson"));
        return string.Join('\n', lines);
    }

    private static string? Line(ComplaintEvent what, Reader reader) =>
        what switch
        {
            Received e => reader.Text("report.words", ("text", e.Details.Description)),
            CauseRecorded e => reader.Text("report.causeLine", ("classes", Classes(e, reader)), ("text", e.Text)),
            PlanProposed e => reader.Text("report.measureLine", ("measure", e.Measure), ("owner", reader.Person(e.Owner))),
            ResultReported e => reader.Text("report.answerLine", ("text", e.Answer)),
            Unsatisfied e => reader.Text("report.rejectedLine", ("text", e.Reason)),
            _ => null,
        };

    private static JsonArray Facts(Complaint c, Reader reader)
    {
        var judged = c.Deadlines.Where(d => d.OfStaff && d.InTime is not null).ToList();
        List<(string Name, string? Value)> facts =
        [
            (
                "report.course",
                c.ClosedAt is { } closed && c.CloseKind is { } kind
                    ? reader.Text(
                        "report.courseText",
                        ("received", reader.Moment(c.ReceivedAt)),
                        ("closed", reader.Moment(closed)),
                        ("kind", reader.Text("closeKind." + Reader.Code(kind))),
                        ("rounds", c.Round)
                    )
                    : null
            ),
            ("report.cause", c.Cause is { } cause ? $"{Classes(cause, reader)} · {cause.Text}" : null),
            ("report.responsible", c.Cause is { } found ? Responsible(found, reader) : reader.Department(c.Department)),
            (
                "report.deadlines",
                reader.Text(
                    "report.deadlinesText",
                    ("met", judged.Count(d => d.InTime == true)),
                    ("missed", judged.Count(d => d.InTime == false))
                )
            ),
        ];
        return new([
            .. facts.Where(f => f.Value is not null).Select(f => new JsonObject { ["name"] = reader.Text(f.Name), ["value"] = f.Value }),
        ]);
    }

    private static string Responsible(CauseRecorded cause, Reader reader) =>
        cause.ResponsiblePerson is { } person
            ? $"{reader.Department(cause.ResponsibleDepartment)} · {reader.Person(person)}"
            : reader.Department(cause.ResponsibleDepartment);

    private static string Classes(CauseRecorded cause, Reader reader) =>
        string.Join(reader.Text("common.listSeparator"), cause.Classes.Select(x => reader.Text("cause." + Reader.Code(x))));

    // A failed measure stays to be seen until the new one is signed.
    private static string? Failed(Complaint c, Reader reader) =>
        c.Effectiveness is { Effective: false } verdict
            ? reader.Text("report.void", ("ticket", verdict.RecurredAs ?? c.Ticket), ("measure", c.CaseReport?.Prevention ?? ""))
            : null;

    private static string? SignedBy(Complaint c, Reader reader) =>
        c.History.LastOrDefault(e => e.Event is CaseReportSigned) is { } e
            ? reader.Text("report.signedBy", ("who", e.By.Name), ("at", reader.Moment(e.At)))
            : null;
}
