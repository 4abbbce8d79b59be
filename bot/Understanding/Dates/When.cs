namespace Understanding.Dates;

/// <summary>Which side of a period "the start of …" and "the end of …" mean when they bound a range.</summary>
internal enum Edge
{
    None,
    Start,
    End,
}

/// <summary>What an expression says before the parts that it leaves out are filled in. 0 = not said.</summary>
internal readonly record struct When
{
    public int Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    public DayOfWeek? Weekday { get; init; }

    public int Quarter { get; init; }

    public int Half { get; init; }

    public Feast? Feast { get; init; }

    /// <summary>Set once nothing is left out.</summary>
    public Span? Known { get; init; }

    public Edge Edge { get; init; }

    public bool IsVague { get; init; }

    /// <summary>Month and day of the lunar calendar.</summary>
    public bool IsLunar { get; init; }

    /// <summary>Written in figures, and the two may be the other way round (03/11).</summary>
    public bool MayBeSwapped { get; init; }

    /// <summary>The same with month and day exchanged.</summary>
    public When Swapped => this with { Month = Day, Day = Month, MayBeSwapped = false };

    public static When Of(Span span) => new() { Known = span };

    public static When Of(DateOnly day) => new() { Known = Span.Day(day) };

    /// <summary>True when the year is not said and matters.</summary>
    public bool LacksYear => Known is null && Year == 0;

    /// <summary>True when only a day number is said.</summary>
    public bool IsBareDay => Known is null && Year == 0 && Month == 0 && Day > 0;

    /// <summary>Fills in what is missing so that the result begins on <paramref name="today"/> or is the latest before it; null
    /// when there is no such date.</summary>
    public Span? Latest(DateOnly today)
    {
        if (Known is { } known)
            return known;
        if (Year != 0)
            return InYear(Year);
        if (Day > 0 && Month == 0)
            return SearchMonths(today, -1);
        if (Weekday is { } weekday && Month == 0)
            return Span.Day(UnitArithmetic.OnOrBefore(today, weekday));
        for (var year = today.Year; year > Math.Max(0, today.Year - 30); year--)
        {
            if (InYear(year) is { } span && span.From <= today && FitsWeekday(span))
                return span;
        }
        return null;
    }

    /// <summary>Fills in what is missing so that the result ends on <paramref name="start"/> or is the first after it.</summary>
    public Span? FirstFrom(DateOnly start)
    {
        if (Known is { } known)
            return known;
        if (Year != 0)
            return InYear(Year);
        if (Day > 0 && Month == 0)
            return SearchMonths(start, 1);
        if (Weekday is { } weekday && Month == 0)
            return Span.Day(UnitArithmetic.OnOrAfter(start, weekday));
        for (var year = start.Year; year < Math.Min(10000, start.Year + 30); year++)
        {
            if (InYear(year) is { } span && span.To >= start && FitsWeekday(span))
                return span;
        }
        return null;
    }

    private Span? InYear(int year)
    {
        if (year is < 1 or > 9999)
            return null;
        if (Feast is not null)
            return Feast.In(year);
        if (Quarter > 0)
            return Span.Quarter(year, Quarter);
        if (Half > 0)
            return Span.Half(year, Half);
        if (Month == 0)
            return Day == 0 ? Span.Year(year) : null;
        if (Month > 12)
            return null;
        if (Day == 0)
            return Span.Month(year, Month);
        if (IsLunar)
            return Feasts.LunarDay(year, Month, Day);
        return Day <= DateTime.DaysInMonth(year, Month) ? Span.Day(new(year, Month, Day)) : null;
    }

    private bool FitsWeekday(Span span) => Weekday is not { } weekday || Day == 0 || span.From.DayOfWeek == weekday;

    private Span? SearchMonths(DateOnly from, int step)
    {
        var (year, month) = (from.Year, from.Month);
        for (var i = 0; i < 240 && year is > 0 and < 9999; i++)
        {
            if (Day <= DateTime.DaysInMonth(year, month))
            {
                var day = new DateOnly(year, month, Day);
                if ((step < 0 ? day <= from : day >= from) && (Weekday is not { } w || day.DayOfWeek == w))
                    return Span.Day(day);
            }
            month += step;
            if (month is 0 or 13)
                (year, month) = (year + step, month == 0 ? 12 : 1);
        }
        return null;
    }
}
