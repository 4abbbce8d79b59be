using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Which kind of wish words say: refund, repair, replace, apology, explanation, compensation, onsite, other.</summary>
internal static class RemedyKinds
{
    private static readonly PhraseTable<string> Words = new(
        PhraseFiles
            .Of("Facts.RemedyWords.txt")
            .Where(p => p.Name is not ("not" or "none" or "lead"))
            .Concat(PhraseFiles.Of("Facts.RemedyBare.txt"))
    );

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
