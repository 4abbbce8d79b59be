namespace Understanding.Dates;

/// <summary>So many units back or ahead of today.</summary>
internal static class Counting
{
    /// <summary>The last so many units. Quarters, decades and centuries are calendar ones; the rest run up to today (or yesterday,
    /// when the end is excluded).</summary>
    public static Span? Back(DateOnly today, Unit unit, int count, RangeReading ranges)
    {
        if (count < 1)
            return null;
        if (unit is Unit.Hour or Unit.Minute)
            return Span.Day(today);
        if (unit is Unit.Quarter or Unit.Decade or Unit.Century or Unit.Weekend or Unit.WorkWeek)
            return CalendarBack(today, unit, count);
        if (unit.Shift(today, -count) is not { } start)
            return null;
        if (unit == Unit.WorkDay)
            return ranges == RangeReading.IncludesEnd && unit.Shift(today.AddDays(1), -count) is { } first
                ? new(first, today)
                : new(start, unit.Shift(today, -1)!.Value);
        return ranges == RangeReading.IncludesEnd ? new(start.AddDays(1), today) : new(start, today.AddDays(-1));
    }

    /// <summary>The next so many units, from tomorrow on.</summary>
    public static Span? Ahead(DateOnly today, Unit unit, int count)
    {
        if (count < 1)
            return null;
        if (unit is Unit.Hour or Unit.Minute)
            return Span.Day(today);
        if (unit is Unit.Quarter or Unit.Decade or Unit.Century or Unit.Weekend or Unit.WorkWeek)
            return CalendarAhead(today, unit, count);
        if (unit.Shift(today, count) is not { } end)
            return null;
        return unit == Unit.WorkDay ? new(unit.Shift(today, 1)!.Value, end) : new(today.AddDays(1), end);
    }

    /// <summary>The so many whole calendar units before the current one.</summary>
    public static Span? CalendarBack(DateOnly today, Unit unit, int count) =>
        count > 0 && unit.Shift(today, -count) is { } first && unit.Shift(today, -1) is { } last
            ? new(unit.Containing(first).From, unit.Containing(last).To)
            : null;

    /// <summary>The so many whole calendar units after the current one.</summary>
    public static Span? CalendarAhead(DateOnly today, Unit unit, int count) =>
        count > 0 && unit.Shift(today, 1) is { } first && unit.Shift(today, count) is { } last
            ? new(unit.Containing(first).From, unit.Containing(last).To)
            : null;
}
