using Complaints.Rounds;
using Understanding.Writing;

namespace ComplaintBot.Handling;

/// <summary>Which open measure some words speak of: by its words or a part of them ("connector is refitted" of "refit the
/// connector").</summary>
internal static class MeasureNamed
{
    // Shorter words are in every sentence.
    private const int ShortestWord = 4;

    /// <summary>The one measure that the words share most with; null when they share nothing, or as much with several.</summary>
    public static Measure? Of(IReadOnlyList<Measure> open, string said)
    {
        var whole = open.FirstOrDefault(m =>
            m.Text.Contains(said, StringComparison.OrdinalIgnoreCase) || said.Contains(m.Text, StringComparison.OrdinalIgnoreCase)
        );
        if (whole is not null)
            return whole;
        var parts = Parts(said).ToHashSet(StringComparer.Ordinal);
        var shared = open.Select(m => (Measure: m, Count: Parts(m.Text).Distinct().Count(parts.Contains))).ToList();
        var most = shared.Max(s => s.Count);
        return most > 0 && shared.FindAll(s => s.Count == most) is [var one] ? one.Measure : null;
    }

    // Words of Latin letters, and pairs of Chinese characters.
    private static IEnumerable<string> Parts(string text)
    {
        var folded = CharacterFolding.Fold(text);
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            while (end < folded.Length && char.IsAsciiLetterOrDigit(folded[end]))
                end++;
            if (end - i >= ShortestWord)
                yield return folded[i..end];
            else if (end == i && i + 1 < folded.Length && folded[i] > 0x2E80 && folded[i + 1] > 0x2E80)
                yield return folded.Substring(i, 2);
            i = Math.Max(end, i + 1);
        }
    }
}
