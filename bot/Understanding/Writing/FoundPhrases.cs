namespace Understanding.Writing;

/// <summary>Looks for the phrases of a table anywhere in a text.</summary>
internal static class FoundPhrases
{
    /// <summary>The values of all phrases in a folded text, each once; longer phrases hide the shorter ones inside them.</summary>
    public static HashSet<string> In(PhraseTable<string> phrases, ReadOnlySpan<char> folded)
    {
        HashSet<string> found = [];
        for (var i = 0; i < folded.Length;)
        {
            if (phrases.Longest(folded, i, out var length) is { } value && length > 0)
                found.Add(value);
            i += Math.Max(length, 1);
        }
        return found;
    }
}
