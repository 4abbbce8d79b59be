using System.Buffers;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Where a place really ends: not inside a word that places end in, and not before the number of a house, a flat or a
/// floor.</summary>
internal static class PlaceEnds
{
    private static readonly SearchValues<char> Numbered = PhraseFiles.Signs("Facts.Signs.txt", "numbered"),
        OfDay = PhraseFiles.Signs("Facts.Signs.txt", "day");

    private static readonly PhraseTable<string> Ends = new(PhraseFiles.Of("Facts.PlaceWords.txt").Where(p => p.Name == "end"));

    private static readonly PhraseTable<string> Anywhere = new(PhraseFiles.Of("Facts.PlaceWords.txt").Where(p => p.Name == "anywhere"));

    /// <summary>True for words that could be any place: "site", "home".</summary>
    public static bool IsAnywhere(ReadOnlySpan<char> folded) =>
        folded.Length > 0 && Anywhere.Longest(folded, 0, out var length) is not null && length == folded.Length;

    /// <summary>True for a day that never was ("2月30号") or part of one: no place begins so.</summary>
    public static bool IsDay(ReadOnlySpan<char> folded)
    {
        var digits = folded.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && OfDay.Contains(folded[digits]);
    }

    /// <summary>The end of a place that was seen from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static int Of(string folded, int start, int end)
    {
        end = SentenceEnd(folded, start, end);
        for (var i = Math.Max(start, end - 4); i < end; i++)
        {
            Ends.Longest(folded, i, out var length);
            end = Math.Max(end, i + length);
        }
        var next = end;
        var isNumbered = end > start && IsOfNumber(folded[end - 1]);
        while (isNumbered && next < folded.Length && IsOfNumber(folded[next]))
            next++;
        return isNumbered ? next : end;
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || Numbered.Contains(c);

    // A place does not reach into the next sentence. "St." and "Rd." end none.
    private static int SentenceEnd(string folded, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (folded[i] is '。' or '!' or '?' or ';' or '\n')
                return i;
            if (folded[i] == '.' && i + 1 < end && folded[i + 1] == ' ' && (char.IsAsciiDigit(folded[i - 1]) || WordBefore(folded, i) > 4))
                return i;
        }
        return end;
    }

    private static int WordBefore(string folded, int at)
    {
        var first = at;
        while (first > 0 && char.IsAsciiLetter(folded[first - 1]))
            first--;
        return at - first;
    }
}
