namespace Understanding.Questions;

/// <summary>Moves a period along the calendar: the one just before, the same a year before.</summary>
public static class PeriodSteps
{
    /// <summary>The period of the same kind just before: whole months, quarters, halves and years step by their months, everything
    /// else by its days.</summary>
    public static QueryPeriod Previous(QueryPeriod period)
    {
        if (period.From.Day == 1 && period.To.AddDays(1).Day == 1)
        {
            var months = (period.To.Year - period.From.Year) * 12 + period.To.Month - period.From.Month + 1;
            return period with { From = period.From.AddMonths(-months), To = period.From.AddDays(-1) };
        }
        var days = period.To.DayNumber - period.From.DayNumber + 1;
        return period with { From = period.From.AddDays(-days), To = period.From.AddDays(-1) };
    }

    /// <summary>The same days a year before; a whole month stays whole (28 and 29 February).</summary>
    public static QueryPeriod YearBefore(QueryPeriod period)
    {
        var to = period.To.AddDays(1).Day == 1 ? period.To.AddDays(1).AddYears(-1).AddDays(-1) : period.To.AddYears(-1);
        return period with { From = period.From.AddYears(-1), To = to };
    }

    /// <summary>The period that a query is held against, or null.</summary>
    public static QueryPeriod? ComparedPeriod(ComplaintQuery query) =>
        (query.CompareWith, query.CompareTo, query.Period) switch
        {
            ({ } with, _, _) => with,
            (_, Comparison.PreviousPeriod, { } period) => Previous(period),
            (_, Comparison.PreviousYear, { } period) => YearBefore(period),
            _ => null,
        };

    /// <summary>The whole day, week, month, quarter or year ("same" = like the period itself) just before a period begins.</summary>
    public static QueryPeriod UnitBefore(QueryPeriod period, string unit)
    {
        var last = period.From.AddDays(-1);
        var from = unit switch
        {
            "day" => last,
            "week" => last.AddDays(-(((int)last.DayOfWeek + 6) % 7)),
            "month" => new(last.Year, last.Month, 1),
            "quarter" => new(last.Year, (last.Month - 1) / 3 * 3 + 1, 1),
            "year" => new(last.Year, 1, 1),
            _ => DateOnly.MinValue,
        };
        if (from == DateOnly.MinValue)
            return Previous(period);
        var to = unit switch
        {
            "day" => last,
            "week" => from.AddDays(6),
            "month" => from.AddMonths(1).AddDays(-1),
            "quarter" => from.AddMonths(3).AddDays(-1),
            _ => from.AddYears(1).AddDays(-1),
        };
        return period with { From = from, To = to };
    }
}
