using Complaints.Deadlines;
using Complaints.Organisations;

namespace Complaints.Events;

/// <summary>A promise with a time and a name. The counted length and clock are kept, so that a changed organisation file never
/// moves it silently.</summary>
/// <param name="Id">Unique within the complaint: the kind, and a number when there are several.</param>
/// <param name="Limit">Counted time on <paramref name="Clock"/> after the customer level's factor; months and days as in the policy
/// when no factor applied.</param>
/// <param name="Responsible">An aadObjectId, or null for whoever owns the complaint at the time.</param>
public sealed record DeadlineSet(
    string Id,
    DeadlineKind Kind,
    DateTimeOffset Start,
    Duration Limit,
    ClockBase Clock,
    DateTimeOffset Due,
    string? Responsible
) : ComplaintEvent;

/// <summary>The clock of a deadline stands still until it is moved.</summary>
public sealed record DeadlinePaused(string Id, string Why) : ComplaintEvent;

/// <summary>A deadline has a new due time: after a pause, an extension by a manager, a new grade, a new promise.</summary>
public sealed record DeadlineMoved(string Id, DateTimeOffset Due, string Why) : ComplaintEvent
{
    /// <summary>The counted length from now on, when an extension or a new grade changed it.</summary>
    public Duration? Limit { get; init; }

    /// <summary>The clock from now on, when a new grade changed it.</summary>
    public ClockBase? Clock { get; init; }

    /// <summary>The reason a person gave.</summary>
    public string? Reason { get; init; }
}

/// <summary>Somebody who works on it asked <paramref name="Head"/> (aadObjectId) for more time for the result.</summary>
public sealed record ExtensionAsked(DateTimeOffset Until, string Reason, string Head) : ComplaintEvent;

/// <summary>The wish for more time was not granted.</summary>
public sealed record ExtensionDeclined : ComplaintEvent;

/// <summary>The promise was kept, or kept late.</summary>
public sealed record DeadlineMet(string Id, DateTimeOffset StoppedAt, bool InTime) : ComplaintEvent;

/// <summary>The promise no longer applies.</summary>
public sealed record DeadlineCancelled(string Id) : ComplaintEvent;

/// <summary>The ladder reminded people of a deadline. <paramref name="Step"/> counts the rungs from 1; <paramref name="To"/> are
/// aadObjectIds.</summary>
public sealed record Reminded(string Id, int Step, ReminderMoment Moment, IReadOnlyList<string> To) : ComplaintEvent;

/// <summary>The reminded person asked to be left alone until a time before the deadline.</summary>
public sealed record Snoozed(string Id, DateTimeOffset Until, string? Reason) : ComplaintEvent;

/// <summary>A snooze was taken back at once: the reminder comes as before, at the end of an earlier snooze if there was one.</summary>
public sealed record SnoozeTakenBack(string Id, DateTimeOffset? Until) : ComplaintEvent;

/// <summary>A person brought it to the next level.</summary>
public sealed record Escalated(int Level, string Reason, IReadOnlyList<string> To) : ComplaintEvent;
