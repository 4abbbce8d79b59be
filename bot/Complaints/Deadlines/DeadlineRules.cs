using Complaints.Calls;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;

namespace Complaints.Deadlines;

/// <summary>Which promises start, stop, pause and move when something happens (docs/procedure.md §5). The desk calls this after
/// every command, so that no
/// command can forget a clock.</summary>
internal static class DeadlineRules
{
    // Working days that quality has for a spot check and for judging a department's answer, and a department for a new measure
    // after one that failed.
    private const int InspectDays = 5;
    private const int JudgeDays = 3;
    private const int RedoDays = 5;

    // Working time until a customer without a chat is called, and until they are tried again: another half of the day.
    private static readonly TimeSpan CallWithin = TimeSpan.FromHours(2);
    private static readonly TimeSpan CallAgainAfter = TimeSpan.FromHours(4);

    /// <summary>Sets, meets, moves and cancels deadlines for the events recorded after version <paramref name="before"/>.</summary>
    public static void Follow(Complaint complaint, int before, CommandContext context)
    {
        var happened = complaint.History.Skip(before).ToList();
        if (happened.Count == 0)
            return;
        var change = new DeadlineChange(complaint, context.AsSystem() with { Fingerprint = "deadlines" });
        foreach (var e in happened)
            Follow(e, complaint, change, context);
    }

