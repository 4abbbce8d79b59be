using Complaints.Intake;
using Complaints.Organisations;

namespace Complaints.Events;

/// <summary>A complaint (or inquiry, order question, praise) was filed; the verbatim words are kept for good.</summary>
public sealed record Received(RecordKind Kind, Complainant Complainant, ComplaintDetails Details, Severity Severity, string SeverityReason)
    : ComplaintEvent
{
    /// <summary>The member of staff who logged it for the customer; null when the customer filed it.</summary>
    public string? LoggedBy { get; init; }

    /// <summary>Hash of the secret follow-up code of an anonymous complaint.</summary>
    public string? FollowUpCodeHash { get; init; }
}

/// <summary>The customer (or staff for them) added words or files.</summary>
public sealed record InformationAdded(string Text, IReadOnlyList<Evidence> Files, bool ByCustomer) : ComplaintEvent
{
    /// <summary>What the words were taken for; null when nobody said.</summary>
    public SaidAs? As { get; init; }
}

/// <summary>Facts were put right after filing, or told that were missing; the words that did it are kept. What is null in the facts
/// stays as it was.</summary>
public sealed record FactsCorrected(CorrectedFacts Facts, string Text, bool ByCustomer) : ComplaintEvent
{
    /// <summary>True when something that was filed was wrong; false when it was only missing.</summary>
    public bool Replaces { get; init; }
}

/// <summary>The customer took it back.</summary>
public sealed record Withdrawn(string? Reason) : ComplaintEvent;

/// <summary>Quality refused it; the customer is told why and how to appeal.</summary>
public sealed record NotAccepted(string Reason) : ComplaintEvent;

/// <summary>It goes on as part of another complaint.</summary>
public sealed record MergedInto(string Ticket) : ComplaintEvent;

/// <summary>Another complaint was merged into this one; its customer stays a party who is answered.</summary>
public sealed record Joined(string Ticket, Complainant Complainant) : ComplaintEvent;

/// <summary>An earlier complaint seems to be about the same.</summary>
public sealed record Linked(string Ticket, LinkKind Kind) : ComplaintEvent
{
    /// <summary>The cause of the earlier one, shown with a recurrence.</summary>
    public string? Cause { get; init; }

    /// <summary>The measure of the earlier one, shown with a recurrence.</summary>
    public string? Measure { get; init; }
}

/// <summary>How two complaints belong together.</summary>
public enum LinkKind
{
    /// <summary>Same customer, same thing, within the policy's window.</summary>
    Duplicate,

    /// <summary>A new contact after the reopening window of a closed one.</summary>
    FollowsUp,

    /// <summary>The same problem again: same category and product or place, or same cause.</summary>
    Recurrence,

    /// <summary>One of many similar complaints of many customers within a short time; they are one emergency.</summary>
    Burst,
}
