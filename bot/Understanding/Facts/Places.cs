using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Where it happened: a known city with what follows up to the last word that ends a place, or such a word behind "in",
/// "at", 在.</summary>
internal static class Places
{
    private const int Longest = 24;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.PlaceWords.txt"));

    /// <summary>As written, or null.</summary>
    public static string? Of(string text, string folded, bool hasLatin)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var kind = Words.Longest(folded, i, out var length);
            if (length == 0)
                continue;
            if (kind == "city")
                return Whole(text, folded, i, i + length);
            if (kind == "locative")
            {
                var start = i + length;
                if (EndOf(folded, start) is { } end && end - start >= 3 && !StartsWithDay(folded, start))
                    return text[start..end].Trim();
            }
            i += length - 1;
        }
        return hasLatin ? EnglishPlaces.Of(text) : null;
    }

    // A city alone is a place; with a district, street or shop behind it the whole is.
    private static string Whole(string text, string folded, int start, int cityEnd)
    {
        if (char.IsAsciiLetter(folded[start]))
            return WithStreet(text, start, EnglishPlaces.End(text, cityEnd));
        return text[start..Math.Max(cityEnd, EndOf(folded, cityEnd) ?? cityEnd)].Trim();
    }

    // "88 Lake Street in Suzhou": the street says more than the city behind it.
    private static string WithStreet(string text, int start, int end)
    {
        if (EnglishPlaces.Of(text) is not { } street || text.IndexOf(street, StringComparison.Ordinal) is var at && at >= start)
            return text[start..end];
        return text[(at + street.Length)..start] is " in " or ", " or " " ? text[at..end] : street;
    }

    // The last word that ends a place before the clause ends; only name-like characters may stand between.
    private static int? EndOf(string folded, int start)
    {
        int? end = null;
        for (var i = start; i < folded.Length && i - start < Longest;)
        {
            if (!IsOfName(folded[i]))
                break;
            var kind = Words.Longest(folded, i, out var length);
            if (kind == "stop")
                break;
            if (length > 0 && kind == "end")
                end = i + length;
            i += Math.Max(length, 1);
        }
        return end;
    }

    private static bool IsOfName(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' || char.IsAsciiLetterOrDigit(c) || c is '-' or '(' or ')' or '·';

    // "到11月5号" ends like an address and is a day.
    private static bool StartsWithDay(string folded, int at)
    {
        while (at < folded.Length && char.IsAsciiDigit(folded[at]))
            at++;
        return at < folded.Length && folded[at] is ('月' or '日' or '年');
    }
}
