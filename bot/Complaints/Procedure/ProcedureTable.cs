using static Complaints.ComplaintState;
using static Complaints.Procedure.Relation;

namespace Complaints.Procedure;

/// <summary>One line of the procedure: who may do what in which states, and where it leads. <paramref name="Id"/> is the row of
/// requirements.md §2.2 or the section of
/// procedure.md it comes from. An empty <paramref name="To"/> means the state stays.</summary>
public sealed record ProcedureRow(
    string Id,
    string Verb,
    IReadOnlyList<ComplaintState> From,
    IReadOnlyList<ComplaintState> To,
    Relation Who
);

/// <summary>The whole procedure as one table. Nothing else in the product decides which verb is possible in which state, or for
/// whom.</summary>
public static class ProcedureTable
{
    private static readonly ComplaintState[] Working = [Assigned, Investigating, Planning, InProgress];
    private static readonly ComplaintState[] Open = [Received, Assigned, Investigating, Planning, InProgress, AwaitingConfirmation];
    private static readonly ComplaintState[] Ended = [Closed, ComplaintState.Withdrawn, ComplaintState.NotAccepted];
    private static readonly ComplaintState[] Any = [.. Open, .. Ended, ComplaintState.Merged];
    private static readonly ComplaintState[] Stays = [];
    private const Relation Deciders = DepartmentManager | Relation.Quality;

    /// <summary>All rows, in the order of requirements.md §2.2.</summary>
    public static readonly IReadOnlyList<ProcedureRow> Rows =
    [
        new("T3", Verbs.Assign, [Received], [Assigned], Deciders | Manager | Frontline | Relation.System),
        new("T3", Verbs.AssignAutomatically, [Received], [Received, Assigned], Deciders | Manager | Frontline | Relation.System),
        new("T4", Verbs.NotAccept, [Received, Assigned], [ComplaintState.NotAccepted], Relation.Quality),
        new("T5", Verbs.Merge, [Received, Assigned, Investigating], [ComplaintState.Merged], Deciders),
        new("T6", Verbs.Accept, [Assigned], [Investigating], Owner),
        new("T6", Verbs.Accept, [Received], [Investigating], DepartmentHandler | DepartmentManager),
        new("T7", Verbs.Decline, [Assigned], [Received, Assigned], Owner),
        new("T8", Verbs.Assign, Working, Stays, Deciders | Manager | Owner),
        new("T9", Verbs.Cause, [Investigating], [Planning], Owner),
        new("T10", Verbs.Plan, [Planning], [Planning, InProgress], Owner),
        new("T10", Verbs.Plan, [InProgress], Stays, Owner),
        new("T10", Verbs.Approve, [Planning], [InProgress], Deciders),
        new("T11", Verbs.Item, [InProgress], Stays, Owner | MeasureOwner),
        new("§1 panel", Verbs.Panel, [Assigned, Investigating, Planning, InProgress], Stays, Owner | Deciders | Manager),
        new("§1 panel", Verbs.Part, Open, Stays, PanelMember),
        new("T12", Verbs.Resolve, [InProgress], [AwaitingConfirmation], Owner),
        new("T13", Verbs.Satisfied, [AwaitingConfirmation], [Closed], Complainant | Frontline | Relation.Quality),
        new("T14", Verbs.Unsatisfied, [AwaitingConfirmation], [Planning], Complainant | Frontline | Relation.Quality),
        new("T15", Verbs.Timer, Any, Any, Relation.System),
        new("T16", Verbs.CloseUnresolved, [Planning, InProgress, AwaitingConfirmation], [Closed], DepartmentManager | Manager),
        new("T17", Verbs.Withdraw, Open, [ComplaintState.Withdrawn], Complainant | Frontline),
        new("T18", Verbs.Reopen, Ended, [Investigating, Received, Assigned], Complainant | Relation.Quality),
        new("T20", Verbs.Emergency, Open, Stays, Relation.Quality | Manager | EmergencyRoster | Owner),
        new("T20", Verbs.Burst, Open, Stays, Relation.System),
        new("T21", Verbs.Grade, Open, Stays, Deciders | Manager),
        new("§1 hold", Verbs.Hold, Working, Stays, Owner | Deciders),
        new("§1 hold", Verbs.Resume, Working, Stays, Owner | Deciders | Complainant | Relation.System),
        new(
            "§1 progress",
            Verbs.Progress,
            [Received, Assigned, Investigating, Planning, InProgress, AwaitingConfirmation],
            Stays,
            Owner | MeasureOwner | Deciders
        ),
        new("§2 information", Verbs.AddInformation, Any, Stays, Complainant | Frontline | Owner),
        new("§2 follow-up", Verbs.FollowElsewhere, Any, Stays, Relation.System),
        new("§3 note", Verbs.Note, Any, Stays, Owner | MeasureOwner | Deciders | Frontline | DepartmentHandler | Executive),
        new("§5 on-site", Verbs.OnSite, Open, Stays, Owner | MeasureOwner | DepartmentManager),
        new("§5 extend", Verbs.Extend, Open, Stays, DepartmentManager | Manager | Relation.Quality),
        new("§6 snooze", Verbs.Snooze, Open, Stays, Owner | MeasureOwner | DepartmentManager),
        new("§6 escalate", Verbs.Escalate, Open, Stays, Owner | Deciders | Manager | Executive | Complainant),
        new("§7 survey", Verbs.Survey, [Closed], Stays, Complainant),
        new("§7 visit", Verbs.Visit, [Closed], Stays, Relation.Quality | Frontline),
        new("§8 inspect", Verbs.Inspect, Any, Stays, Relation.Quality),
        new("§8 rectify", Verbs.Rectify, Any, Stays, Relation.Quality),
        new("§8 rectified", Verbs.Rectified, Any, Stays, NoticeHead | Relation.Quality),
        new("§8 report", Verbs.Report, [Closed], Stays, Relation.Quality | Owner | DepartmentManager),
        new("§8 effective", Verbs.Effective, [Closed], Stays, Relation.Quality | Relation.System),
        new("§11 erase", Verbs.Erase, [.. Ended, ComplaintState.Merged], Stays, Relation.Admin | Relation.System),
        new("§8 link", Verbs.Link, Any, Stays, Relation.System | Deciders),
    ];

    /// <summary>The rows of a verb.</summary>
    public static IEnumerable<ProcedureRow> For(string verb) => Rows.Where(r => r.Verb == verb);

    /// <summary>The verbs that somebody with <paramref name="relation"/> may use in <paramref name="state"/>; cards show just
    /// these.</summary>
    public static IReadOnlySet<string> Possible(ComplaintState state, Relation relation) =>
        Rows.Where(r => relation.HasAny(r.Who) && r.From.Contains(state)).Select(r => r.Verb).ToHashSet();
}
