using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.FollowUp;

/// <summary>When the next reminder of a promise comes (procedure.md §6): at shares of the time, at the deadline, then every so
/// often, and at each escalation.
/// The overdue part counts the same hours as the promise, so that nobody is chased at night for a business deadline.</summary>
public static class ReminderLadder
{
    /// <summary>The next moment after the last reminder, quiet hours respected unless <paramref name="critical"/>; null when there
    /// is none (met, paused).</summary>
    public static DateTimeOffset? Next(Deadline deadline, Ladder ladder, BusinessClock clock, bool critical)
    {
        if (!deadline.Pending || deadline.PausedSince is not null)
            return null;
        var after = deadline.LastReminded ?? deadline.Start;
        DateTimeOffset? next = null;
        void Candidate(DateTimeOffset? at)
        {
            // The last reminder is known to the microsecond: a moment between two of them would come again and again.
            if (at is { } exact && Microseconds.Ceiling(exact) is var moment && moment > after && (next is null || moment < next))
                next = moment;
        }

        var length = clock.Length(deadline.Limit, deadline.Clock, deadline.Start);
        foreach (var share in ladder.BeforeDue)
        {
            // A snoozed promise is quiet until then; what fell into the snooze comes once, at its end.
            var at = clock.Due(deadline.Start, length * share, deadline.Clock, deadline.Pauses);
            if (at < deadline.Due)
                Candidate(deadline.SnoozedUntil is { } until && at < until ? until : at);
        }
        if (deadline.SnoozedUntil is { } snoozed && snoozed < deadline.Due)
        {
            next = null;
            Candidate(snoozed > after ? snoozed : null);
            foreach (var share in ladder.BeforeDue)
                Candidate(
                    clock.Due(deadline.Start, length * share, deadline.Clock, deadline.Pauses) is { } at
                    && at > snoozed
                    && at < deadline.Due
                        ? at
                        : null
                );
        }
        Candidate(deadline.Due);
        if (deadline.Kind != DeadlineKind.Accept)
            Overdue(deadline, ladder, clock, after, Candidate);
        return next is { } found && !critical ? clock.NextLoudInstant(found) : next;
    }

    /// <summary>Who is told at <paramref name="now"/>: the owner before the deadline; at it and after it what the ladder says,
    /// growing with the lateness.</summary>
    public static IReadOnlyList<Rung> RungsAt(Deadline deadline, Ladder ladder, BusinessClock clock, DateTimeOffset now, bool critical)
    {
        if (now < deadline.Due)
            return [Rung.Owner];
        var late = clock.Elapsed(deadline.Due, now, deadline.Clock, []);
        var escalated = ladder.EscalateAfter.Where(e => late >= clock.Length(e.Overdue, deadline.Clock)).Select(e => e.To);
        // Any broken promise of a critical complaint reaches the executive (requirements.md §2.6, E3).
        return [.. ladder.AtDue.Concat(escalated).Concat(critical ? [Rung.Executive] : []).Distinct()];
    }

    private static void Overdue(
        Deadline deadline,
        Ladder ladder,
        BusinessClock clock,
        DateTimeOffset after,
        Action<DateTimeOffset?> candidate
    )
    {
        var from = deadline.Due;
        var every = clock.Length(ladder.OverdueEvery, deadline.Clock);
        if (every > TimeSpan.Zero)
        {
            var passed = after <= from ? TimeSpan.Zero : clock.Elapsed(from, after, deadline.Clock, []);
            candidate(clock.Due(from, every * (Math.Floor(passed / every) + 1), deadline.Clock, []));
        }
        foreach (var step in ladder.EscalateAfter)
            candidate(clock.Due(from, clock.Length(step.Overdue, deadline.Clock), deadline.Clock, []));
    }
}
