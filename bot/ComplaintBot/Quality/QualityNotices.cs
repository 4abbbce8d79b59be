using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Quality;

/// <summary>What staff hear of case reports, spot checks, the same problem again, and parts of a panel.</summary>
public static class QualityNotices
{
    /// <summary>The messages for one thing that happened.</summary>
    public static IEnumerable<OutgoingMessage> Of(RecordedEvent recorded, NoticeContext context)
    {
        var c = context.Complaint;
        (string, object?) ticket = ("ticket", c.Ticket);
        switch (recorded.Event)
        {
            case DeadlineSet { Kind: DeadlineKind.CaseReport }:
                foreach (var id in Signers(context))
                {
                    if (c.Effectiveness is null)
                        yield return context.ToStaff(id, "staff.reportDraft", ticket);
                    yield return ReportCard(context, id, onlyUpdate: false);
                }
                break;
            case CaseReportSigned or EffectivenessJudged { Effective: true }:
                foreach (var id in Signers(context))
                    yield return ReportCard(context, id, onlyUpdate: true);
                break;
            case InspectionDrawn e:
                yield return context.CardToStaff(
                    e.Inspector,
                    "inspection",
                    language => InspectionCard.Data(c, context.Reader(language)),
                    InspectionCard.Key(c.Ticket)
                );
                break;
            case Linked { Kind: LinkKind.Recurrence } e:
                foreach (var id in QualityAnd(context, c.AnswerablePerson))
                {
                    var reader = context.Reader(context.LanguageOf(id));
                    var before =
                        (e.Cause is null ? "" : reader.Text("staff.recurrenceCause", ("cause", e.Cause)))
                        + (e.Measure is null ? "" : reader.Text("staff.recurrenceMeasure", ("measure", e.Measure)));
                    yield return context.ToStaff(id, "staff.recurrence", ticket, ("earlier", e.Ticket), ("before", before));
                }
                break;
            case PartAsked e:
                yield return context.ToStaff(
                    e.Responsible,
                    "staff.partAsked",
                    ticket,
                    ("text", e.Text),
                    ("due", context.Moment(context.LanguageOf(e.Responsible), e.Due))
                );
                yield return Handling.StaffCards.TicketMessage(context, e.Responsible, onlyUpdate: false);
                break;
            case PartAnswered e when c.AnswerablePerson is { } owner:
                var part = c.Parts.First(p => p.Id == e.PartId);
                yield return context.ToStaff(
                    owner,
                    "staff.partAnswered",
                    ticket,
                    ("department", context.Reader(context.LanguageOf(owner)).Department(part.Department)),
                    ("text", e.Text)
                );
                break;
            default:
                break;
        }
    }

    // Whoever is to sign it: never an owner, who would judge their own work.
    private static IEnumerable<string> Signers(NoticeContext context) =>
        context
            .Complaint.Deadlines.Where(d => d.Kind == DeadlineKind.CaseReport)
            .TakeLast(1)
            .Select(d => d.Responsible)
            .OfType<string>()
            .Where(id => context.Organisation.FindStaff(id) is not null);

    private static IEnumerable<string> QualityAnd(NoticeContext context, string? other) =>
        context
            .Organisation.StaffWith(Role.Quality)
            .Select(s => s.Id)
            .Append(other)
            .OfType<string>()
            .Distinct()
            .Where(id => !Relations.IsConflicted(id, context.Complaint, context.Organisation));

    private static OutgoingMessage ReportCard(NoticeContext context, string staffId, bool onlyUpdate)
    {
        var viewer = Actor.Staff(context.Organisation.FindStaff(staffId)!);
        return context.CardToStaff(
            staffId,
            "case-report",
            language => CaseReportCard.Data(context.Complaint, context.Reader(language), viewer),
            CaseReportCard.Key(context.Complaint.Ticket),
            onlyUpdate
        );
    }
}
