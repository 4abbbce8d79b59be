using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Reads a name that is put right: "my name isn't Jon, it's John".</summary>
internal static class NameCorrections
{
    // Who tells a story may name people in it.
    private const int Longest = 60;

    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(NameCorrections), "NameForms.txt");

    // "Not this but that", "that, not this".
    private static readonly string[] Orders = ["deniedFirst", "rightFirst", "deniedFirstEn", "rightFirstEn"];

    /// <summary>The right name, as written; null when none is put right.</summary>
    public static string? In(string text)
    {
        if (text.Length > Longest)
            return null;
        // Folding keeps the length: a place in the folded words is the same place in the written ones.
        var folded = CharacterFolding.Fold(text);
        foreach (var order in Orders)
        {
            if (Forms[order].Match(folded) is { Success: true } match)
                return text.Substring(match.Groups["is"].Index, match.Groups["is"].Length).Trim();
        }
        return null;
    }
}
