using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Puts one part of a known fact right: "unit 5, not unit 2" changes the unit of an address and nothing else of it.</summary>
public static class PartCorrections
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(PartCorrections), "CorrectionForms.txt");

    // "Not this but that", "that, not this".
    private static readonly string[] Orders = ["deniedFirst", "rightFirst", "deniedFirstEn", "rightFirstEn"];

    /// <summary>The known words with the denied part replaced; null when the text denies no part of them, or one that stands there
    /// more than once.</summary>
    public static string? Mended(string? known, string text)
    {
        if (string.IsNullOrEmpty(known))
            return null;
        // Folding keeps the length: a place in the folded words is the same place in the written ones.
        var (foldedKnown, foldedText) = (CharacterFolding.Fold(known), CharacterFolding.Fold(text));
        foreach (var order in Orders)
        {
            if (Forms[order].Match(foldedText) is not { Success: true } match)
                continue;
            var was = match.Groups["was"].Value.Trim();
            var first = was.Length == 0 ? -1 : foldedKnown.IndexOf(was, StringComparison.Ordinal);
            if (first < 0 || foldedKnown.IndexOf(was, first + 1, StringComparison.Ordinal) >= 0)
                continue;
            var right = text.Substring(match.Groups["is"].Index, match.Groups["is"].Length).Trim();
            if (right.Length > 0)
                return string.Concat(known.AsSpan(0, first), right, known.AsSpan(first + was.Length));
        }
        return null;
    }
}
