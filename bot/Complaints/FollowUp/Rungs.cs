using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.FollowUp;

/// <summary>Who stands on a rung of the ladder for a complaint today. Never somebody the complaint is about or their line.</summary>
internal static class Rungs
{
    /// <summary>The people of a rung; <paramref name="deadline"/> may name its own responsible person.</summary>
    public static IReadOnlyList<string> People(Rung rung, Complaint complaint, Deadline? deadline, CommandContext context)
    {
        var organisation = context.Organisation;
        IReadOnlyList<string?> people = rung switch
        {
            Rung.Owner => [deadline?.Responsible ?? complaint.AnswerablePerson],
            Rung.Colleague => [.. Colleagues(complaint, organisation, context.Today).Take(1)],
            Rung.DepartmentManager => [HeadOf(complaint, organisation)],
            Rung.Quality => [.. organisation.StaffWith(Role.Quality).Select(s => s.Id)],
            Rung.Executive => [.. organisation.StaffWith(Role.Executive).Select(s => s.Id)],
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, "Unknown rung."),
        };
        return
        [
            .. people.OfType<string>().Select(id => StandIn(id, organisation, context.Today))
                .Where(id => !Relations.IsConflicted(id, complaint, organisation)).Distinct(),
        ];
    }

    /// <summary>The people of several rungs, each once.</summary>
    public static IReadOnlyList<string> People(IEnumerable<Rung> rungs, Complaint complaint, Deadline? deadline, CommandContext context) =>
        [.. rungs.SelectMany(r => People(r, complaint, deadline, context)).Distinct()];

    /// <summary>The head who answers for the complaint's department: its manager, or the one above when the complaint is about that manager.</summary>
    public static string? HeadOf(Complaint complaint, Organisation organisation) => HeadOf(complaint.Department, complaint, organisation);

    /// <summary>The same for a department that the complaint is about to go to, with whoever stands in today.</summary>
    public static string? HeadOf(string department, Complaint complaint, CommandContext context) =>
        HeadOf(department, complaint, context.Organisation) is { } head ? StandIn(head, context.Organisation, context.Today) : null;

    private static string? HeadOf(string? department, Complaint complaint, Organisation organisation)
    {
        for (var (d, steps) = (organisation.FindDepartment(department), 0); d is not null && steps < 32; d = organisation.FindDepartment(d.Parent), steps++)
        {
            if (!Relations.IsConflicted(d.Manager, complaint, organisation))
                return d.Manager;
        }
        return organisation.StaffWith(Role.Quality).FirstOrDefault(s => !Relations.IsConflicted(s.Id, complaint, organisation))?.Id;
    }

    // A chain of substitutes may be a ring: then the person themself is as good as anybody.
    private static string StandIn(string id, Organisation organisation, DateOnly today)
    {
        var seen = new HashSet<string> { id };
        for (var member = organisation.FindStaff(id); member?.IsAbsentOn(today) == true;)
        {
            var substitute = member.Absences.First(a => a.From <= today && today <= a.To).Substitute;
            if (substitute is null || !seen.Add(substitute))
                return id;
            (id, member) = (substitute, organisation.FindStaff(substitute));
        }
        return id;
    }

    private static IEnumerable<string> Colleagues(Complaint complaint, Organisation organisation, DateOnly today) => organisation.Staff
        .Where(s => s.Department == complaint.Department && s.Id != complaint.Owner && s.Roles.Contains(Role.Handler) && !s.IsAbsentOn(today))
        .OrderByDescending(s => s.Skills.Contains(complaint.Details.Category)).Select(s => s.Id);
}
