using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Surveys;

namespace Complaints.Work;

/// <summary>Whose turn it is on a complaint, and what they are to do by when. One rule for "my work" in the chat, for its tab, and
/// for whoever opens a row: nobody sees work in one place that the other does not know.</summary>
public static class WhoseTurn
{
    // What an owner owes besides the next step of the procedure.
    private static readonly DeadlineKind[] OwedByOwner =
    [
        DeadlineKind.FirstResponse,
        DeadlineKind.Progress,
        DeadlineKind.EmergencyMeasure,
        DeadlineKind.OnSite,
    ];

    // The steps of the procedure; an owner has one of them at a time.
    private static readonly DeadlineKind[] Steps =
    [
        DeadlineKind.Accept,
        DeadlineKind.Cause,
        DeadlineKind.Plan,
        DeadlineKind.Resolve,
        DeadlineKind.HoldEnd,
    ];

    /// <summary>Everything that waits for people, the earliest due first. Never for somebody whom the complaint accuses or their line.
    /// The owner has one row, the others one for each thing they were asked for.</summary>
    public static IReadOnlyList<WorkItem> Of(Complaint complaint, CommandContext context) =>
        [
            .. Owners(complaint)
                .Concat(Promised(complaint))
                .Concat(Approvals(complaint, context))
                .Concat(Visits(complaint, context))
                .Where(i => !Relations.IsConflicted(i.Person, complaint, context.Organisation))
                .OrderBy(i => i.Due ?? DateTimeOffset.MaxValue),
        ];

    /// <summary>Those of a person, and those of whoever they stand in for today.</summary>
    public static IReadOnlyList<WorkItem> Of(Complaint complaint, string person, CommandContext context)
    {
        var people = PeopleOf(person, context);
        return [.. Of(complaint, context).Where(i => people.Contains(i.Person))];
    }

    /// <summary>Whose work a person does today: their own, and that of the colleagues who are away and whom they stand in for.</summary>
    public static IReadOnlyList<string> PeopleOf(string person, CommandContext context) =>
        [
            person,
            .. context
                .Organisation.Staff.Where(s =>
                    s.Id != person && context.Attendance.IsAbsent(s) && context.Attendance.WhoStandsInFor(s.Id)?.Id == person
                )
                .Select(s => s.Id),
        ];

    private static IEnumerable<WorkItem> Owners(Complaint c)
    {
        if (!c.IsOpen || c.AnswerablePerson is not { } person)
            yield break;
        // Whoever answers for the queue finds an owner; everything else is the owner's.
        if (c.Owner is null)
        {
            yield return new(person, WorkItem.Assign, c.PendingOfStaff.FirstOrDefault()?.Due);
            yield break;
        }
        var owed = c.PendingOfStaff.Where(d => d.PausedSince is null && OwedByOwner.Contains(d.Kind) && d.Responsible is null);
        var next = owed.Select(d => new WorkItem(person, Code(d.Kind), d.Due))
            .Concat(Step(c, person) is { } step ? [step] : [])
            .OrderBy(i => i.Due ?? DateTimeOffset.MaxValue)
            .FirstOrDefault();
        if (next is not null)
            yield return next;
    }

    // The step of the procedure that the owner takes next; null while it is somebody else's turn.
    private static WorkItem? Step(Complaint c, string person)
    {
        WorkItem Take(DeadlineKind kind) => new(person, Code(kind), (c.Pending(kind) ?? c.PendingOfStaff.FirstOrDefault())?.Due);
        return c switch
        {
            { Hold: { } hold } => hold.Until is { } until ? new(person, Code(DeadlineKind.HoldEnd), until) : null,
            { State: ComplaintState.Assigned } => Take(DeadlineKind.Accept),
            { State: ComplaintState.Investigating } => Take(DeadlineKind.Cause),
            { State: ComplaintState.Planning, PlanWaitsForApproval: false } => Take(DeadlineKind.Plan),
            { State: ComplaintState.InProgress } => Take(DeadlineKind.Resolve),
            _ => null,
        };
    }

    // What has a name of its own on it: measures, parts, calls, notices, reports, inspections, verdicts.
    private static IEnumerable<WorkItem> Promised(Complaint c) =>
        from d in c.PendingOfStaff
        where d.PausedSince is null && !Steps.Contains(d.Kind) && !(OwedByOwner.Contains(d.Kind) && d.Responsible is null)
        where d.Kind != DeadlineKind.Measure || !c.PlanWaitsForApproval
        let person = d.Responsible ?? c.AnswerablePerson
        where person is not null
        select new WorkItem(person, What(c, d), d.Due, d.Subject);

    private static string What(Complaint c, Deadline d) =>
        d.Kind == DeadlineKind.Rectification
        && c.Rectifications.Any(r => d.IsAbout(r.Number) && r.State == Quality.RectificationState.Replied)
            ? WorkItem.Verify
            : Code(d.Kind);

    private static IEnumerable<WorkItem> Approvals(Complaint c, CommandContext context)
    {
        if (c.IsOpen && c.PlanWaitsForApproval && Approver(c, context) is { } approver)
            yield return new(approver, WorkItem.Approve, (c.Pending(DeadlineKind.Resolve) ?? c.PendingOfStaff.FirstOrDefault())?.Due);
        if (c.Extension is { } wish)
            yield return new(wish.Head, WorkItem.Extension, c.Pending(DeadlineKind.Resolve)?.Due);
    }

    // The head; where the head owns it, somebody of quality: nobody approves their own plan.
    private static string? Approver(Complaint c, CommandContext context) =>
        Rungs.HeadOf(c, context) is { } head && head != c.Owner
            ? head
            : context
                .Organisation.StaffWith(Role.Quality)
                .FirstOrDefault(s => s.Id != c.Owner && !Relations.IsConflicted(s.Id, c, context.Organisation))
                ?.Id;

    private static IEnumerable<WorkItem> Visits(Complaint c, CommandContext context)
    {
        if (c is { State: ComplaintState.Closed, OpenSurvey: not null, Complainant.HasNoChat: true })
        {
            if (Visitors.Choose(c, context) is { } visitor)
                yield return new(visitor, WorkItem.Visit, c.Pending(DeadlineKind.Survey)?.Due);
        }
    }

    private static string Code(DeadlineKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
