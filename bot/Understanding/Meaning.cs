using System.Text.Json;
using Complaints.Organisations;
using Understanding.Messages;
using Understanding.Questions;

namespace Understanding;

/// <summary>What a text means: the output schema of the understanding, the same for the local one and for a model.</summary>
public sealed record Meaning
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

    /// <summary>What a customer's later words do in the talk (answer, correct, refuse, confirm, ambiguous …), one of
    /// <see cref="TurnMeanings"/>; null for staff and for first messages.</summary>
    public string? Turn { get; init; }

    /// <summary>What a customer's words say to a result, where they leave no doubt: true for a plain yes and nothing else, false
    /// for a plain no; null for everything that has to be asked back.</summary>
    public bool? Verdict { get; init; }

    /// <summary>True when a customer's words deny that a complaint shall end, or say that it goes on: "I never said withdraw", 先不撤了.
    /// They withdraw and cancel nothing then.</summary>
    public bool KeepsOn { get; init; }

    /// <summary>How sure the reading is, 0..1, calibrated: of readings with 0.8 four in five are right.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What else it may mean, the likeliest first, at most three; what a person is offered when the reading is unsure.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>How many complaints the text tells: 0 where none.</summary>
    public int Matters { get; init; }

    /// <summary>The complaints of a text that tells several, each with its own words and facts; empty for one or none.</summary>
    public IReadOnlyList<Matter> Told { get; init; } = [];

    /// <summary>The clauses of an answer to "where is it?", so that the place is told from what else was said; else empty.</summary>
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>A text of staff as the reader of questions sees it, with what it could not use: the query is not merged with the
    /// one before. Null for customers.</summary>
    public ParsedQuestion? Question { get; init; }
}

/// <summary>Another thing that a text may mean.</summary>
/// <param name="Intent">One of <see cref="Intents"/>.</param>
/// <param name="Verb">The card verb when the intent is act; else null.</param>
/// <param name="Confidence">How likely, 0..1.</param>
public sealed record Alternative(string Intent, string? Verb, double Confidence);

/// <summary>What a customer's later words do, by the words of the schema.</summary>
public static class TurnMeanings
{
#pragma warning disable CS1591 // the words are the explanation
    public const string Answer = "answer";
    public const string Correct = "correct";
    public const string DontKnow = "dontKnow";
    public const string Refuse = "refuse";
    public const string CounterQuestion = "counterQuestion";
    public const string Confirm = "confirm";
    public const string Cancel = "cancel";
    public const string AddInformation = "addInformation";
    public const string Status = "status";
    public const string Hurry = "hurry";
    public const string Human = "human";
    public const string Withdraw = "withdraw";
    public const string Reopen = "reopen";
    public const string Satisfied = "satisfied";
    public const string NotSatisfied = "notSatisfied";
    public const string Ambiguous = "ambiguous";
    public const string NewComplaint = "newComplaint";
    public const string Thanks = "thanks";
    public const string SmallTalk = "smallTalk";
    public const string Language = "language";
    public const string Code = "code";
#pragma warning restore CS1591
}

/// <summary>Facts found in a text. Null means: not said.</summary>
public sealed record Slots
{
    /// <summary>The facts of a complaint by their names in the schema, in its order: what is asked of a model and measured.</summary>
    public static IReadOnlyList<string> OfComplaint { get; } =
    ["product", "orderNumber", "place", "happenedFrom", "happenedTo", "remedy", "amount", "phone", "email", "name"];

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

    /// <summary>The one ticket that is meant: its number as written, a description ("the Keller one"), or the context's.</summary>
    public string? Ticket { get; init; }

    /// <summary>Several tickets as written; empty when one or none is named.</summary>
    public IReadOnlyList<string> Tickets { get; init; } = [];

    /// <summary>Which of the list last shown: {"first":3}, {"last":2}, {"position":2} or {"filters":{…}}; null when none of it.</summary>
    public JsonElement? Select { get; init; }

    /// <summary>The member of staff complained about, as written, with the title.</summary>
    public string? AboutStaff { get; init; }

    /// <summary>Stars of the survey, 1 to 5.</summary>
    public int? Score { get; init; }

    /// <summary>Whether the customer would recommend us, 0 to 10.</summary>
    public int? Recommend { get; init; }

    /// <summary>The language that is wished for, as BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>A follow-up code as written.</summary>
    public string? Code { get; init; }

    /// <summary>What is said beside a score.</summary>
    public string? Comment { get; init; }

    /// <summary>Inputs of <see cref="Verb"/> as a card would carry them (reason, text, to, answer, measure, until …).</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>The measures of a plan, when the text names several; each with measure, owner and due as said.</summary>
    public IReadOnlyList<PlannedMeasure> Measures { get; init; } = [];

    /// <summary>True when a handler asks for what only somebody else may grant ("再给我三天行吗").</summary>
    public bool Request { get; init; }
}

/// <summary>One measure of a plan as said; null where not said.</summary>
public sealed record PlannedMeasure(string Measure, string? Owner, string? Due);

/// <summary>A sum with its ISO 4217 currency.</summary>
public sealed record Money(decimal Value, string Currency);
