namespace Understanding.Dates;

/// <summary>The grammar of Chinese expressions of time. Each method reads one kind at a place and answers null when it is not
/// there.</summary>
internal sealed partial class ChineseDates(TokenList t, Reference reference)
{
    private DateOnly Today => reference.Today;

    /// <summary>The longest single expression (no range) at a place.</summary>
    public Reading? Single(int i, bool afterConnector = false)
    {
        var reading = NumericDates.Read(t, i, reference, afterConnector);
        reading = Reading.Longest(reading, Calendar(i));
        reading = Reading.Longest(reading, WeekdayOrWeek(i));
        reading = Reading.Longest(reading, Counted(i));
        reading = Reading.Longest(reading, Named(i));
        return reading is { } r ? SkipDayPart(r) : null;
    }

    /// <summary>True where an expression may begin.</summary>
    public static bool CanStart(Token token) =>
        token.Word
            is Word.Number
                or Word.YearWord
                or Word.DayWord
                or Word.Feast
                or Word.Up
                or Word.Down
                or Word.This
                or Word.Front
                or Word.Behind
                or Word.Recent
                or Word.Lately
                or Word.Coming
                or Word.FromZh
                or Word.Week
                or Word.LunarMonth
                or Word.GreatYear
                or Word.Era
                or Word.HalfZh
                or Word.YearSign
                or Word.MonthSign
                or Word.TenDays
                or Word.Nth
                or Word.LastCentury
                or Word.Unit
                or Word.Begin
                or Word.Quarter
                or Word.AgoZh
                or Word.HenceZh;

    private Reading? Named(int i)
    {
        var token = t[i];
        switch (token.Word)
        {
            case Word.DayWord when token.Script == Script.Chinese:
                return new(i + 1, When.Of(Today.AddDays(token.Value)));
            case Word.Feast when token.Script != Script.English:
                return FeastWithSpan(i, 0);
            case Word.Lately:
                return new(i + 1, When.Of(Today) with { IsVague = true });
            case Word.This when t[i + 1].Word is Word.DaySign or Word.Sky && t[i + 1].Glued && !IsNumberBefore(i):
                return new(i + 2, When.Of(Today) with { IsVague = true });
            case Word.GreatYear when t[i + 1].Word == Word.Number || t[i + 1].Word == Word.Begin && t[i + 2].IsNumber:
                return LunarEnd(i, 0);
            case Word.LastCentury:
                return CenturyFrom(i + 1, (Today.Year - 1) / 100 + 1 + token.Value);
            case Word.Number when t[i + 1].Word == Word.CenturySign && token.Value is >= 1 and <= 30:
                return CenturyFrom(i + 2, token.Value);
            case Word.Number when t[i + 1].Word == Word.DecadeSign && token.Value is >= 10 and < 100 && token.Value % 10 == 0:
                return new(
                    i + 2,
                    When.Of(Span.Years((token.Value < 30 ? 2000 : 1900) + token.Value, (token.Value < 30 ? 2000 : 1900) + token.Value + 9))
                );
            case Word.Number when t[i + 1].Word == Word.DecadeSign && token.Value >= 1000 && token.Value % 10 == 0:
                return new(i + 2, When.Of(Span.Years(token.Value, token.Value + 9)));
            case Word.TenDays:
                return MonthTail(i, new() { Year = Today.Year, Month = Today.Month });
            case Word.MonthSign when t[i + 1].Word is Word.Begin or Word.Middle or Word.Close && t[i + 1].Glued && !IsNumberBefore(i):
                return InThePast(i + 2, Unit.Month, t[i + 1].Word);
            case Word.YearSign when t[i + 1].Word is Word.Begin or Word.Middle or Word.Close && t[i + 1].Glued && !IsNumberBefore(i):
                return InThePast(i + 2, Unit.Year, t[i + 1].Word);
            default:
                return null;
        }
    }

    private bool IsNumberBefore(int i) => i > 0 && t[i].Glued && t[i - 1].Word is Word.Number or Word.Ge;

    /// <summary>月底, 年初 without a month or year: the latest that has begun.</summary>
    private Reading InThePast(int end, Unit unit, Word part)
    {
        var span = Part(unit.Containing(Today), unit, part);
        if (span.From > Today && unit.Shift(Today, -1) is { } earlier)
            span = Part(unit.Containing(earlier), unit, part);
        return new(end, When.Of(span));
    }

    private Reading? FeastWithSpan(int i, int year)
    {
        var (feast, end) = (Feasts.All[t[i].Value], i + 1);
        if (t[end].Word == Word.HolidaySpan)
            (feast, end) = (feast.DaysOff, end + 1);
        return new(end, new() { Feast = feast, Year = year });
    }

    /// <summary>大年初一, 大年三十: the first month's days, as the public specifications count them.</summary>
    private Reading? LunarEnd(int i, int year)
    {
        var at = t[i + 1].Word == Word.Begin ? i + 2 : i + 1;
        if (reference.IsOfPeople && t[at].Value == 30)
            return new Reading(at + 1, new() { Year = year, Feast = Feasts.NewYearsEveOfTheMoon });
        return t[at].Value is >= 1 and <= 30
            ? new Reading(
                at + 1,
                new()
                {
                    Year = year,
                    Month = 1,
                    Day = t[at].Value,
                    IsLunar = reference.IsOfPeople,
                }
            )
            : null;
    }

    private Reading CenturyFrom(int end, int century)
    {
        var first = (century - 1) * 100;
        if (t[end].Word == Word.De)
            end++;
        if (t[end].IsNumber && t[end + 1].Word == Word.DecadeSign && t[end].Value is >= 10 and < 100)
            return new(end + 2, When.Of(Span.Years(first + t[end].Value, first + t[end].Value + 9)));
        if (t[end].Word is Word.Begin or Word.Middle or Word.Close)
        {
            var part = t[end].Word switch
            {
                Word.Begin => 0,
                Word.Middle => 33,
                _ => 67,
            };
            return new(end + 1, When.Of(Span.Years(Math.Max(1, first + part), first + part + 32)));
        }
        return new(end, When.Of(Span.Years(Math.Max(1, first), first + 99)));
    }

    /// <summary>晚上, 早上 … belong to the day before them and change nothing.</summary>
    private Reading SkipDayPart(Reading reading)
    {
        var end = reading.End;
        if (t[end].Word == Word.De && t[end + 1].Word == Word.DayPart)
            end++;
        while (t[end].Word == Word.DayPart && t[end].Script == Script.Chinese)
            end++;
        return reading with { End = end };
    }

    /// <summary>初, 中, 底 of a month in tens of days; of a year in quarters; else in thirds.</summary>
    private static Span Part(Span span, Unit unit, Word part)
    {
        var (first, last) = (span.From, span.To);
        return (unit, part) switch
        {
            (Unit.Month, Word.Begin) => new(first, first.AddDays(9)),
            (Unit.Month, Word.Middle) => new(first.AddDays(10), first.AddDays(19)),
            (Unit.Month, _) => new(first.AddDays(20), last),
            (Unit.Year, Word.Begin) => Span.Months(first.Year, 1, 3),
            (Unit.Year, Word.Middle) => Span.Months(first.Year, 4, 9),
            (Unit.Year, _) => Span.Months(first.Year, 10, 12),
            (_, Word.Begin) => new(first, first.AddDays(span.Days / 3)),
            (_, Word.Middle) => new(first.AddDays(span.Days / 3), last.AddDays(-span.Days / 3)),
            _ => new(last.AddDays(-span.Days / 3), last),
        };
    }
}
