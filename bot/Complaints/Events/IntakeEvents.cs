using Complaints.Intake;
using Complaints.Organisations;

namespace Complaints.Events;

/// <summary>A complaint (or inquiry, order question, praise) was filed; the verbatim words are kept for good.</summary>
public sealed record Received(RecordKind Kind, Complainant Complainant, ComplaintDetails Details, Severity Severity, string SeverityReason)
    : ComplaintEvent
{
    /// <summary>The member of staff who logged it for the customer; null when the customer filed it.</summary>
    public string? LoggedBy { get; init; }

    /// <summary>Hash of the secret follow-up code that the customer was told with the number.</summary>
    public string? FollowUpCodeHash { get; init; }
}

/// <summary>The customer (or staff for them) added words or files.</summary>
public sealed record InformationAdded(string Text, IReadOnlyList<Evidence> Files, bool ByCustomer) : ComplaintEvent
{
    /// <summary>What the words were taken for; null when nobody said.</summary>
    public SaidAs? As { get; init; }

    /// <summary>True when they wish that nobody concerned learns who complained; null = they do not say.</summary>
    public bool? NotNamed { get; init; }
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

/// <summary>One customer of several took their share back; the complaint goes on for the others. <paramref name="Party"/> is the
/// number under which they filed it.</summary>
public sealed record PartyWithdrew(string Party, string? Reason) : ComplaintEvent;

/// <summary>A customer whose share had ended wants it to go on while the complaint is still open for others.</summary>
public sealed record PartyReturned(string Party, string Reason) : ComplaintEvent;

/// <summary>It goes on as part of another complaint.</summary>
public sealed record MergedInto(string Ticket) : ComplaintEvent
{
    /// <summary>True when both were filed by one customer: they may read the other number, which is theirs.</summary>
    public bool SameCustomer { get; init; }
}

/// <summary>Another complaint was merged into this one and its customer stays a party with that number; or, with the number of a
/// party, the same customer follows it on one more device.</summary>
public sealed record Joined(string Ticket, Complainant Complainant) : ComplaintEvent
{
    /// <summary>True when a one-time code was used up by it.</summary>
    public bool WithOneTimeCode { get; init; }
}

/// <summary>Staff gave the customer a code for one more device; only its hash is kept.</summary>
public sealed record OneTimeCodeGiven(string Hash, DateTimeOffset Until) : ComplaintEvent;

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
