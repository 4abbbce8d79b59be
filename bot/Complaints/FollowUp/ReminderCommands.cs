using Complaints.Calendars;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.FollowUp;

/// <summary>A manager gives more time, with a reason; the customer is told. <paramref name="Deadline"/> is a deadline's id, default
/// the result's.</summary>
public sealed record Extend(DateTimeOffset Until, string Reason, string? Deadline = null) : Command
{
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
            new DeadlineMoved(deadline.Id, Until, "extended")
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
    /// <summary>How often one promise may be snoozed (requirements.md §2.6).</summary>
    public const int Most = 3;

    /// <inheritdoc/>
    public override string Verb => Verbs.Snooze;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var mine = complaint.PendingOfStaff.Where(d => d.PausedSince is null && d.Due > context.Now);
        var deadline = Deadline is null ? mine.FirstOrDefault() : mine.FirstOrDefault(d => d.Id == Deadline);
        if (deadline is null)
            return new Refusal("nothingToSnooze");
        if (deadline.Snoozes >= Most)
            return Refusal.Of("snoozedOften", "most", Most);
        if (deadline.Snoozes > 0 && string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (For <= TimeSpan.Zero)
            return Refusal.Missing("for");
        var longest = context.Organisation.Ladder.MaxSnooze.ToTimeSpan();
        var until = context.Now + (For < longest ? For : longest);
        complaint.Record(new Snoozed(deadline.Id, until < deadline.Due ? until : deadline.Due, Reason), context);
        return Outcome.Done;
    }
}

/// <summary>A person brings it to the next level: department head, quality, executive.</summary>
public sealed record Escalate(string? Reason = null) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Escalate;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (complaint.EscalationLevel >= 3)
            return new Refusal("highestLevel");
        var level = complaint.EscalationLevel + 1;
        Rung[] rungs = [Rung.DepartmentManager, Rung.Quality, Rung.Executive];
        complaint.Record(new Escalated(level, Reason ?? "", Rungs.People(rungs[level - 1], complaint, null, context)), context);
        return Outcome.Done;
    }
}
