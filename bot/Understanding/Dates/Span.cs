namespace Understanding.Dates;

/// <summary>Whole days, both ends included.</summary>
internal readonly record struct Span(DateOnly From, DateOnly To)
{
    public static Span Day(DateOnly day) => new(day, day);

    public static Span Month(int year, int month) => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    public static Span Months(int year, int first, int last) => new(new(year, first, 1), new(year, last, DateTime.DaysInMonth(year, last)));

    public static Span Quarter(int year, int quarter) => Months(year, quarter * 3 - 2, quarter * 3);

    public static Span Half(int year, int half) => Months(year, half * 6 - 5, half * 6);

    public static Span Year(int year) => Months(year, 1, 12);

    public static Span Years(int first, int last) => new(new(first, 1, 1), new(last, 12, 31));

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool IsOneDay => From == To;
}

/// <summary>Lengths that people count time in.</summary>
internal enum Unit
{
    Minute,
    Hour,
    Day,
    WorkDay,
    Weekend,
    WorkWeek,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// <summary>Calendar arithmetic in those lengths. Weeks start on Monday; a week belongs to the month or year that its Thursday lies
/// in.</summary>
internal static class UnitArithmetic
{
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The calendar unit that a day lies in.</summary>
    public static Span Containing(this Unit unit, DateOnly day) =>
        unit switch
        {
            Unit.Week => new(Monday(day), Monday(day).AddDays(6)),
            Unit.WorkWeek => new(Monday(day), Monday(day).AddDays(4)),
            Unit.Weekend => new(Monday(day).AddDays(5), Monday(day).AddDays(6)),
            Unit.Fortnight => new(Monday(day), Monday(day).AddDays(13)),
            Unit.Month => Span.Month(day.Year, day.Month),
            Unit.Quarter => Span.Quarter(day.Year, (day.Month + 2) / 3),
            Unit.HalfYear => Span.Half(day.Year, day.Month <= 6 ? 1 : 2),
            Unit.Year => Span.Year(day.Year),
            Unit.Decade => Span.Years(Math.Max(1, day.Year / 10 * 10), day.Year / 10 * 10 + 9),
            Unit.Century => Span.Years(Math.Max(1, day.Year / 100 * 100), day.Year / 100 * 100 + 99),
            _ => Span.Day(day),
        };

    /// <summary>The same day so many units away; null when it falls outside the calendar.</summary>
    public static DateOnly? Shift(this Unit unit, DateOnly day, int count)
    {
        var months = unit switch
        {
            Unit.Month => 1,
            Unit.Quarter => 3,
            Unit.HalfYear => 6,
            Unit.Year => 12,
            Unit.Decade => 120,
            Unit.Century => 1200,
            _ => 0,
        };
        var days = unit switch
        {
            Unit.Week or Unit.WorkWeek or Unit.Weekend => 7,
            Unit.Fortnight => 14,
            Unit.Day => 1,
            _ => 0,
        };
        if (unit == Unit.WorkDay)
            return ShiftWorkDays(day, count);
        var (addMonths, addDays) = ((long)months * count, (long)days * count);
        if (Math.Abs(addMonths) > 12 * 9000 || Math.Abs(addDays) > 3_000_000)
            return null;
        var month = day.Year * 12L + day.Month - 1 + addMonths;
        if (month is < 12 or >= 10000 * 12L)
            return null;
        var number = day.AddMonths((int)addMonths).DayNumber + addDays;
        return number < 0 || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
    }

    /// <summary>The first day after <paramref name="from"/> (or on it) that falls on a day of the week.</summary>
    public static DateOnly OnOrAfter(DateOnly from, DayOfWeek weekday) => from.AddDays(((int)weekday - (int)from.DayOfWeek + 7) % 7);

    /// <summary>The last day before <paramref name="until"/> (or on it) that falls on a day of the week.</summary>
    public static DateOnly OnOrBefore(DateOnly until, DayOfWeek weekday) => until.AddDays(-(((int)until.DayOfWeek - (int)weekday + 7) % 7));

    private static DateOnly? ShiftWorkDays(DateOnly day, int count)
    {
        if (Math.Abs(count) > 5000)
            return null;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return day;
    }
}
