using System.Text.Json.Serialization;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>Facts of a complaint that are put right after it was filed; null = stays as it was, an empty text = is taken out.</summary>
public sealed record CorrectedFacts
{
    /// <summary>Product or service.</summary>
    public string? Product { get; init; }

    /// <summary>Order number as written.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Where it happened.</summary>
    public string? Place { get; init; }

    /// <summary>First day it happened.</summary>
    public DateOnly? HappenedFrom { get; init; }

    /// <summary>Last day it happened.</summary>
    public DateOnly? HappenedTo { get; init; }

    /// <summary>All that the customer wants from now on.</summary>
    public IReadOnlyList<string>? Remedies { get; init; }

    /// <summary>Amount claimed, with <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>How the customer is called.</summary>
    public string? Name { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>True when nothing is put right.</summary>
    [JsonIgnore]
    public bool IsEmpty => this == new CorrectedFacts();

    internal ComplaintDetails Onto(ComplaintDetails details) =>
        details with
        {
            Product = Put(Product, details.Product),
            OrderNumber = Put(OrderNumber, details.OrderNumber),
            Place = Put(Place, details.Place),
            HappenedFrom = HappenedFrom ?? details.HappenedFrom,
            HappenedTo = HappenedTo ?? details.HappenedTo,
            Remedies = Remedies ?? details.Remedies,
            Amount = Amount ?? details.Amount,
            Currency = Currency ?? details.Currency,
        };

    internal Complainant Onto(Complainant complainant) =>
        complainant with
        {
            Name = Put(Name, complainant.Name),
            Phone = Put(Phone, complainant.Phone),
            Email = Put(Email, complainant.Email),
        };

    private static string? Put(string? value, string? before) => value is null ? before : value.Length == 0 ? null : value;
}

/// <summary>The customer, or staff for them, puts filed facts right; the words are kept and the owner hears of it.</summary>
public sealed record CorrectFacts(CorrectedFacts Facts, string Text) : Command
{
    /// <summary>True when something that was filed was wrong; false when it was only missing.</summary>
    public bool Replaces { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.AddInformation;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Facts.IsEmpty)
            return Refusal.Missing("text");
        complaint.Record(new FactsCorrected(Facts, Text, context.By.Kind == ActorKind.Customer) { Replaces = Replaces }, context);
        return Outcome.Done;
    }
}
