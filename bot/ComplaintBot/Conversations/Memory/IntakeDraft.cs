using Complaints;
using Complaints.Intake;
using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>A complaint that is being told: kept in the conversation's state until it is filed or cancelled. It has no number and
/// counts nowhere (docs/procedure.md §1).</summary>
public sealed record IntakeDraft
{
    /// <summary>Names this draft on its cards, so that a card of an earlier one files nothing.</summary>
    public required string Id { get; init; }

    /// <summary>Complaint, or what else it turned out to be.</summary>
    public RecordKind Kind { get; init; }

    /// <summary>The ended complaint that this one follows up, when that could not be reopened any more (T19).</summary>
    public string? FollowsUp { get; init; }

    /// <summary>Everything the customer said about it, word for word, in order.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Category id, once known.</summary>
    public string? Category { get; init; }

    /// <summary>Product or service.</summary>
    public string? Product { get; init; }

    /// <summary>Order or account number.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Where it happened.</summary>
    public string? Place { get; init; }

    /// <summary>First day it happened.</summary>
    public DateOnly? HappenedFrom { get; init; }

    /// <summary>Last day it happened.</summary>
    public DateOnly? HappenedTo { get; init; }

    /// <summary>What the customer wants.</summary>
    public IReadOnlyList<string> Remedies { get; init; } = [];

    /// <summary>Amount claimed.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Currency of the amount.</summary>
    public string? Currency { get; init; }

    /// <summary>How to reach the customer besides this chat.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>How they call themselves.</summary>
    public string? Name { get; init; }

    /// <summary>Severity by words; the category's own stands in.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The rule that set <see cref="Severity"/>.</summary>
    public string? SeverityReason { get; init; }

    /// <summary>Staff (aadObjectIds) who might be meant by a name in the words and are not, as the customer said.</summary>
    public IReadOnlyList<string> NotAbout { get; init; } = [];

    /// <summary>Photos and files so far.</summary>
    public IReadOnlyList<Evidence> Files { get; init; } = [];

    /// <summary>True when the customer wishes to stay unknown.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The question that waits for an answer; null before the first and once the summary was shown.</summary>
    public IntakeQuestion? Asking { get; init; }

    /// <summary>Questions that were asked: none is asked twice.</summary>
    public IReadOnlyList<IntakeQuestion> Asked { get; init; } = [];

    /// <summary>Several matters heard in one message, while the customer is asked whether to file them apart.</summary>
    public IReadOnlyList<IntakeDraft> Matters { get; init; } = [];

    /// <summary>The question that was put a second time: a third time would be nagging.</summary>
    public IntakeQuestion? Repeated { get; init; }

    /// <summary>True when the customer has the summary before them.</summary>
    public bool Confirming { get; init; }

    /// <summary>The member of staff who logs it for a customer, with the way it came in.</summary>
    public Channel? LoggedFrom { get; init; }

    /// <summary>The customer's words as one text.</summary>
    public string Description => string.Join('\n', Said);
}

/// <summary>What intake may have to ask.</summary>
public enum IntakeQuestion
{
    /// <summary>What kind of problem it is.</summary>
    Category,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Which order or account.</summary>
    OrderNumber,

    /// <summary>What the customer wants done.</summary>
    Remedy,

    /// <summary>A phone number to be reached by.</summary>
    Contact,

    /// <summary>Whether a name in the words means one of the staff.</summary>
    Accused,
}
