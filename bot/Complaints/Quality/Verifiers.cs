using System.Security.Cryptography;
using System.Text;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Quality;

/// <summary>Who of the quality department looks at a complaint: owner, verifier and return-visitor of one complaint are different
/// people (docs/procedure.md §11).</summary>
public static class Verifiers
{
    /// <summary>A person of quality who may verify, one there today before one who is away; null when the organisation has none.
    /// By the ticket number, so that the same complaint always comes to the same person and the work spreads.</summary>
    public static string? Choose(Complaint complaint, CommandContext context, IReadOnlyList<string?> not)
    {
        var may = context
            .Organisation.StaffWith(Role.Quality)
            .Where(s => !not.Contains(s.Id) && !Relations.IsConflicted(s.Id, complaint, context.Organisation))
            .ToList();
        var free = may.Where(s => TakesNoOtherPart(s.Id, complaint)).ToList();
        var there = (free.Count > 0 ? free : may).OrderBy(s => context.Attendance.IsAbsent(s)).ToList();
        var present = Math.Max(1, there.Count(s => !context.Attendance.IsAbsent(s)));
        return there.Count == 0 ? null : there[(int)(Draw(complaint.Ticket) % (uint)present)].Id;
    }

    /// <summary>True when somebody has neither handled it nor asked the customer how it went.</summary>
    public static bool TakesNoOtherPart(string staffId, Complaint complaint)
    {
        return complaint.Owner != staffId
            && !complaint.HandledBy.Contains(staffId)
            && !complaint.History.Any(e => e.By.Id == staffId && e.Event is Events.VisitRecorded);
    }

    // Evenly spread and the same on every machine.
    private static uint Draw(string ticket) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(ticket + "/verifier")));
}
