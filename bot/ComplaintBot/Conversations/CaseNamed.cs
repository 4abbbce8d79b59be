using Complaints;
using Understanding.Messages;
using Understanding.Writing;

namespace ComplaintBot.Conversations;

/// <summary>Which of a customer's open complaints some words name: by its number, the product, the kind of thing, the place.</summary>
internal static class CaseNamed
{
    // Shorter parts of an address are in too many.
    private const int ShortestPart = 3,
        ShortestWord = 4;

    private static readonly char[] Around = [' ', ',', '.', ';', ':', '?', '!', '\'', '’'];

    /// <summary>The number, as the customer knows it, of the one open complaint that the words fit best; null when they fit none, or
    /// several alike.</summary>
    public static async Task<string?> OfAsync(Turn turn, Heard heard, CancellationToken cancellationToken)
    {
        var open = (await turn.OwnCasesAsync(cancellationToken)).Where(c => c.IsOpen && c.Kind != RecordKind.Praise).ToList();
        if (open.Count == 0)
            return null;
        if (heard.Slots.Ticket is { } number && open.Find(c => c.Ticket == number || turn.NumberOf(c) == number) is { } numbered)
            return turn.NumberOf(numbered);
        var folded = CharacterFolding.Fold(heard.Text);
        var category = NamedCategory.Other(heard.Text, null, turn.Organisation)?.Id;
        var fits = open.Select(c => (Case: c, Points: Points(c, folded, category, open))).Where(f => f.Points > 0).ToList();
        var most = fits.Select(f => f.Points).DefaultIfEmpty().Max();
        return fits.FindAll(f => f.Points == most) is [var only] ? turn.NumberOf(only.Case) : null;
    }

    private static int Points(Complaint open, string folded, string? category, IReadOnlyList<Complaint> all)
    {
        var product = CharacterFolding.Fold(open.Details.Product ?? "");
        return (product.Length > 1 && folded.Contains(product, StringComparison.Ordinal) ? 1 : 0)
            + (category is not null && open.Details.Category == category ? 1 : 0)
            + (Parts(open).Except(all.Where(c => c != open).SelectMany(Parts)).Any(p => Stands(p, folded)) ? 1 : 0);
    }

    // "苏州平江路5号" is called 平江路, "12 Garden Road" the garden road one.
    private static IEnumerable<string> Parts(Complaint complaint)
    {
        var place = CharacterFolding.Fold(complaint.Details.Place ?? "");
        return place
            .Split(Around, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w =>
                w.All(char.IsAscii) ? w.Length >= ShortestWord ? [w] : []
                : Enumerable.Range(0, Math.Max(0, w.Length - ShortestPart + 1)).Select(i => w.Substring(i, ShortestPart))
            );
    }

    private static bool Stands(string part, string folded) =>
        part.All(char.IsAscii)
            ? folded.Split(Around, StringSplitOptions.RemoveEmptyEntries).Contains(part, StringComparer.Ordinal)
            : folded.Contains(part, StringComparison.Ordinal);
}
