using static Complaints.ComplaintState;
using static Complaints.Procedure.Relation;

namespace Complaints.Procedure;

/// <summary>One line of the procedure: who may do what in which states, and where it leads. <paramref name="Id"/> names the row as
/// docs/procedure.md does: T and a number, or the section that explains it. An empty <paramref name="To"/> means the state
/// stays.</summary>
public sealed record ProcedureRow(
    string Id,
    string Verb,
    IReadOnlyList<ComplaintState> From,
    IReadOnlyList<ComplaintState> To,
    Relation Who
)
{
    /// <summary>What must hold besides, in the order in which people are told of it.</summary>
    public IReadOnlyList<Guard> If { get; init; } = [];

    /// <summary>True when the row is for this person and this state; its guards are another matter.</summary>
    public bool Fits(Situation situation) => situation.Relation.HasAny(Who) && From.Contains(situation.Complaint.State);

    /// <summary>Why one of its guards keeps it shut; null = open.</summary>
    public Refusal? Shut(Situation situation) => If.FirstOrDefault(g => !g.Holds(situation))?.Refusal(situation);
}

/// <summary>The whole procedure as one table. Nothing else in the product decides which verb is possible in which state, for whom,
/// and under which condition: commands look at their inputs alone; cards, typing and docs/procedure.md read it here.</summary>
public static class ProcedureTable
{
    private static readonly ComplaintState[] Working = [Assigned, Investigating, Planning, InProgress];
    private static readonly ComplaintState[] Open = [Received, Assigned, Investigating, Planning, InProgress, AwaitingConfirmation];
    private static readonly ComplaintState[] Ended = [Closed, ComplaintState.Withdrawn, ComplaintState.NotAccepted];
    private static readonly ComplaintState[] Any = [.. Open, .. Ended, ComplaintState.Merged];
    private static readonly ComplaintState[] Stays = [];
    private const Relation Deciders = DepartmentManager | Relation.Quality;
    private const Relation CustomersVoice = Complainant | Frontline | Relation.Quality;

    // All staff who may read the complaint.
    private const Relation EvidenceReaders =
        Owner | MeasureOwner | Deciders | Frontline | DepartmentHandler | Executive | NoticeHead | EmergencyRoster | PanelMember;

