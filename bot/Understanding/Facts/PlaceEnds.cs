using System.Buffers;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Where a place really ends: not inside a word that places end in, and not before the number of a house, a flat or a
/// floor.</summary>
public static class PlaceEnds
{
    private static readonly SearchValues<char> Numbered = PhraseFiles.Signs("Facts.Signs.txt", "numbered"),
        OfDay = PhraseFiles.Signs("Facts.Signs.txt", "day");

    private static readonly PhraseTable<string> Ends = new(PhraseFiles.Of("Facts.PlaceWords.txt").Where(p => p.Name == "end"));

    private static readonly PhraseTable<string> Anywhere = new(PhraseFiles.Of("Facts.PlaceWords.txt").Where(p => p.Name == "anywhere"));

    private static readonly PhraseTable<string> Never = new(PhraseFiles.Of("Facts.PlaceSigns.txt").Where(p => p.Name == "never"));

    private static readonly PhraseTable<string> Cities = new(PhraseFiles.Of("Facts.PlaceWords.txt").Where(p => p.Name == "city"));

    private static readonly PhraseTable<string> PartNames = new(PhraseFiles.Of("Facts.PlaceSigns.txt").Where(p => p.Name == "part"));

    /// <summary>True for words that name no place: a sentence about something else ("I want to complain"), a sum.</summary>
    public static bool IsNone(string text)
    {
        var folded = CharacterFolding.Fold(text);
        return Never.In(folded).Any() || Amounts.Find(folded, null).Any(a => a.Length >= folded.Trim().Length);
    }

    /// <summary>True for words that could be any place: "site", "home".</summary>
    internal static bool IsAnywhere(ReadOnlySpan<char> folded) =>
        folded.Length > 0 && Anywhere.Longest(folded, 0, out var length) is not null && length == folded.Length;

    /// <summary>True for a day that never was ("2月30号") or part of one: no place begins so.</summary>
    internal static bool IsDay(ReadOnlySpan<char> folded)
    {
        var digits = folded.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && OfDay.Contains(folded[digits]);
    }

    /// <summary>The end of a place that was seen from <paramref name="start"/> to <paramref name="end"/>.</summary>
    internal static int Of(string folded, int start, int end)
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

    /// <summary>The beginning of a place that was seen from <paramref name="start"/> on: not inside the name of a city, not behind the
    /// flat ("flat 2, 14 Mill Lane").</summary>
    internal static int Start(string folded, int start)
    {
        // No name of a city is longer.
        for (var i = Math.Max(0, start - 4); i < start; i++)
        {
            if (folded[i] > 0x2E80 && Cities.Longest(folded, i, out var length) is not null && i + length >= start)
                return i;
        }
        for (var i = Math.Max(0, start - 20); i < start; i++)
        {
            if (IsPart(folded.AsSpan(i, start - i), i == 0 ? ' ' : folded[i - 1]))
                return i;
        }
        return start;
    }

    /// <summary>True for a flat or a floor alone: the street stands behind it.</summary>
    internal static bool IsPartAlone(string folded, int start, int end) => IsPart(folded.AsSpan(start, end - start), ' ');

    // A name of a part with its number, and nothing else.
    private static bool IsPart(ReadOnlySpan<char> folded, char before)
    {
        if (char.IsAsciiLetterOrDigit(before) || folded.Length == 0 || PartNames.Longest(folded, 0, out var length) is null)
            return false;
        var rest = folded[length..].Trim(" #,");
        return rest.Length is > 0 and <= 4 && char.IsAsciiDigit(rest[0]) && rest.IndexOf(' ') < 0;
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
