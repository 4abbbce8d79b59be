using Complaints.Events;
using Complaints.FollowUp;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>Finds the owner of a complaint (procedure.md §4). Nothing is ever without an answerable person: when nobody fits, the department's head answers for the queue.</summary>
internal static class OwnerFinder
{
    /// <summary>Records the assignment to the best person who has not declined, then to the head, then to the queue.</summary>
    public static void Assign(Complaint complaint, CommandContext context)
    {
        var organisation = context.Organisation;
        var department = DepartmentFor(complaint, organisation);
        var best = Candidates(complaint, department, context).FirstOrDefault();
        var head = organisation.FindStaff(Rungs.HeadOf(department, complaint, context));
        if (best is not null)
            complaint.Record(new Assigned(department, best.Id, best.Name, Reasons(best, complaint, context)), context);
        else if (head is not null && !complaint.DeclinedBy.Contains(head.Id) && !head.IsAbsentOn(context.Today))
            complaint.Record(new Assigned(department, head.Id, head.Name, ["head"]), context);
        else
            complaint.Record(new Queued(department, head?.Id ?? organisation.FindDepartment(department)!.Manager), context);
    }

    /// <summary>After reopening: the same owner, unless absent, gone or (after an appeal) none yet.</summary>
    public static void EnsureAnswerable(Complaint complaint, CommandContext context)
    {
        var owner = context.Organisation.FindStaff(complaint.Owner);
        if (owner is null || owner.IsAbsentOn(context.Today))
            Assign(complaint, context);
    }

    private static string DepartmentFor(Complaint complaint, Organisation organisation) => complaint.Department ?? complaint.Kind switch
    {
        RecordKind.Inquiry => organisation.Inquiries.PreSale,
        RecordKind.OrderQuestion => organisation.Inquiries.Order,
        RecordKind.Praise or RecordKind.Suggestion => organisation.Inquiries.Praise,
        _ => (organisation.FindCategory(complaint.Details.Category) ?? organisation.OtherCategory).Department,
    };

    // Fit first (skill, language, seniority where it matters), then the least loaded; a tie goes past managers to whoever waited longest.
    private static IEnumerable<StaffMember> Candidates(Complaint complaint, string department, CommandContext context) => context.Organisation.Staff
        .Where(s => s.Department == department && s.Roles.Contains(Role.Handler) && !s.IsAbsentOn(context.Today)
            && Load(s, context) < s.Capacity && !complaint.DeclinedBy.Contains(s.Id)
            && !Relations.IsConflicted(s.Id, complaint, context.Organisation))
        .OrderByDescending(s => s.Skills.Contains(complaint.Details.Category))
        .ThenByDescending(s => Speaks(s, complaint))
        .ThenByDescending(s => s.Senior && NeedsSenior(complaint))
        .ThenBy(s => Load(s, context))
        .ThenBy(s => s.Roles.Contains(Role.Manager))
        .ThenBy(s => context.Workload.LastAssigned.TryGetValue(s.Id, out var at) ? at : DateTimeOffset.MinValue)
        .ThenBy(s => s.Id, StringComparer.Ordinal);

    private static List<string> Reasons(StaffMember member, Complaint complaint, CommandContext context)
    {
        List<string> reasons = [];
        if (member.Skills.Contains(complaint.Details.Category))
            reasons.Add("skill");
        if (Speaks(member, complaint))
            reasons.Add("language");
        if (member.Senior && NeedsSenior(complaint))
            reasons.Add("senior");
        reasons.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"load:{Load(member, context)}"));
        return reasons;
    }

    private static int Load(StaffMember member, CommandContext context) => context.Workload.Open.GetValueOrDefault(member.Id);

    private static bool Speaks(StaffMember member, Complaint complaint) =>
        member.Languages.Count == 0 || member.Languages.Contains(complaint.Complainant.Language);

    private static bool NeedsSenior(Complaint complaint) => complaint.Severity >= Severity.High || complaint.Complainant.Level != "standard";
}
