using Understanding.Learning.Examples;
using Understanding.Orders.Times;
using Understanding.Questions.Names;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>The customer reads the words of a measure: none of them is cut. What stands beside the marked facts of a plan and is no
/// word of joining belongs to the measure before it, and so does what was taken for an owner and is nobody's name.</summary>
internal static class WholeMeasures
{
    private static readonly PhraseTable<string> Joints = new(PhraseFiles.Of("Orders.PlanWords.txt"));

    // What else was marked in a plan is a part of a measure.
    private static readonly string[] Parts = ["measure", "owner", "due", "ticket", "select"];

    private static readonly char[] Clause = [',', '，', '.', '。', ';', '；', '\n', ':', '：'];

    /// <summary>The marks with whole measures, in their order.</summary>
    public static IReadOnlyList<Mark> Of(IReadOnlyList<Mark> marks, OrderText text)
    {
        var known = marks
            .Where(m => Parts.Contains(m.Name) && (m.Name != "owner" || IsSomebody(m, text)))
            .Select(m => m.Name == "due" ? Day(m, text) : m)
            .Where(m => m.Length > 0)
            .OrderBy(m => m.Start)
            .ToList();
        var whole = new List<Mark>();
        foreach (var mark in known)
        {
            whole.Add(mark);
            var end = mark.Start + mark.Length;
            var next = known.Find(m => m.Start >= end) is { Name: not null } following ? following.Start : text.Folded.Length;
            if (mark.Name is not ("measure" or "owner" or "due") || !known.Exists(m => m.Name == "measure" && m.Start <= mark.Start))
                continue;
            if (Rest(text.Folded, end, next) is not (var from, var to) || from >= to)
                continue;
            // Right behind a measure it is the same words going on.
            if (mark.Name == "measure" && text.Folded.AsSpan(end, from - end).IndexOfAny(Clause) < 0)
                whole[^1] = mark with { Length = to - mark.Start };
            else
                whole.Add(new(from, to - from, "measure", null));
        }
        return whole;
    }

    // The words between two facts without the words that join them at either end; nothing when no others are left.
    private static (int From, int To)? Rest(string folded, int from, int to)
    {
        var (first, last) = (-1, -1);
        for (var i = from; i < to;)
        {
            Joints.Longest(folded, i, out var length);
            if (length > 0 && i + length <= to)
            {
                i += length;
                continue;
            }
            var start = i++;
            if (!char.IsLetterOrDigit(folded[start]))
                continue;
            while (i < to && char.IsAsciiLetterOrDigit(folded[start]) && char.IsAsciiLetterOrDigit(folded[i]))
                i++;
            (first, last) = (first < 0 ? start : first, i);
        }
        return last - first < 2 ? null : (first, last);
    }

    // A day ends where the day ends, however much was taken for it; words without a day are none.
    private static Mark Day(Mark due, OrderText text)
    {
        var end = text
            .Known.Where(k =>
                k.Kind is KnownParts.Date or KnownParts.Time or KnownParts.Length
                && k.Start >= due.Start
                && k.Start < due.Start + due.Length
            )
            .Select(k => k.Start + k.Length)
            .DefaultIfEmpty(due.Start)
            .Max();
        // "明天下午3点": the day takes 下午 with it, and the hour goes on behind it.
        var last = due.Start + due.Length;
        if (TimeOfDay.In(text.Folded, due.Start) is { } hour && hour.Start < last)
            end = Math.Max(end, Math.Min(hour.Start + hour.Length, last));
        return due with { Length = end - due.Start };
    }

    private static bool IsSomebody(Mark mark, OrderText text)
    {
        var words = text.Words(mark);
        return Pronouns.IsMe(words)
            || Colleagues.Match(words, text.Context.Organisation).Count > 0
            // A name that nobody here has is said to be unknown; several small words are no name.
            || !words.Contains(' ', StringComparison.Ordinal)
            || words.Any(char.IsUpper)
            || words.Any(c => c > 0x2E80);
    }
}
