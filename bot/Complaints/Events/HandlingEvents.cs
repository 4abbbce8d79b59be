using Complaints.Organisations;

namespace Complaints.Events;

/// <summary>It has an owner. <paramref name="Reasons"/> say why this one: skill, language, load, hand-over, a person's choice.</summary>
public sealed record Assigned(string Department, string Owner, string OwnerName, IReadOnlyList<string> Reasons) : ComplaintEvent;

/// <summary>Nobody fits just now: it waits in the department's queue and <paramref name="Answerable"/> answers for it.</summary>
public sealed record Queued(string Department, string Answerable) : ComplaintEvent;

/// <summary>What somebody who left still owed of it, by the id of its deadline, is now another's.</summary>
public sealed record TaskHandedOver(string Deadline, string From, string To) : ComplaintEvent;

/// <summary>The owner took it on.</summary>
public sealed record Accepted : ComplaintEvent;

/// <summary>The owner gave it back, or did not accept in time (<paramref name="Reason"/> "notAcceptedInTime").</summary>
public sealed record Declined(string Owner, string Reason) : ComplaintEvent;

/// <summary>A member of staff looked at the files of a complaint: who and when stand beside the event.</summary>
/// <param name="Files">Ids of the files that there were to see.</param>
public sealed record EvidenceSeen(IReadOnlyList<string> Files) : ComplaintEvent;

/// <summary>An inner note; the customer does not see it.</summary>
public sealed record Noted(string Text) : ComplaintEvent
{
    /// <summary>Files that staff attached as evidence.</summary>
    public IReadOnlyList<Intake.Evidence> Files { get; init; } = [];
}

/// <summary>The note of that version was taken back at once by whoever wrote it.</summary>
public sealed record NoteTakenBack(int NoteVersion) : ComplaintEvent;

/// <summary>A person told the customer something (progress, question, answer): the human first response and the progress clock look
/// at this.</summary>
public sealed record CustomerTold(string Text) : ComplaintEvent
{
    /// <summary>True when a call reached them.</summary>
    public bool ByPhone { get; init; }

    /// <summary>Ids of the files that were sent with it; null = none.</summary>
    public IReadOnlyList<string>? Files { get; init; }
}

/// <summary>A customer without a chat is to be called; nobody was told yet.</summary>
public sealed record CallAsked(string CallId, string Party, Calls.CallAbout About, string Text) : ComplaintEvent;

/// <summary>The call was taken back at once by whoever asked for it; nobody had rung.</summary>
public sealed record CallTakenBack(string CallId) : ComplaintEvent;

/// <summary>What came of a call. <paramref name="Next"/> is the time that the customer named.</summary>
public sealed record CallReported(string CallId, Calls.CallOutcome Outcome, string? Text, DateTimeOffset? Next) : ComplaintEvent;

/// <summary>Severity, customer level or complexity was set by a person, with a reason.</summary>
public sealed record Graded(Severity Severity, string Reason) : ComplaintEvent
{
    /// <summary>A new customer level, when changed.</summary>
    public string? CustomerLevel { get; init; }

    /// <summary>True when the case needs several departments and the longer clock; null = unchanged.</summary>
    public bool? Complex { get; init; }
}

/// <summary>A person corrected the category; the understanding learns from it.</summary>
public sealed record Categorised(string Category) : ComplaintEvent;

/// <summary>It is an emergency (突发事件): the named people are told at once.</summary>
public sealed record EmergencyDeclared(string Reason, IReadOnlyList<string> Told) : ComplaintEvent;

/// <summary>The emergency measure (紧急对策) is in place.</summary>
public sealed record EmergencyMeasureTaken(string Measure) : ComplaintEvent;

/// <summary>Somebody arrived on site.</summary>
public sealed record ArrivedOnSite(string Text) : ComplaintEvent;

/// <summary>A complex case: a department is asked for its part of the work by a time; <paramref name="Responsible"/> (aadObjectId)
/// answers for it.</summary>
public sealed record PartAsked(string PartId, string Department, string Responsible, string Text, DateTimeOffset Due) : ComplaintEvent;

/// <summary>The department gave its part.</summary>
public sealed record PartAnswered(string PartId, string Text) : ComplaintEvent;

/// <summary>The work waits.</summary>
public sealed record Held(HoldReason Reason, string? Question, DateTimeOffset? Until) : ComplaintEvent;

/// <summary>The work goes on.</summary>
public sealed record Resumed(string Why) : ComplaintEvent;
