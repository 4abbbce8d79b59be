using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using Understanding.Questions;

namespace ComplaintBot.Reports.Answers;

/// <summary>The answer to a query: exact, with the instant it holds for. How it looks is another's matter.</summary>
public abstract record Answer(ComplaintQuery Query, DateTimeOffset AsOf);

/// <summary>It cannot be answered as asked: a right is lacking or a name is not clear. Says no number.</summary>
public sealed record Refused(ComplaintQuery Query, DateTimeOffset AsOf, Obstacle Why) : Answer(Query, AsOf);

/// <summary>A page of complaints. <paramref name="Page"/> counts from 1; <paramref name="Total"/> is the number of all.</summary>
public sealed record ListAnswer(
    ComplaintQuery Query,
    DateTimeOffset AsOf,
    IReadOnlyList<ListedComplaint> Rows,
    int Total,
    int Page,
    int PageSize
) : Answer(Query, AsOf)
{
    /// <summary>At least 1.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>A number, a rate, or rows of them: the answer to count, metric, trend and ranking.</summary>
/// <param name="Figure">The formula; null when complaints are counted as a list would list them.</param>
/// <param name="Period">The days that it is about; null = all time, or now.</param>
/// <param name="Before">The earlier days it is held against; null = not asked.</param>
/// <param name="Whole">All rows together.</param>
/// <param name="Rows">Per group or stretch of time, in the order asked for; empty when not grouped.</param>
public sealed record FigureAnswer(
    ComplaintQuery Query,
    DateTimeOffset AsOf,
    Figure? Figure,
    QueryPeriod? Period,
    QueryPeriod? Before,
    Compared Whole,
    IReadOnlyList<FigureRow> Rows
) : Answer(Query, AsOf)
{
    /// <summary>Rows left out by the limit whose value equals that of the last row shown.</summary>
    public int Tied { get; init; }

    /// <summary>True when the period was not said and the usual one was taken.</summary>
    public bool PeriodIsUsual { get; init; }

    /// <summary>The answer with rows in the order that was asked for, cut at the limit.</summary>
    internal FigureAnswer WithRows(IReadOnlyList<FigureRow> rows)
    {
        var ordered = RowOrder.Of(rows, Query);
        if (Query.Limit is not { } limit || ordered.Count <= limit)
            return this with { Rows = ordered };
        var last = ordered[limit - 1].Value.Now.Value;
        return this with { Rows = [.. ordered.Take(limit)], Tied = ordered.Skip(limit).TakeWhile(r => r.Value.Now.Value == last).Count() };
    }
}

/// <summary>A value and, when asked for, the same of the earlier period.</summary>
public sealed record Compared(FigureValue Now, FigureValue? Before)
{
    /// <summary>The difference of the unrounded values; null when one of them is n/a or no comparison was asked for.</summary>
    public double? Change => Before?.Value is { } before && Now.Value is { } now ? now - before : null;
}

/// <summary>One group or stretch. <paramref name="Key"/> is the id (department, category, owner …), the severity's name, or the
/// first day (yyyy-MM-dd); empty for "none".</summary>
public sealed record FigureRow(string Key, Compared Value)
{
    /// <summary>The days of a stretch; null for other groups.</summary>
    public QueryPeriod? Days { get; init; }
}
