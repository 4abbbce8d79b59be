using Complaints;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets;

/// <summary>What a message puts right of a filed complaint.</summary>
internal static class CaseFacts
{
    /// <summary>What was read, as far as the words name what they correct: "my name is not …" changes the name and no address. The one
    /// value that was read as something else is the named one.</summary>
    public static Slots Named(Slots said, IReadOnlyCollection<string> named)
    {
        if (named.Count != 1)
            return said;
        var value = (new[] { said.Name, said.Place, said.Product }).OfType<string>().ToList() is [var only] ? only : null;
        return named.First() switch
        {
            "name" => new() { Name = said.Name ?? value },
            "place" => new() { Place = said.Place ?? value },
            "phone" => new() { Phone = said.Phone },
            "email" => new() { Email = said.Email },
            "orderNumber" => new() { OrderNumber = said.OrderNumber },
            _ => said,
        };
    }

    /// <summary>Facts that the words give and the complaint, or what is known of this customer, has otherwise or not at all; where
    /// the words correct nothing, only those that it lacks.</summary>
    public static CorrectedFacts Changed(
        Complaint complaint,
        Complainant customer,
        Slots said,
        bool corrects,
        IReadOnlyCollection<string> removed
    )
    {
        var details = complaint.Details;
        string? New(string name, string? value, string? known) =>
            removed.Contains(name) && known is not null ? ""
            : value is not null && value != known && (corrects || known is null) ? value
            : null;
        var happened = said.HappenedFrom is not null && (corrects || details.HappenedFrom is null);
        return new()
        {
            Product = New("product", said.Product, details.Product),
            OrderNumber = New("orderNumber", said.OrderNumber, details.OrderNumber),
            Place = New("place", said.Place, details.Place),
            HappenedFrom = happened && said.HappenedFrom != details.HappenedFrom ? said.HappenedFrom : null,
            HappenedTo = happened && said.HappenedTo != details.HappenedTo ? said.HappenedTo : null,
            Remedies = corrects && said.Remedies.Count > 0 && !said.Remedies.SequenceEqual(details.Remedies) ? said.Remedies : null,
            Amount = corrects && said.Amount is { } sum && sum.Value != details.Amount ? sum.Value : null,
            Currency = corrects && said.Amount is { } money && money.Value != details.Amount ? money.Currency : null,
            Name = customer.Anonymous ? null : New("name", said.Name, customer.Name),
            Phone = customer.Anonymous ? null : New("phone", said.Phone, customer.Phone),
            Email = customer.Anonymous ? null : New("email", said.Email, customer.Email),
        };
    }
}