    /// <summary>All rows, in the order of a complaint's life.</summary>
    public static readonly IReadOnlyList<ProcedureRow> Rows =
    [
        new("T3", Verbs.Assign, [Received], [Assigned], Deciders | Manager | Frontline | Relation.System),
        new("T3", Verbs.AssignAutomatically, [Received], [Received, Assigned], Deciders | Manager | Frontline | Relation.System),
        new("T4", Verbs.NotAccept, [Received, Assigned], [ComplaintState.NotAccepted], Relation.Quality),
        new("T5", Verbs.Merge, [Received, Assigned, Investigating], [ComplaintState.Merged], Deciders),
        new("T6", Verbs.Accept, [Assigned], [Investigating], Owner),
        new("T6", Verbs.Accept, [Received], [Investigating], DepartmentHandler | DepartmentManager) { If = [Guards.TookNoOtherPart] },
        new("T7", Verbs.Decline, [Assigned], [Received, Assigned], Owner),
        new("T8", Verbs.Assign, Working, Stays, Deciders | Manager | Owner),
        new("§4 leavers", Verbs.HandOverLeavers, Any, [Received, Assigned], Relation.System),
        new("T9", Verbs.Cause, [Investigating], [Planning], Owner) { If = [Guards.EvidenceWhereSerious] },
        new("T10", Verbs.Plan, [Planning], [Planning, InProgress], Owner),
        new("T10", Verbs.Plan, [InProgress], Stays, Owner),
        new("T10", Verbs.Approve, [Planning], [InProgress], Deciders) { If = [Guards.PlanWaits, Guards.NotOwnPlan] },
        new("T11", Verbs.Item, [InProgress], Stays, Owner | MeasureOwner) { If = [Guards.MeasureOpen] },
        new("§1 panel", Verbs.Panel, Working, Stays, Deciders | Manager),
        new("§1 panel", Verbs.Panel, Working, Stays, Owner) { If = [Guards.CaseIsComplex] },
        new("§1 panel", Verbs.Part, Open, Stays, PanelMember),
        new("T12", Verbs.Resolve, [InProgress], [AwaitingConfirmation], Owner) { If = [Guards.MeasuresDone, Guards.PartsGiven] },
        new("T13", Verbs.Satisfied, [AwaitingConfirmation], [AwaitingConfirmation, Closed], CustomersVoice)
        {
            If = [Guards.ShareGoesOn, Guards.NotOwnResult],
        },
        new("T14", Verbs.Unsatisfied, [AwaitingConfirmation], [Planning], CustomersVoice)
        {
            If = [Guards.ShareGoesOn, Guards.NotOwnResult],
        },
        new("T15", Verbs.Timer, Any, Any, Relation.System),
        new("T16", Verbs.CloseUnresolved, [Planning, InProgress, AwaitingConfirmation], [Closed], DepartmentManager | Manager),
        new("T17", Verbs.Withdraw, Open, [ComplaintState.Withdrawn, Closed], Complainant | Frontline) { If = [Guards.ShareGoesOn] },
        new("T18", Verbs.Reopen, Ended, [Investigating, Received, Assigned], Complainant | Relation.Quality)
        {
            If = [Guards.WithinReopenWindow],
        },
        new("T18", Verbs.Reopen, Open, Stays, Complainant) { If = [Guards.ShareEnded] },
        new("T20", Verbs.Emergency, Open, Stays, Relation.Quality | Manager | EmergencyRoster),
        new("T20", Verbs.Emergency, Open, Stays, Owner) { If = [Guards.EmergencyDeclared] },
        new("T20", Verbs.Burst, Open, Stays, Relation.System),
        new("T21", Verbs.Grade, Open, Stays, Deciders | Manager),
        new("§1 hold", Verbs.Hold, Working, Stays, Owner | Deciders) { If = [Guards.NotOnHold] },
        new("§1 hold", Verbs.Resume, Working, Stays, Owner | Deciders | Complainant | Relation.System)
        {
            If = [Guards.ShareGoesOn, Guards.OnHold],
        },
        new("§1 progress", Verbs.Progress, Open, Stays, Owner | MeasureOwner | Deciders),
        new("§7 call", Verbs.Call, Open, Stays, Owner | MeasureOwner | Deciders | Frontline) { If = [Guards.CallToMake] },
        new("§2 information", Verbs.AddInformation, Any, Stays, Complainant | Frontline | Owner),
        new("§2 follow-up", Verbs.FollowElsewhere, Any, Stays, Relation.System),
        new("§2 follow-up", Verbs.OneTimeCode, Any, Stays, Frontline | Owner | Deciders) { If = [Guards.CustomerKnown] },
        new("§3 note", Verbs.Note, Any, Stays, Owner | MeasureOwner | Deciders | Frontline | DepartmentHandler | Executive),
        new("§3 undo", Verbs.Undo, Any, Stays, Owner | MeasureOwner | Deciders | Manager | Frontline | DepartmentHandler | Executive),
        new("§5 on-site", Verbs.OnSite, Open, Stays, Owner | MeasureOwner | DepartmentManager),
        new("§5 extend", Verbs.Extend, Open, Stays, DepartmentManager | Manager | Relation.Quality) { If = [Guards.SomethingPromised] },
        new("§6 snooze", Verbs.Snooze, Open, Stays, Owner | MeasureOwner | DepartmentManager)
        {
            If = [Guards.SomethingToSnooze, Guards.NotSnoozedOften],
        },
        new("§6 escalate", Verbs.Escalate, Open, Stays, Owner | Deciders | Manager | Executive | Complainant)
        {
            If = [Guards.ShareGoesOn, Guards.LevelLeft],
        },
        new("§7 survey", Verbs.Survey, [Closed], Stays, Complainant) { If = [Guards.ShareGoesOn, Guards.SurveyOpen] },
        new("§7 visit", Verbs.Visit, [Closed], Stays, Relation.Quality | Frontline) { If = [Guards.NotOwnVisit, Guards.DidNotVerify] },
        new("§8 inspect", Verbs.Inspect, Any, Stays, Relation.Quality) { If = [Guards.NotOwnInspection, Guards.MayVerify] },
        new("§8 rectify", Verbs.Rectify, Any, Stays, Relation.Quality),
        new("§8 rectified", Verbs.Rectified, Any, Stays, NoticeHead) { If = [Guards.NoticeToAnswer] },
        new("§8 rectified", Verbs.Rectified, Any, Stays, Relation.Quality) { If = [Guards.MayVerify, Guards.ReplyToJudge] },
        new("§8 report", Verbs.Report, [Closed], Stays, Relation.Quality | DepartmentManager)
        {
            If = [Guards.NotOwnReport, Guards.ReportToSign],
        },
        new("§8 effective", Verbs.Effective, [Closed], Stays, Relation.Quality | Relation.System) { If = [Guards.MeasureWatched] },
        new("§11 evidence", Verbs.Evidence, Any, Stays, EvidenceReaders) { If = [Guards.EvidenceThere] },
        new("§11 erase", Verbs.Erase, [.. Ended, ComplaintState.Merged], Stays, Relation.Admin | Relation.System),
        new("§8 link", Verbs.Link, Any, Stays, Relation.System | Deciders),
    ];

    /// <summary>The rows of a verb.</summary>
    public static IEnumerable<ProcedureRow> For(string verb) => Rows.Where(r => r.Verb == verb);

    /// <summary>Why the verb is not open to the person in this situation; null = open, and only its inputs can still be refused.
    /// First who, then when, then the guards: the refusal is that of the row that came nearest.</summary>
    public static Refusal? Refusal(string verb, Situation situation)
    {
        if (!For(verb).Any(r => situation.Relation.HasAny(r.Who)))
            return Complaints.Refusal.NotAllowed(verb);
        return For(verb).Any(r => r.Fits(situation))
            ? Obstacle(verb, situation)
            : Complaints.Refusal.WrongState(verb, situation.Complaint.State);
    }

    /// <summary>The guard's refusal where who and when are right and only a guard keeps the verb shut; else null.</summary>
    public static Refusal? Obstacle(string verb, Situation situation)
    {
        var shut = For(verb).Where(r => r.Fits(situation)).Select(r => r.Shut(situation)).ToList();
        return shut.Contains(null) ? null : shut.FirstOrDefault();
    }

    /// <summary>The verbs that are open to the person in this situation: cards show just these.</summary>
    public static IReadOnlySet<string> Possible(Situation situation)
    {
        return Rows.Where(r => r.Fits(situation) && r.Shut(situation) is null).Select(r => r.Verb).ToHashSet();
    }
}
