using Complaints.Assignment;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Deadlines;

/// <summary>Who stands on a rung of the ladder for a complaint today. Never somebody the complaint is about or their line; whoever
/// is away is replaced by their substitute.</summary>
public static class Rungs
{
    /// <summary>The people of a rung; <paramref name="deadline"/> may name its own responsible person.</summary>
    public static IReadOnlyList<string> People(Rung rung, Complaint complaint, Deadline? deadline, CommandContext context)
    {
        var organisation = context.Organisation;
        IReadOnlyList<string?> people = rung switch
        {
            Rung.Owner => [deadline?.Responsible ?? complaint.AnswerablePerson],
            Rung.Colleague => [.. Colleagues(complaint, context).Take(1)],
            Rung.DepartmentManager => [HeadOf(complaint, context)],
            Rung.Quality => [.. organisation.StaffWith(Role.Quality).Select(s => s.Id)],
            Rung.Executive => [.. organisation.StaffWith(Role.Executive).Select(s => s.Id)],
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, "Unknown rung."),
        };
        // A substitute chain that ends with nobody leaves the person themself: better late than never told.
        var barred = Line.Of(organisation, complaint.Accused);
        return
        [
            .. people
                .OfType<string>()
                .Select(id => context.Attendance.WhoStandsInFor(id, barred)?.Id ?? id)
                .Where(id => !barred.Contains(id))
                .Distinct(),
        ];
    }

    /// <summary>The people of several rungs, each once; the head when there would be nobody.</summary>
    public static IReadOnlyList<string> People(IEnumerable<Rung> rungs, Complaint complaint, Deadline? deadline, CommandContext context)
    {
        IReadOnlyList<string> people = [.. rungs.SelectMany(r => People(r, complaint, deadline, context)).Distinct()];
        return people.Count > 0 ? people : [HeadOf(complaint, context)];
    }

    /// <summary>The head who answers for the complaint's department: its manager, or the one above when the complaint is about that
    /// manager.</summary>
    public static string HeadOf(Complaint complaint, CommandContext context) => HeadOf(complaint.Department, complaint, context);

    /// <summary>The same for another department.</summary>
    public static string HeadOf(string? department, Complaint complaint, CommandContext context) =>
        AnswerableLine.For(department, context.Attendance, Line.Of(context.Organisation, complaint.Accused)).Id;

    private static IEnumerable<string> Colleagues(Complaint complaint, CommandContext context) =>
        context
            .Organisation.Staff.Where(s =>
                s.Department == complaint.Department
                && s.Id != complaint.Owner
                && s.Roles.Contains(Role.Handler)
                && !context.Attendance.IsAbsent(s)
            )
            .OrderByDescending(s => s.Skills.Contains(complaint.Details.Category))
            .Select(s => s.Id);
}
