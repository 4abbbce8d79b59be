using ComplaintBot.Conversations;

namespace ComplaintBot.Intake;

/// <summary>The facts of a draft as people read them, and what a message changed of them: what was understood is always said,
/// nobody has to wonder.</summary>
public static class DraftFacts
{
    /// <summary>Every known fact in one line; empty when none is known.</summary>
    public static string Known(IntakeDraft draft, Reader reader) => Line(Of(draft, reader), reader);

    /// <summary>What a message replaced of what was known, in one line; empty when nothing.</summary>
    public static string Changed(IntakeDraft before, IntakeDraft after, Reader reader)
    {
        var old = Of(before, reader).ToDictionary(f => f.Key, f => f.Value);
        var now = Of(after, reader).ToDictionary(f => f.Key, f => f.Value);
        return Line(
            old.Where(f => now.GetValueOrDefault(f.Key) != f.Value)
                .Select(f => (f.Key, now.GetValueOrDefault(f.Key) ?? reader.Text("talk.removed"))),
            reader
        );
    }

    /// <summary>What a message told anew beside the answer to <paramref name="asked"/>, in one line; empty when nothing.</summary>
    public static string Added(IntakeDraft before, IntakeDraft after, IntakeQuestion? asked, Reader reader)
    {
        var old = Of(before, reader).Select(f => f.Key).ToHashSet();
        return Line(Of(after, reader).Where(f => !old.Contains(f.Key) && f.Key != KeyOf(asked)), reader);
    }

    /// <summary>True when the message told any fact.</summary>
    public static bool Differ(IntakeDraft before, IntakeDraft after)
    {
        return Told(before) != Told(after) || !before.Remedies.SequenceEqual(after.Remedies);
    }

    // Without what is no fact, and without the list that a record compares by reference.
    private static IntakeDraft Told(IntakeDraft draft) => draft with { Said = [], Severity = null, SeverityReason = null, Remedies = [] };

    /// <summary>The days it happened, as people say them; null when unknown.</summary>
    public static string? Happened(IntakeDraft draft, Reader reader)
    {
        return draft.HappenedFrom is { } from ? reader.Days(from, draft.HappenedTo) : null;
    }

    /// <summary>The sum in question with its currency; null when none was named.</summary>
    public static string? Amount(IntakeDraft draft)
    {
        return draft.Amount is { } amount
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{amount:0.##} {draft.Currency}")
            : null;
    }

    private static IEnumerable<(string Key, string Value)> Of(IntakeDraft draft, Reader reader)
    {
        (string Key, string? Value)[] facts =
        [
            ("fact.category", draft.Category is null ? null : reader.Category(draft.Category)),
            ("fact.product", draft.Product),
            ("fact.order", draft.OrderNumber),
            ("fact.place", draft.Place),
            ("fact.happened", Happened(draft, reader)),
            ("fact.remedy", reader.Remedies(draft.Remedies)),
            ("fact.amount", Amount(draft)),
            ("fact.contact", draft.Anonymous ? null : draft.Phone ?? draft.Email),
            ("fact.name", draft.Anonymous ? reader.Text("fact.anonymous") : draft.Name),
        ];
        return facts.Where(f => f.Value is not null).Select(f => (f.Key, f.Value!));
    }

    private static string? KeyOf(IntakeQuestion? question) =>
        question switch
        {
            IntakeQuestion.Category => "fact.category",
            IntakeQuestion.Place => "fact.place",
            IntakeQuestion.OrderNumber => "fact.order",
            IntakeQuestion.Remedy => "fact.remedy",
            IntakeQuestion.Contact => "fact.contact",
            _ => null,
        };

    private static string Line(IEnumerable<(string Key, string Value)> facts, Reader reader) =>
        string.Join(
            reader.Text("common.listSeparator"),
            facts.Select(f => reader.Text("talk.fact", ("name", reader.Text(f.Key)), ("value", f.Value)))
        );
}
