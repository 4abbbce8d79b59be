namespace Understanding.Questions;

/// <summary>Moves a period along the calendar: the one just before, the same a year before.</summary>
public static class PeriodSteps
{
    /// <summary>The period of the same kind just before: whole months, quarters, halves and years step by their months, everything
    /// else by its days.</summary>
    public static QueryPeriod Previous(QueryPeriod period)
    {
        if (period.From.Day == 1 && IsLastOfMonth(period.To))
        {
            var months = (period.To.Year - period.From.Year) * 12 + period.To.Month - period.From.Month + 1;
            return period with { From = MonthsBack(period.From, months), To = DaysBack(period.From, 1) };
        }
        var days = period.To.DayNumber - period.From.DayNumber + 1;
        return period with { From = DaysBack(period.From, days), To = DaysBack(period.From, 1) };
    }

    /// <summary>The same days a year before; a whole month stays whole (28 and 29 February).</summary>
    public static QueryPeriod YearBefore(QueryPeriod period)
    {
        var to = MonthsBack(period.To, 12);
        if (IsLastOfMonth(period.To))
            to = new(to.Year, to.Month, DateTime.DaysInMonth(to.Year, to.Month));
        return period with { From = MonthsBack(period.From, 12), To = to };
    }

    // "Before Tuesday" begins with the calendar: what lies before that is the calendar's first day again.
    private static DateOnly MonthsBack(DateOnly day, int months) =>
        (day.Year - 1) * 12 + day.Month - 1 < months ? DateOnly.MinValue : day.AddMonths(-months);

    private static DateOnly DaysBack(DateOnly day, int days) => day.DayNumber < days ? DateOnly.MinValue : day.AddDays(-days);

    private static bool IsLastOfMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

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
        var before = unit == "same" ? Previous(period) : Unit(DaysBack(period.From, 1), unit);
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