    private static void Follow(RecordedEvent recorded, Complaint complaint, DeadlineChange change, CommandContext context)
    {
        var organisation = context.Organisation;
        switch (recorded.Event)
        {
            case Received:
                change.Start(DeadlineKind.FirstResponse, DeadlineKind.Resolve);
                if (complaint.Kind == RecordKind.Complaint)
                    change.Start(DeadlineKind.Progress, DeadlineKind.EmergencyMeasure, DeadlineKind.OnSite);
                break;
            case Assigned e:
                change.Cancel(DeadlineKind.Accept);
                if (complaint.State == ComplaintState.Assigned)
                    change.Start(DeadlineKind.Accept, e.Owner);
                if (
                    complaint.Kind == RecordKind.Complaint
                    && complaint.State <= ComplaintState.Investigating
                    && complaint.Pending(DeadlineKind.Plan) is null
                )
                    change.Start(DeadlineKind.Cause, DeadlineKind.Plan);
                break;
            case Declined:
                change.Cancel(DeadlineKind.Accept);
                break;
            case Accepted:
                change.Meet(DeadlineKind.Accept);
                break;
            case CallAsked e:
                foreach (var old in complaint.Calls.Where(c => !c.IsOpen && c.Party == e.Party && c.About == e.About))
                    change.Cancel(DeadlineKind.Call, old.Id);
                change.StartUntil(DeadlineKind.Call, change.InWorkingTime(CallWithin), null, e.CallId);
                break;
            case CallTakenBack e:
                change.Cancel(DeadlineKind.Call, e.CallId);
                break;
            case CallReported { Outcome: CallOutcome.Reached } e:
                change.Meet(DeadlineKind.Call, e.CallId);
                break;
            case CallReported e when complaint.Calls.First(c => c.Id == e.CallId).IsOpen:
                // Again at another time of day.
                change.Move(DeadlineKind.Call, e.CallId, e.Next ?? change.InWorkingTime(CallAgainAfter), "callAgain");
                break;
            case CallReported e:
                change.Cancel(DeadlineKind.Call, e.CallId);
                break;
            case CustomerTold told when recorded.By.Kind == ActorKind.Staff && (told.ByPhone || !complaint.Parties[0].HasNoChat):
                change.Meet(DeadlineKind.FirstResponse);
                if (complaint.State < ComplaintState.AwaitingConfirmation)
                    change.Renew(DeadlineKind.Progress);
                break;
            case EmergencyMeasureTaken:
                change.Meet(DeadlineKind.EmergencyMeasure);
                break;
            case ArrivedOnSite:
                change.Meet(DeadlineKind.OnSite);
                break;
            case Graded or Categorised:
                change.Recount();
                break;
            case EmergencyDeclared when complaint.Pending(DeadlineKind.EmergencyMeasure) is null:
                change.Start(DeadlineKind.EmergencyMeasure);
                break;
            case Held e:
                if (e.Reason == HoldReason.WaitingCustomer)
                    change.Pause("waitingCustomer", d => d.PausesForCustomer);
                if (e.Until is { } until)
                    change.StartUntil(DeadlineKind.HoldEnd, until, null);
                break;
            case Resumed:
                change.Cancel(DeadlineKind.HoldEnd);
                change.Continue("resumed", d => d.PausesForCustomer);
                break;
            case CauseRecorded:
                change.Meet(DeadlineKind.Cause);
                break;
            case PartAsked e:
                change.StartUntil(DeadlineKind.Part, e.Due, e.Responsible, e.PartId);
                break;
            case PartAnswered e:
                change.Meet(DeadlineKind.Part, e.PartId);
                break;
            case PlanProposed e:
                change.Meet(DeadlineKind.Plan);
                change.StartUntil(DeadlineKind.Measure, e.Due, e.Owner, e.MeasureId);
                break;
            case MeasureDone e:
                change.Meet(DeadlineKind.Measure, e.MeasureId);
                break;
            case MeasureCancelled e:
                change.Cancel(DeadlineKind.Measure, e.MeasureId);
                break;
            case ResultReported:
                if (!complaint.Parties[0].HasNoChat)
                    change.Meet(DeadlineKind.FirstResponse);
                change.Cancel(DeadlineKind.Progress);
                // Whoever has the result needs nobody on site any more.
                change.Cancel(DeadlineKind.OnSite);
                PlanUntilSatisfied.Answered(change, organisation.Confirmation);
                break;
            case Unsatisfied:
                PlanUntilSatisfied.GoOn(change);
                break;
            case Satisfied or ClosedUnconfirmed or ClosedUnresolved:
                Close(complaint, change, organisation);
                break;
            case Withdrawn or NotAccepted or MergedInto:
                change.CancelAll();
                break;
            case Reopened:
                change.CancelAll();
                change.Start(DeadlineKind.Cause, DeadlineKind.Plan, DeadlineKind.Resolve, DeadlineKind.Progress);
                break;
            case SurveyAnswered e:
                if (complaint.OpenSurvey is null)
                    change.Meet(DeadlineKind.Survey);
                if (e.Score <= organisation.Survey.LowScore || e.Solved == "no")
                    change.StartForHead(DeadlineKind.Recovery);
                break;
            case RectificationIssued e:
                change.StartUntil(DeadlineKind.Rectification, e.Due, e.Responsible, e.Number);
                break;
            case RectificationReplied e:
                change.Meet(DeadlineKind.Rectification, e.Number);
                // The answer must not lie at quality for ever either.
                change.StartUntil(
                    DeadlineKind.Rectification,
                    change.InWorkingDays(JudgeDays),
                    Verifiers.Choose(
                        complaint,
                        context,
                        not: [recorded.By.Id, complaint.Rectifications.First(r => r.Number == e.Number).Responsible]
                    ),
                    e.Number
                );
                break;
            case RectificationJudged { Verified: true } e:
                change.Meet(DeadlineKind.Rectification, e.Number);
                break;
            case RectificationJudged { Verified: false } e:
                change.Meet(DeadlineKind.Rectification, e.Number);
                change.StartUntil(
                    DeadlineKind.Rectification,
                    change.InWorkingDays(JudgeDays),
                    complaint.Rectifications.First(r => r.Number == e.Number).Responsible,
                    e.Number
                );
                break;
            case CaseReportSigned e:
                change.Meet(DeadlineKind.CaseReport);
                if (e.Prevention is not null)
                    change.Start(DeadlineKind.Effectiveness, organisation.Quality.Effectiveness, change.Judge());
                break;
            case EffectivenessJudged e:
                change.Meet(DeadlineKind.Effectiveness);
                if (e.Effective)
                    change.Cancel(DeadlineKind.CaseReport);
                // The measure failed: a new one is demanded (D2: void, must be redone).
                if (!e.Effective && complaint.State == ComplaintState.Closed && complaint.Pending(DeadlineKind.CaseReport) is null)
                    change.StartUntil(DeadlineKind.CaseReport, change.InWorkingDays(RedoDays), change.Judge());
                break;
            case InspectionDrawn e:
                change.StartUntil(DeadlineKind.Inspection, change.InWorkingDays(InspectDays), e.Inspector);
                break;
            case Inspected:
                change.Meet(DeadlineKind.Inspection);
                break;
            case Noted when complaint.Pending(DeadlineKind.Recovery) is { } recovery && recovery.Responsible == recorded.By.Id:
                change.Meet(DeadlineKind.Recovery);
                break;
            case VisitRecorded { Outcome: not "unreachable" } when complaint.OpenSurvey is null:
                change.Meet(DeadlineKind.Survey);
                break;
            default:
                break;
        }
    }

    private static void Close(Complaint complaint, DeadlineChange change, Organisation organisation)
    {
        change.Meet(DeadlineKind.Resolve);
        change.CancelAll();
        if (complaint.Kind != RecordKind.Complaint)
            return;
        if (complaint.CloseKind != CloseKind.Unresolved)
            change.Start(DeadlineKind.Survey, organisation.Survey.Delay);
        if (complaint.Severity >= Severity.High)
            change.Start(DeadlineKind.CaseReport, change.Judge());
    }
}
