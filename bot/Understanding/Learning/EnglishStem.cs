namespace Understanding.Learning;

/// <summary>Cuts the commonest English endings, so that "charges", "charged" and "charging" meet. Crude on purpose: only matching
/// is done with it.</summary>
internal static class EnglishStem
{
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
            word = word[..^2];
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return WithoutE(Single(word[..^3]));
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            return Single(word[..^2]);
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            word = word[..^1];
        if (word.Length > 4 && word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u'))
            return word[..^1];
        return word.Length > 4 ? WithoutE(word) : word;
    }

    private static ReadOnlySpan<char> WithoutE(ReadOnlySpan<char> word) => word[^1] == 'e' ? word[..^1] : word;

    private static ReadOnlySpan<char> Single(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] == word[^2] && word[^1] is not ('l' or 's') ? word[..^1] : word;
}
