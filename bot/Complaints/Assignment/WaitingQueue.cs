using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>A complaint that waits for an owner.</summary>
public sealed record Waiting(string Ticket, AssignmentQuestion Question, DateTimeOffset Since);

/// <summary>The queue of complaints without an owner: first in, first out.</summary>
public static class WaitingQueue
{
    /// <summary>What a person who has become free gets next: the one that has waited longest among those they may own; null when
    /// there is none.</summary>
    public static Waiting? NextFor(
        StaffMember person,
        IEnumerable<Waiting> queue,
        Attendance attendance,
        IReadOnlyDictionary<string, Workload> loads
    )
    {
        return queue
            .OrderBy(w => w.Since)
            .ThenBy(w => w.Ticket, StringComparer.Ordinal)
            .FirstOrDefault(w =>
            {
                var suitability = new Suitability(w.Question, attendance, loads);
                return suitability.Handlers.Contains(person) && suitability.RulesOut(person) is null;
            });
    }
}
