using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Surveys;

/// <summary>Who makes a return visit: never an owner, present or former, nobody who verified it, nobody whom it accuses or of their
/// line (docs/procedure.md §7).</summary>
public static class Visitors
{
    /// <summary>Somebody of quality, else of the frontline, one who is there before one who is away; null when nobody may. By the ticket
    /// number, so that the work spreads.</summary>
    public static string? Choose(Complaint complaint, CommandContext context)
    {
        var organisation = context.Organisation;
        foreach (var role in new[] { Role.Quality, Role.Frontline })
        {
            var may = organisation.StaffWith(role).Where(s => May(s.Id, complaint, organisation)).ToList();
            var there = may.Where(s => !context.Attendance.IsAbsent(s)).ToList();
            var among = there.Count > 0 ? there : may;
            if (among.Count > 0)
                return among[complaint.Ticket.Sum(c => c) % among.Count].Id;
        }
        return null;
    }

    private static bool May(string staffId, Complaint complaint, Organisation organisation) =>
        complaint.Owner != staffId
        && !complaint.HandledBy.Contains(staffId)
        && !Relations.IsConflicted(staffId, complaint, organisation)
        && !complaint.History.Any(e => e.By.Id == staffId && e.Event is Inspected or RectificationJudged);
}
