using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Deadlines;

/// <summary>When something must happen to a complaint by itself.</summary>
public static class Timers
{
    /// <summary>The earliest instant at which <see cref="RunTimers"/> has something to do; null = never. Stored beside the
    /// complaint for the worker to claim.</summary>
    public static DateTimeOffset? Next(Complaint complaint, Organisation organisation)
    {
        var clock = BusinessClock.Of(organisation, complaint.Department);
        return complaint.Deadlines.Where(d => d.Pending).Min(d => At(d, complaint, organisation, clock));
    }

    /// <summary>The instant at which this promise needs attention.</summary>
    internal static DateTimeOffset? At(Deadline deadline, Complaint complaint, Organisation organisation, BusinessClock clock)
    {
        var critical = complaint.Severity == Severity.Critical;
        if (deadline.OfStaff)
            return ReminderLadder.Next(deadline, organisation.Ladder, clock, critical);
        // Towards the customer: never at night.
        return Microseconds.Ceiling(deadline.Kind == DeadlineKind.HoldEnd ? deadline.Due : clock.NextLoudInstant(deadline.Due));
    }
}
