using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Deadlines;

/// <summary>When the next reminder of a deadline comes (docs/procedure.md §6): at shares of the time, at the deadline, then every so
/// often, and at each escalation. The overdue part counts the same hours as the deadline itself, so that nobody is chased at night
/// for a business deadline.</summary>
public static class ReminderLadder
{
    /// <summary>The next moment after the last reminder, quiet hours respected unless <paramref name="critical"/>; null when there
    /// is none (met, paused).</summary>
    public static DateTimeOffset? Next(Deadline deadline, Ladder ladder, BusinessClock clock, bool critical)
    {
        if (!deadline.Pending || deadline.PausedSince is not null)
            return null;
        // The last reminder is known to the microsecond: a moment between two of them would come again and again.
        var after = deadline.LastReminded ?? deadline.Start;
        var next = Moments(deadline, ladder, clock, after)
            .Select(Microseconds.Ceiling)
            .Where(at => at > after)
            .Min(at => (DateTimeOffset?)at);
        return next is { } moment && !critical ? clock.NextLoudInstant(moment) : next;
    }

    /// <summary>Who is told at <paramref name="now"/>: the owner before the deadline; at it and after it what the ladder says,
    /// growing with the lateness.</summary>
    public static IReadOnlyList<Rung> RungsAt(Deadline deadline, Ladder ladder, BusinessClock clock, DateTimeOffset now, bool critical)
    {
        if (now < deadline.Due)
            return [Rung.Owner];
        var late = clock.Elapsed(deadline.Due, now, deadline.Clock, []);
        var escalated = ladder.EscalateAfter.Where(e => late >= clock.Length(e.Overdue, deadline.Clock)).Select(e => e.To);
        // Any broken promise of a critical complaint reaches the executive (docs/procedure.md §6).
        return [.. ladder.AtDue.Concat(escalated).Concat(critical ? [Rung.Executive] : []).Distinct()];
    }

    // Every rung once, in no order: the shares of the time, the end of a snooze, the deadline, and how late it is. Of the repeated
    // ones only the first after the last reminder.
    private static IEnumerable<DateTimeOffset> Moments(Deadline deadline, Ladder ladder, BusinessClock clock, DateTimeOffset after)
    {
        var (due, quiet) = (deadline.Due, deadline.SnoozedUntil);
        var length = clock.Length(deadline.Limit, deadline.Clock, deadline.Start);
        foreach (var share in ladder.BeforeDue)
        {
            // What falls into a snooze comes once, at its end.
            if (clock.Due(deadline.Start, length * share, deadline.Clock, deadline.Pauses) is { } at && at < due && !(at <= quiet))
                yield return at;
        }
        if (quiet < due)
            yield return quiet.Value;
        yield return due;
        // Nobody is chased to accept what has gone to the next person.
        if (deadline.Kind == DeadlineKind.Accept)
            yield break;
        var every = clock.Length(ladder.OverdueEvery, deadline.Clock);
        if (every > TimeSpan.Zero)
        {
            var passed = after <= due ? TimeSpan.Zero : clock.Elapsed(due, after, deadline.Clock, []);
            yield return clock.Due(due, every * (Math.Floor(passed / every) + 1), deadline.Clock, [])!.Value;
        }
        foreach (var step in ladder.EscalateAfter)
            yield return clock.Due(due, clock.Length(step.Overdue, deadline.Clock), deadline.Clock, [])!.Value;
    }
}
