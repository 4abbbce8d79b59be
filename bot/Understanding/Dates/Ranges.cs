namespace Understanding.Dates;

/// <summary>Joins the two ends of a range: each lends the other the parts that are said only once.</summary>
internal static class Ranges
{
    public static Span? Join(When a, When b, Reference reference)
    {
        (a, b) = Lend(a, b);
        if (a.LacksYear && !b.LacksYear && b.Latest(reference.Today) is { } fixedEnd)
            return a.Latest(fixedEnd.From) is { } before ? Bounded(before, fixedEnd, a, b, reference.Ranges) : null;
        if (a.Latest(reference.Today) is not { } start || b.FirstFrom(start.From) is not { } end)
            return null;
        return end.To < start.From ? null : Bounded(start, end, a, b, reference.Ranges);
    }

    /// <summary>From a day (or the start of a period) up to today.</summary>
    public static Span? UntilNow(When a, Reference reference)
    {
        if (a.Latest(reference.Today) is not { } start || start.From > reference.Today)
            return null;
        var last = reference.Ranges == RangeReading.IncludesEnd ? reference.Today : reference.Today.AddDays(-1);
        return last < start.From ? Span.Day(start.From) : new(start.From, last);
    }

    private static (When A, When B) Lend(When a, When b)
    {
        if (a.Known is null && b.Known is { IsOneDay: true } whole && a.Year == 0)
            a = a.Month == 0 && a.Day > 0 ? a with { Year = whole.From.Year, Month = whole.From.Month } : a;
        if (a.Known is { IsOneDay: true } first && b.IsBareDay)
            return (a, b); // "from October 27, 2017 to the 3rd": the first such day afterwards
        if (a.IsBareDay && b is { Known: null, Month: > 0, Day: > 0 })
            a = a with
            {
                Month =
                    a.Day <= b.Day ? b.Month
                    : b.Month == 1 ? 12
                    : b.Month - 1,
                Year = b.Year == 0 || a.Day <= b.Day || b.Month > 1 ? b.Year : b.Year - 1,
            };
        if (b is { Known: null, Year: 0, Month: > 0 } && a.Known is null && a.Year > 0)
            b = b with { Year = InOrder(a, b) ? a.Year : a.Year + 1 };
        if (b is { Known: null, Year: 0, Quarter: > 0 } && a is { Known: null, Year: > 0, Quarter: > 0 })
            b = b with { Year = b.Quarter >= a.Quarter ? a.Year : a.Year + 1 };
        return (a, b);
    }

    private static bool InOrder(When a, When b) => b.Month > a.Month || b.Month == a.Month && (b.Day == 0 || b.Day >= a.Day);

    private static Span? Bounded(Span start, Span end, When a, When b, RangeReading ranges)
    {
        var from = a.Edge == Edge.End && ranges == RangeReading.ExcludesEnd ? start.To.AddDays(1) : start.From;
        var to = (b.Edge, ranges) switch
        {
            (Edge.End, _) => end.To,
            (Edge.Start, _) or (_, RangeReading.ExcludesEnd) => end.From.AddDays(-1),
            _ => end.To,
        };
        return to < from
            ? ranges == RangeReading.ExcludesEnd && end.From >= from
                ? Span.Day(from)
                : null
            : new(from, to);
    }
}
