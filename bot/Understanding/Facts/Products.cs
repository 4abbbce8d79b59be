using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>The thing or service that a text is about: the first of the known words, the longest at its place.</summary>
internal static class Products
{
    private const int LeastDigits = 6;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.ProductWords.txt").Select(p => (p.Phrase, p.Phrase)));

    /// <summary>As written, or null.</summary>
    public static string? Of(string text, string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            Words.Longest(folded, i, out var length);
            // One character alone (门, 书, 床) is too often part of another word.
            if (length > 1 && !IsNumbered(folded, i + length))
                return text.Substring(i, length);
        }
        return null;
    }

    // "手机13800001111" and "电话：…" name a number, not a thing.
    private static bool IsNumbered(string folded, int at)
    {
        while (at < folded.Length && folded[at] is (' ' or ':' or '是' or '号' or '码'))
            at++;
        if (string.CompareOrdinal(folded, at, "is ", 0, 3) == 0)
            at += 3;
        var digits = 0;
        while (at + digits < folded.Length && (char.IsAsciiDigit(folded[at + digits]) || folded[at + digits] is '+' or '-'))
            digits++;
        return digits >= LeastDigits;
    }
}
