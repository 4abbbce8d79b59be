using System.Text.Json;
using Complaints.Organisations;

namespace Understanding;

/// <summary>What a text means: the output schema of the understanding, the same for the local one and for a model.</summary>
public sealed record Understood
{
    /// <summary>One of <see cref="Intents"/>.</summary>
    public required string Intent { get; init; }

    /// <summary>Category id, when the text tells.</summary>
    public string? Category { get; init; }

    /// <summary>How sure the category is, 0..1.</summary>
    public double CategoryConfidence { get; init; }

    /// <summary>Severity, when the text tells.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The rule that set the severity (danger, injury, media, regulator, manyCustomers, blocked, amount …); null when no
    /// rule did.</summary>
    public string? SeverityReason { get; init; }

    /// <summary>Facts found in the text; only what it says.</summary>
    public Slots Slots { get; init; } = new();

    /// <summary>The query of a question, as JSON of the query schema; null for everything else.</summary>
    public JsonElement? Query { get; init; }
}

/// <summary>Facts found in a text. Null means: not said.</summary>
public sealed record Slots
{
    /// <summary>Product or service.</summary>
    public string? Product { get; init; }

    /// <summary>Order or account number.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? HappenedFrom { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? HappenedTo { get; init; }

    /// <summary>refund, repair, replace, apology, explanation, compensation, onsite, other: the first wish.</summary>
    public string? Remedy { get; init; }

    /// <summary>All wishes in the order they were said.</summary>
    public IReadOnlyList<string> Remedies { get; init; } = [];

    /// <summary>A sum of money.</summary>
    public Money? Amount { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Name of the customer.</summary>
    public string? Name { get; init; }

    /// <summary>−1 (angry) to 1 (delighted).</summary>
    public double? Sentiment { get; init; }

    /// <summary>True when staff speak for a customer.</summary>
    public bool? OnBehalf { get; init; }

    /// <summary>A card verb that staff want done (intent act).</summary>
    public string? Verb { get; init; }

    /// <summary>A ticket number in the text.</summary>
    public string? Ticket { get; init; }

    /// <summary>Inputs of <see cref="Verb"/> as a card would carry them (reason, text, to, answer, measure, until …).</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();
}

/// <summary>A sum with its ISO 4217 currency.</summary>
public sealed record Money(decimal Value, string Currency);
