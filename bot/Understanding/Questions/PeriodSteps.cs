namespace Understanding.Questions;

/// <summary>Moves a period along the calendar: the one just before, the same a year before.</summary>
public static class PeriodSteps
{
    /// <summary>The period of the same kind just before: whole months, quarters, halves and years step by their months, everything
    /// else by its days.</summary>
    public static QueryPeriod Previous(QueryPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
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
        ArgumentNullException.ThrowIfNull(period);
        var to = period.To.AddDays(1).Day == 1 ? period.To.AddDays(1).AddYears(-1).AddDays(-1) : period.To.AddYears(-1);
        return period with { From = period.From.AddYears(-1), To = to };
    }

    /// <summary>The period that a query is held against, or null.</summary>
    public static QueryPeriod? ComparedPeriod(ComplaintQuery query) =>
        (query?.CompareWith, query?.CompareTo, query?.Period) switch
        {
            ({ } with, _, _) => with,
            (_, Comparison.PreviousPeriod, { } period) => Previous(period) with { Last = null },
            (_, Comparison.PreviousYear, { } period) => YearBefore(period) with { Last = null },
            _ => null,
        };

    /// <summary>The whole day, week, month, quarter or year ("same" = like the period itself) just before a period begins.</summary>
    public static QueryPeriod UnitBefore(QueryPeriod period, string unit)
    {
        ArgumentNullException.ThrowIfNull(period);
        var before = unit == "same" ? Previous(period) : Unit(period.From.AddDays(-1), unit);
        return period with { From = before.From, To = before.To };
    }

    /// <summary>The whole day, week (from Monday), month, quarter or year that holds a day.</summary>
    public static QueryPeriod Unit(DateOnly day, string unit)
    {
        var months = unit switch
        {
            "month" => 1,
            "quarter" => 3,
            "year" => 12,
            _ => 0,
        };
        if (months > 0)
        {
            var first = new DateOnly(day.Year, (day.Month - 1) / months * months + 1, 1);
            return new(first, first.AddMonths(months).AddDays(-1));
        }
        var monday = unit == "week" ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : day;
        return new(monday, unit == "week" ? monday.AddDays(6) : monday);
    }

    /// <summary>The fiscal "quarter" or "year" that holds a day, or the one <paramref name="steps"/> after it (−1: before), in years
    /// that begin with month <paramref name="start"/>.</summary>
    public static QueryPeriod Fiscal(DateOnly day, string unit, int steps, int start)
    {
        var months = unit == "year" ? 12 : 3;
        var into = (day.Month - start + 12) % months;
        var first = new DateOnly(day.Year, day.Month, 1).AddMonths(steps * months - into);
        return new(first, first.AddMonths(months).AddDays(-1));
    }
}
