using Complaints.Calendars;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;

namespace Complaints.Deadlines;

/// <summary>The few things that can be done to the clocks of a complaint, in the words that the rules use.</summary>
internal sealed class DeadlineChange(Complaint complaint, CommandContext context)
{
    private readonly BusinessClock _clock = BusinessClock.Of(context.Organisation, complaint.Department);

    /// <summary>Starts deadlines now with the policy's lengths; a kind that the policy does not know, or that is pending, is left
    /// out.</summary>
    public void Start(params DeadlineKind[] kinds)
    {
        foreach (var kind in kinds)
            Start(kind, responsible: null);
    }

    /// <summary>Starts one now, for a person other than whoever owns the complaint.</summary>
    public void Start(DeadlineKind kind, string? responsible)
    {
        if (complaint.Pending(kind) is null && Lengths.For(kind, complaint, context.Organisation) is var (limit, clock))
            Set(kind, null, limit, clock, _clock.Due(context.Now, limit, clock, [])!.Value, responsible);
    }

    /// <summary>Starts one now for the head of the department.</summary>
    public void StartForHead(DeadlineKind kind) => Start(kind, Rungs.HeadOf(complaint, context));

    /// <summary>Starts one now with a length of its own, on the calendar clock.</summary>
    public void Start(DeadlineKind kind, Duration limit, string? responsible = null)
    {
        if (complaint.Pending(kind) is null)
            Set(kind, null, limit, ClockBase.Calendar, _clock.Due(context.Now, limit, ClockBase.Calendar, [])!.Value, responsible);
    }

    /// <summary>Somebody of quality who may judge it; the head where there is nobody.</summary>
    public string Judge() => Verifiers.Choose(complaint, context, not: []) ?? Rungs.HeadOf(complaint, context);

    /// <summary>Starts one now that ends at a named time.</summary>
    public void StartUntil(DeadlineKind kind, DateTimeOffset due, string? responsible, string? subject = null) =>
        Set(kind, subject, Duration.FromTime(due - context.Now), ClockBase.Calendar, due, responsible);

    /// <summary>So much working time ahead.</summary>
    public DateTimeOffset InWorkingTime(TimeSpan time) => _clock.Due(context.Now, Duration.FromTime(time), ClockBase.Business, [])!.Value;

    /// <summary>A pending one is due at another time.</summary>
    public void Move(DeadlineKind kind, string subject, DateTimeOffset due, string why)
    {
        foreach (var d in Pending(kind, subject))
            complaint.Record(new DeadlineMoved(d.Id, due, why), context);
    }

    /// <summary>The same time some working days ahead.</summary>
    public DateTimeOffset InWorkingDays(int days) => _clock.Due(context.Now, Duration.FromDays(days), ClockBase.Business, [])!.Value;

    /// <summary>The pending ones of a kind were kept; whether in time is judged at the moment their clock stopped.</summary>
    public void Meet(DeadlineKind kind, string? subject = null)
    {
        foreach (var d in Pending(kind, subject))
        {
            var stopped = d.PausedSince ?? context.Now;
            // Done at the very instant it was due is done in time.
            complaint.Record(new DeadlineMet(d.Id, stopped, stopped <= d.Due), context);
        }
    }

    /// <summary>Met, and started again: the next progress message.</summary>
    public void Renew(DeadlineKind kind)
    {
        Meet(kind);
        Start(kind);
    }

    /// <summary>The pending ones of a kind no longer apply.</summary>
    public void Cancel(DeadlineKind kind, string? subject = null)
    {
        foreach (var d in Pending(kind, subject))
            complaint.Record(new DeadlineCancelled(d.Id), context);
    }

    /// <summary>Nothing is promised any more, but for notices to departments, which are not the customer's.</summary>
    public void CancelAll()
    {
        foreach (var d in complaint.Deadlines.Where(d => d.Pending && d.Kind is not DeadlineKind.Rectification).ToList())
            complaint.Record(new DeadlineCancelled(d.Id), context);
    }

    /// <summary>Stops clocks.</summary>
    public void Pause(string why, Func<Deadline, bool> which)
    {
        foreach (var d in complaint.Deadlines.Where(d => d.Pending && d.PausedSince is null && which(d)).ToList())
            complaint.Record(new DeadlinePaused(d.Id, why), context);
    }

    /// <summary>Lets stopped clocks go on with the time that was left.</summary>
    public void Continue(string why, Func<Deadline, bool> which)
    {
        foreach (var d in complaint.Deadlines.Where(d => d is { Pending: true, PausedSince: not null } && which(d)).ToList())
            complaint.Record(new DeadlineMoved(d.Id, DueAfterPause(d), why), context);
    }

    /// <summary>Severity, level or complexity changed: lengths are counted again from the start with the time spent kept; never
    /// earlier than now.</summary>
    public void Recount()
    {
        foreach (var d in complaint.Deadlines.Where(d => d.Pending).ToList())
        {
            if (Lengths.For(d.Kind, complaint, context.Organisation) is not var (limit, clock) || (limit == d.Limit && clock == d.Clock))
                continue;
            var pauses = d.PausesUntil(context.Now);
            var due = _clock.Due(d.Start, limit, clock, pauses)!.Value;
            if (due < context.Now)
            {
                due = context.Now;
                limit = Duration.FromTime(_clock.Elapsed(d.Start, due, clock, pauses));
            }
            var paused = d.PausedSince is not null;
            complaint.Record(new DeadlineMoved(d.Id, due, "graded") { Limit = limit, Clock = clock }, context);
            if (paused)
                complaint.Record(new DeadlinePaused(d.Id, "graded"), context);
        }
        if (complaint.Severity == Severity.Critical)
            Start(DeadlineKind.EmergencyMeasure);
    }

    private DateTimeOffset DueAfterPause(Deadline d) => _clock.Due(d.Start, d.Limit, d.Clock, d.PausesUntil(context.Now))!.Value;

    private List<Deadline> Pending(DeadlineKind kind, string? subject) =>
        [
            .. complaint.Deadlines.Where(d =>
                d.Pending
                && d.Kind == kind
                && (subject is null || d.Id == IdOf(kind, subject) || d.Id.StartsWith(IdOf(kind, subject) + "#", StringComparison.Ordinal))
            ),
        ];

    private void Set(DeadlineKind kind, string? subject, Duration limit, ClockBase clock, DateTimeOffset due, string? responsible)
    {
        var id = IdOf(kind, subject);
        var earlier = complaint.Deadlines.Count(d => d.Id == id || d.Id.StartsWith(id + "#", StringComparison.Ordinal));
        var set = new DeadlineSet(earlier == 0 ? id : $"{id}#{earlier + 1}", kind, context.Now, limit, clock, due, responsible);
        complaint.Record(set, context);
        if (complaint.Hold?.Reason == HoldReason.WaitingCustomer && complaint.Deadlines[^1].PausesForCustomer)
            complaint.Record(new DeadlinePaused(set.Id, "waitingCustomer"), context);
    }

    private static string IdOf(DeadlineKind kind, string? subject)
    {
        var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
        return subject is null ? name : $"{name}:{subject}";
    }
}
