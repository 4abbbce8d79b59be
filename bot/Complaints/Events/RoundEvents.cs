using System.Text.Json.Serialization;

namespace Complaints.Events;

/// <summary>The root cause is known.</summary>
public sealed record CauseRecorded(IReadOnlyList<CauseClass> Classes, string Text, IReadOnlyList<string> Whys, string ResponsibleDepartment)
    : ComplaintEvent
{
    /// <summary>The responsible person (distinct from the owner), if named.</summary>
    public string? ResponsiblePerson { get; init; }
}

/// <summary>A measure was added to the plan of <paramref name="Round"/>.</summary>
public sealed record PlanProposed(
    int Round,
    [property: JsonPropertyName("itemId")] string MeasureId,
    string Measure,
    string Owner,
    DateTimeOffset Due,
    bool NeedsApproval
) : ComplaintEvent;

/// <summary>The plan of the round may be carried out.</summary>
public sealed record PlanApproved(int Round) : ComplaintEvent;

/// <summary>A measure is done.</summary>
public sealed record MeasureDone([property: JsonPropertyName("itemId")] string MeasureId, string Text) : ComplaintEvent;

/// <summary>A measure is not needed any more.</summary>
public sealed record MeasureCancelled([property: JsonPropertyName("itemId")] string MeasureId, string Reason) : ComplaintEvent;

/// <summary>The owner reported the result to the customer.</summary>
public sealed record ResultReported(int Round, string Answer) : ComplaintEvent;

/// <summary>The customer was asked whether they are satisfied; <paramref name="Try"/> from 1.</summary>
public sealed record ConfirmationAsked(int Try) : ComplaintEvent;

/// <summary>One customer of several is satisfied; the complaint goes on for the others. <paramref name="Party"/> is the number under
/// which they filed it.</summary>
public sealed record PartySatisfied(string Party, string? Comment) : ComplaintEvent;

/// <summary>Every customer who waited for a result is satisfied: closed.</summary>
public sealed record Satisfied(string? Comment) : ComplaintEvent;

/// <summary>The customer is not satisfied: round n+1 begins with their words.</summary>
public sealed record Unsatisfied(int NewRound, string Reason) : ComplaintEvent
{
    /// <summary>The number of the customer who is not satisfied, where staff recorded their words; null = who said it.</summary>
    public string? Party { get; init; }
}

/// <summary>No answer after the policy's tries: closed without confirmation.</summary>
public sealed record ClosedUnconfirmed(int Tries) : ComplaintEvent;

/// <summary>A manager closed it without agreement.</summary>
public sealed record ClosedUnresolved(string Reason, string Offer) : ComplaintEvent;

/// <summary>It is open again; <paramref name="Count"/> from 1.</summary>
public sealed record Reopened(int Count, string Reason) : ComplaintEvent;
