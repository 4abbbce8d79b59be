using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Which kind of wish words say: refund, repair, replace, apology, explanation, compensation, onsite, other.</summary>
internal static class RemedyKinds
{
    private static readonly PhraseTable<string> Words = new(
        PhraseFiles.Of("Facts.RemedyWords.txt").Where(p => p.Name is not ("not" or "none" or "lead")).Concat(PhraseFiles.Of("Facts.RemedyBare.txt"))
    );

    /// <summary>The kind of the first wish in a folded text that is known to answer "what shall we do?", those turned down left out;
    /// null when it names none.</summary>
    public static string? Wished(string folded)
    {
        for (var i = 0; i < folded.Length; )
        {
            var found = Words.Longest(folded, i, out var length);
            if (length > 0 && !Forbidden.Before(folded, i))
                return found;
            i += Math.Max(length, 1);
        }
        return null;
    }

    /// <summary>The kind of the words marked as a wish in a folded text.</summary>
    public static string Of(ReadOnlySpan<char> folded)
    {
        var (kind, longest) = ("other", 0);
        for (var i = 0; i < folded.Length; i++)
        {
            var found = Words.Longest(folded, i, out var length);
            if (length > longest)
                (kind, longest) = (found!, length);
        }
        return kind;
    }
}
