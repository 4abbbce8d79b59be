using Complaints.Calendars;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Deadlines;

/// <summary>A manager gives more time, with a reason; the customer is told. <paramref name="Deadline"/> is a deadline's id, default
/// the result's.</summary>
public sealed record Extend(DateTimeOffset Until, string Reason, string? Deadline = null) : Command
{
    /// <summary>Why its deadline moved, as the event says.</summary>
    internal const string Why = "extended";

    /// <inheritdoc/>
    public override string Verb => Verbs.Extend;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        var deadline = Deadline is null
            ? complaint.Pending(DeadlineKind.Resolve)
            : complaint.Deadlines.LastOrDefault(d => d.Id == Deadline && d.Pending);
        if (deadline is null)
            return new Refusal("noDeadline");
        if (Until <= context.Now || Until <= deadline.Due)
            return Refusal.Of("notLater", "due", deadline.Due);
        var clock = BusinessClock.Of(context.Organisation, complaint.Department);
        complaint.Record(
            new DeadlineMoved(deadline.Id, Until, Why)
            {
                Reason = Reason,
                Limit = Duration.FromTime(clock.Elapsed(deadline.Start, Until, deadline.Clock, deadline.PausesUntil(context.Now))),
            },
            context
        );
        // More time does not end the waiting.
        if (deadline.PausedSince is not null)
            complaint.Record(new DeadlinePaused(deadline.Id, "extended"), context);
        return Outcome.Done;
    }
}

/// <summary>Remind me later: bounded by the policy, never past the deadline, at most three times for one promise, from the second
/// with a reason.</summary>
public sealed record Snooze(TimeSpan For, string? Reason = null, string? Deadline = null) : Command
{
    /// <summary>How often one promise may be snoozed (docs/procedure.md §6).</summary>
    public const int Most = 3;

    /// <inheritdoc/>
    public override string Verb => Verbs.Snooze;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var situation = context.Before(complaint);
        if (Open(situation).FirstOrDefault(d => Deadline is null || d.Id == Deadline) is not { } deadline)
            return Running(situation).Any(d => d.Id == Deadline)
                ? Refusal.Of("snoozedOften", "most", Most)
                : new Refusal("nothingToSnooze");
        if (deadline.Snoozes > 0 && string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (For <= TimeSpan.Zero)
            return Refusal.Missing("for");
        var longest = context.Organisation.Ladder.MaxSnooze.ToTimeSpan();
        var until = context.Now + (For < longest ? For : longest);
        complaint.Record(new Snoozed(deadline.Id, until < deadline.Due ? until : deadline.Due, Reason), context);
        return Outcome.Done;
    }

    /// <summary>The deadlines of staff that run and are still to come, the earliest first.</summary>
    internal static IEnumerable<Deadline> Running(Situation s) =>
        s.Complaint.PendingOfStaff.Where(d => d.PausedSince is null && d.Due > s.Now);

    /// <summary>Those that may be snoozed once more.</summary>
    public static IEnumerable<Deadline> Open(Situation s) => Running(s).Where(d => d.Snoozes < Most);
}

/// <summary>A person brings it to the next level: department head, quality, executive.</summary>
public sealed record Escalate(string? Reason = null) : Command
{
    private static readonly Rung[] Levels = [Rung.DepartmentManager, Rung.Quality, Rung.Executive];

    /// <summary>The last level.</summary>
    internal static int Highest => Levels.Length;

    /// <inheritdoc/>
    public override string Verb => Verbs.Escalate;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var level = complaint.EscalationLevel + 1;
        // Who brings it higher is not higher: with a head who does it, it goes on to the next.
        while (level < Highest && Rungs.People(Levels[level - 1], complaint, null, context).All(p => p == context.By.Id))
            level++;
        complaint.Record(new Escalated(level, Reason ?? "", Rungs.People(Levels[level - 1], complaint, null, context)), context);
        return Outcome.Done;
    }
}
