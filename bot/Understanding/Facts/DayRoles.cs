using Understanding.Dates;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Whether the words beside a day make it the day of something else than what happened: a wish, a promise, a purchase, a
/// birth.</summary>
internal static class DayRoles
{
    private const int Reach = 10;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.DayWords.txt").Where(p => p.Name != "since"));

    private static readonly PhraseTable<string> Births = new(PhraseFiles.Of("Facts.DayWords.txt").Where(p => p.Name == "born"));

    private static readonly PhraseTable<string> Bills = new(PhraseFiles.Of("Facts.BillWords.txt"));

    /// <summary>True for a whole month that a bill or a charge is of: a month on a bill is no day, and is whole while it lasts.</summary>
    public static bool IsBilled(string folded, DateMatch day) =>
        day.From.Day == 1 && day.To == day.From.AddMonths(1).AddDays(-1) && Bills.In(folded).Any();

    /// <summary>True when the day is somebody's birthday.</summary>
    public static bool IsBirth(string folded, DateMatch day) => Other(folded, day, Births);

    /// <summary>True when a word right before the day, or right behind it in its clause, says so.</summary>
    public static bool Other(string folded, DateMatch day) => Other(folded, day, Words);

    private static bool Other(string folded, DateMatch day, PhraseTable<string> words)
    {
        var (start, end) = (day.Start, day.Start + day.Length);
        var reach = char.IsAsciiLetter(folded[Math.Min(start, folded.Length - 1)]) ? Reach * 2 : Reach;
        for (var i = Math.Max(0, start - reach); i < Math.Min(folded.Length, end + reach / 2);)
        {
            if (i >= start && i < end)
            {
                i = end;
                continue;
            }
            if (folded[i] is ',' or '。' or '.' or ';' or '!' or '?')
            {
                if (i >= end)
                    return false;
            }
            else if (words.Longest(folded, i, out var length) is not null && length > 0 && !Between(folded, i + length, start))
                return true;
            i++;
        }
        return false;
    }

    private static bool Between(string folded, int from, int to) => from < to && folded.AsSpan(from, to - from).IndexOfAny(",。.;!?") >= 0;
}
