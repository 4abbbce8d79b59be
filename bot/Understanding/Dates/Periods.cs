namespace Understanding.Dates;

/// <summary>Units inside a period, counted from its start or its end.</summary>
internal static class Periods
{
    /// <summary>The n-th unit of a period (1 = first, or last when counted from the end); null when it lies outside.</summary>
    public static Span? Nth(Span span, Unit unit, int n, bool fromEnd)
    {
        if (n is < 1 or > 400)
            return null;
        if (FirstUnit(span, unit, fromEnd) is not { } start || unit.Shift(start.From, fromEnd ? 1 - n : n - 1) is not { } day)
            return null;
        var result = unit.Containing(day);
        return result.From <= span.To && result.To >= span.From ? result : null;
    }

    /// <summary>The first (or last) so many units of a period as one span.</summary>
    public static Span? Run(Span span, Unit unit, int count, bool fromEnd)
    {
        if (Nth(span, unit, 1, fromEnd) is not { } near || Nth(span, unit, count, fromEnd) is not { } far)
            return null;
        return fromEnd ? new(far.From, near.To) : new(near.From, far.To);
    }

    private static Span? FirstUnit(Span span, Unit unit, bool fromEnd)
    {
        if (unit is Unit.Hour or Unit.Minute)
            return null;
        var edge = unit.Containing(fromEnd ? span.To : span.From);
        if (unit is Unit.Week or Unit.WorkWeek or Unit.Weekend && span.Days > 7)
        {
            // A week belongs to the period that its Thursday lies in.
            var thursday = UnitArithmetic.Monday(fromEnd ? span.To : span.From).AddDays(3);
            if (fromEnd && thursday > span.To)
                return unit.Containing(thursday.AddDays(-7));
            if (!fromEnd && thursday < span.From)
                return unit.Containing(thursday.AddDays(7));
        }
        if (unit == Unit.WorkDay)
        {
            while (edge.From.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                edge = Span.Day(edge.From.AddDays(fromEnd ? -1 : 1));
        }
        return edge;
    }
}
