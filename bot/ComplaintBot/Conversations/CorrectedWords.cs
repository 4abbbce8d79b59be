using System.Globalization;
using Complaints.Intake;

namespace ComplaintBot.Conversations;

/// <summary>Says which facts of a filed complaint were put right.</summary>
internal static class CorrectedWords
{
    /// <summary>The facts in one line, such as "Contact: 139…, Where: Suzhou".</summary>
    public static string Of(CorrectedFacts facts, Reader reader)
    {
        (string Key, string? Value)[] lines =
        [
            ("fact.product", facts.Product),
            ("fact.order", facts.OrderNumber),
            ("fact.place", facts.Place),
            ("fact.happened", facts.HappenedFrom is { } from ? reader.Days(from, facts.HappenedTo) : null),
            ("fact.remedy", facts.Remedies is { } wishes ? reader.Remedies(wishes) : null),
            ("fact.amount", facts.Amount is { } sum ? string.Create(CultureInfo.InvariantCulture, $"{sum:0.##} {facts.Currency}") : null),
            ("fact.name", facts.Name),
            ("fact.phone", facts.Phone),
            ("fact.email", facts.Email),
        ];
        return string.Join(
            reader.Text("common.listSeparator"),
            lines
                .Where(l => l.Value is not null)
                .Select(l => (l.Key, Value: l.Value!.Length > 0 ? l.Value : reader.Text("talk.removed")))
                .Select(l => reader.Text("talk.fact", ("name", reader.Text(l.Key)), ("value", l.Value)))
        );
    }
}
