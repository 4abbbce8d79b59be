using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Deadlines;

/// <summary>Why a promise falls due when it does, from the same function that set it: counting again gives the same instant.</summary>
public static class DueReason
{
    /// <summary>What was counted; null when the calendar of the organisation has changed since the time was promised: the promise
    /// stays, the counting cannot be repeated.
    /// While its clock stands still, what is counted until now.</summary>
    public static DueExplanation? Of(Deadline deadline, Complaint complaint, Organisation organisation)
    {
        IReadOnlyList<Pause> pauses = deadline.PausedSince is { } since ? [.. deadline.Pauses, new(since, null)] : deadline.Pauses;
        var explained = BusinessClock
            .Of(organisation, complaint.Department)
            .Explain(deadline.Start, deadline.Limit, deadline.Clock, pauses);
        return deadline.PausedSince is not null || explained.Due == deadline.Due ? explained : null;
    }
}
