using Understanding.Dates;
using Understanding.Learning.Examples;

namespace Understanding.Facts;

/// <summary>When it happened: the day that the words mark as such, not one that is wished for, promised, or when something was bought.
/// What is still to come has not happened, and what can be two days is nobody's to guess.</summary>
internal static class Happened
{
    /// <summary>First and last day; what goes on lasts until today.</summary>
    public static (DateOnly? From, DateOnly? To) Of(FoundFacts found, IReadOnlyList<Mark> marks, Context context)
    {
        var today = DateOnly.FromDateTime(context.Now.DateTime);
        foreach (var mark in marks.Where(m => m.Name == "happened"))
        {
            if (
                In(found.Dates, mark) is { } day
                && day.From <= today
                && day.From > DateOnly.MinValue
                && !day.IsVague
                && !DayRoles.IsBirth(found.Folded, day)
            )
                return (day.From, LastDay(found.Folded, day, today));
            if (In(found.Lengths, mark) is { IsVague: false } length)
                return (length.From, today);
            if (Ongoing.IsNow(found.Folded, mark.Start, mark.Start + mark.Length))
                return (today, today);
        }
        return (null, null);
    }

    /// <summary>The first past day of a text that no mark and no word beside it gives to something else: what to take where nothing
    /// is marked; null when there is none.</summary>
    public static Mark? Unmarked(FoundFacts found, IReadOnlyList<Mark> marks, Context context)
    {
        var today = DateOnly.FromDateTime(context.Now.DateTime);
        foreach (var day in found.Dates)
        {
            var isTaken = marks.Any(m => day.Start < m.Start + m.Length && m.Start < day.Start + day.Length);
            if (
                !isTaken
                && !(day.From == today && found.Lengths.Any(l => !l.IsVague && l.Start >= day.Start))
                && !day.IsVague
                && day.From <= today
                && day.From > DateOnly.MinValue
                && !DayRoles.Other(found.Folded, day)
            )
                return new(day.Start, day.Length, "happened", null);
        }
        return null;
    }

    private static DateOnly LastDay(string folded, DateMatch day, DateOnly today) =>
        DayRoles.IsBilled(folded, day) ? day.To
        : GoesOn(folded, day, today) || day.To > today ? today
        : day.To;

    private static DateMatch? In(IReadOnlyList<DateMatch> days, Mark mark) =>
        days.FirstOrDefault(d => d.Start < mark.Start + mark.Length && mark.Start < d.Start + d.Length);

    private static bool GoesOn(string folded, DateMatch day, DateOnly today) =>
        day.To == today && day.From < today || Ongoing.At(folded, day.Start, day.Start + day.Length);
}
