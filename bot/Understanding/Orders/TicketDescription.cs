using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>What is left of a ticket's description once the words are gone that describe nothing: 王建国 and 宽带 of 王建国那个宽带的.</summary>
public static class TicketDescription
{
    private static readonly PhraseTable<string> Fillers = new(PhraseFiles.Of("Orders.TicketFillers.txt").Select(p => (p.Phrase, "filler")));

    private static readonly Regex Described = PhraseForms.Beside(typeof(TicketDescription), "TicketDescription.txt")["described"];

    /// <summary>A description inside a sentence, as written: 苏州那个, "the Keller one", "Keller's ticket"; null when there is none.</summary>
    public static string? In(string text)
    {
        var found = Described.Match(CharacterFolding.Fold(text)).Groups["x"];
        return found.Success ? text.Substring(found.Index, found.Length) : null;
    }

    /// <summary>The parts, folded, in their order; those of one letter are left out.</summary>
    public static IReadOnlyList<string> Parts(string words)
    {
        var folded = CharacterFolding.Fold(words);
        var (parts, from) = (new List<string>(), 0);
        for (var i = 0; i <= folded.Length;)
        {
            var length = 0;
            var isFiller = i < folded.Length && Fillers.Longest(folded, i, out length) is not null && IsWhole(folded, i, length);
            if (!isFiller && i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }
            if (i - from > 1)
                parts.Add(folded[from..i]);
            i += isFiller ? Math.Max(length, 1) : 1;
            from = i;
        }
        return parts;
    }

    // "the" inside "theatre" is no word.
    private static bool IsWhole(string folded, int start, int length) =>
        !char.IsAsciiLetter(folded[start])
        || (
            (start == 0 || !char.IsAsciiLetterOrDigit(folded[start - 1]))
            && (start + length == folded.Length || !char.IsAsciiLetterOrDigit(folded[start + length]))
        );
}
