using Complaints.Organisations;

namespace Complaints.Deadlines;

/// <summary>What was promised (docs/procedure.md §5).</summary>
public enum DeadlineKind
{
    /// <summary>The owner accepts or declines.</summary>
    Accept,

    /// <summary>A person writes to the customer for the first time.</summary>
    FirstResponse,

    /// <summary>Emergency measure in place. 紧急对策</summary>
    EmergencyMeasure,

    /// <summary>Somebody is on site. 上门</summary>
    OnSite,

    /// <summary>Root cause found.</summary>
    Cause,

    /// <summary>Plan proposed.</summary>
    Plan,

    /// <summary>A department of the panel gives its part.</summary>
    Part,

    /// <summary>One measure of the plan done.</summary>
    Measure,

    /// <summary>The customer hears of progress.</summary>
    Progress,

    /// <summary>Result reported.</summary>
    Resolve,

    /// <summary>The end of a hold that was agreed.</summary>
    HoldEnd,

    /// <summary>A customer without a chat is called.</summary>
    Call,

    /// <summary>The customer says whether they are satisfied; the bot asks again and closes.</summary>
    Confirmation,

    /// <summary>The survey is sent, reminded, expires.</summary>
    Survey,

    /// <summary>The department head calls after a low score.</summary>
    Recovery,

    /// <summary>Case report signed. 案例报告</summary>
    CaseReport,

    /// <summary>A closed complaint that was drawn for it is inspected. 抽查</summary>
    Inspection,

    /// <summary>Rectification answered by the department, or its answer judged by quality. 整改</summary>
    Rectification,

    /// <summary>The preventive measure is judged at the end of its watch. 效果跟踪</summary>
    Effectiveness,
}

/// <summary>Why a reminder is sent at this moment.</summary>
public enum ReminderMoment
{
    /// <summary>A share of the time is used.</summary>
    BeforeDue,

    /// <summary>The time is up.</summary>
    AtDue,

    /// <summary>It is late.</summary>
    Overdue,
}

/// <summary>A promise with a time and a person's name on it. Built by folding events; due times change only by events.</summary>
public sealed record Deadline
{
    /// <summary>Unique within the complaint.</summary>
    public required string Id { get; init; }

    /// <summary>True when it is about the measure, part or notice with this id.</summary>
    public bool IsAbout(string subject) => Subject == subject;

    /// <summary>The id of the measure, part, call or notice that it is about; "" when it is about the complaint itself.</summary>
    public string Subject => Id.Split(':', '#') is [_, var own, ..] && Id.Contains(':', StringComparison.Ordinal) ? own : "";

    /// <summary>What was promised.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>When its clock started.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Counted length.</summary>
    public required Duration Limit { get; init; }

    /// <summary>The hours it counts.</summary>
    public required ClockBase Clock { get; init; }

    /// <summary>When it must be met. While paused: where it stood before the pause.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>An aadObjectId, or null for the owner at the time.</summary>
    public string? Responsible { get; init; }

    /// <summary>Since when its clock stands still; null when it runs.</summary>
    public DateTimeOffset? PausedSince { get; init; }

    /// <summary>Ended pauses, in order.</summary>
    public IReadOnlyList<Calendars.Pause> Pauses { get; init; } = [];

    /// <summary>All pauses; one that is still open counts as ended at <paramref name="now"/>.</summary>
    public IReadOnlyList<Calendars.Pause> PausesUntil(DateTimeOffset now) =>
        PausedSince is { } since ? [.. Pauses, new(since, now)] : Pauses;

    /// <summary>When it was met or cancelled; null while pending.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True met in time, false met late, null pending or cancelled.</summary>
    public bool? InTime { get; init; }

    /// <summary>Rungs of the ladder that were taken.</summary>
    public int Steps { get; init; }

    /// <summary>When the last rung was taken.</summary>
    public DateTimeOffset? LastReminded { get; init; }

    /// <summary>No reminders before this time.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>How often it was snoozed.</summary>
    public int Snoozes { get; init; }

    /// <summary>True while it must still be met.</summary>
    public bool Pending => EndedAt is null;

    /// <summary>True when pending, running and past due at <paramref name="now"/>.</summary>
    public bool IsOverdue(DateTimeOffset now) => Pending && PausedSince is null && Due < now;

    /// <summary>True for promises that staff keep. The others are timers of the bot towards the customer.</summary>
    public bool OfStaff => Kind is not (DeadlineKind.Confirmation or DeadlineKind.Survey or DeadlineKind.HoldEnd);

    /// <summary>True for the clocks that waiting for the customer stops (docs/procedure.md §5).</summary>
    public bool PausesForCustomer => Kind is DeadlineKind.Cause or DeadlineKind.Plan or DeadlineKind.Resolve or DeadlineKind.Measure;
}
