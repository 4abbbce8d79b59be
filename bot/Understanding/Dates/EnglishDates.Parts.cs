namespace Understanding.Dates;

/// <summary>Parts of a period: the first week of May, last 3 days of the month, second Friday of June, early this year, the end of
/// March, mid-July.</summary>
internal sealed partial class EnglishDates
{
    private Reading? NthOf(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        var fromEnd = t[at].Word == Word.Prev;
        if (t[at].Word != Word.Ordinal && !fromEnd)
            return null;
        var n = fromEnd ? 1 : t[at].Value;
        var next = at + 1;
        var (count, run) = (1, false);
        if (t[next].IsNumber && t[next].Script != Script.Chinese && t[next].Value is > 0 and < 400 && n == 1)
            (count, run, next) = (t[next].Value, true, next + 1);
        else if (t[next].Word == Word.Few && n == 1)
            (count, run, next) = (t[next].Value, true, next + (t[next + 1].Word == Word.Of ? 2 : 1));
        var unit = t[next];
        if (
            unit.Word is not (Word.Unit or Word.Weekday or Word.Half)
            || t[next + 1].Word is not (Word.Of or Word.In or Word.Prev or Word.This or Word.Next) && unit.Word != Word.Half
        )
            return null;
        if (unit.Word == Word.Half && t[next + 1] is { Word: Word.Unit, Unit: Unit.Year })
            next++;
        var periodAt = t[next + 1].Word is Word.Of or Word.In ? next + 2 : next + 1;
        if (Period(periodAt) is not { } period || period.When.Latest(Today) is not { } span || span.IsOneDay)
            return null;
        Span? part = unit.Word switch
        {
            Word.Half => span.Days > 100 && n <= 2 ? Span.Half(span.From.Year, n)
            : n == 1 ? new(span.From, span.From.AddDays((span.Days + 1) / 2 - 1))
            : new(span.From.AddDays((span.Days + 1) / 2), span.To),
            Word.Weekday => Weekday(span, (DayOfWeek)unit.Value, n, fromEnd),
            _ when run => Periods.Run(span, unit.Unit, count, fromEnd),
            _ => Periods.Nth(span, unit.Unit, n, fromEnd),
        };
        return part is { } result ? new(period.End, When.Of(result)) : null;
    }

    private static Span? Weekday(Span span, DayOfWeek weekday, int n, bool fromEnd)
    {
        var day = fromEnd ? UnitArithmetic.OnOrBefore(span.To, weekday) : UnitArithmetic.OnOrAfter(span.From, weekday).AddDays(7 * (n - 1));
        return day >= span.From && day <= span.To ? Span.Day(day) : null;
    }

    /// <summary>A period that parts may be taken of; "the month", "the year" are the current ones.</summary>
    private Reading? Period(int i)
    {
        if (t[i].Word == Word.The && t[i + 1].Word == Word.Unit && t[i + 1].Unit > Unit.Day && !t[i + 2].IsNumber)
            return new(i + 2, When.Of(t[i + 1].Unit.Containing(Today)));
        return Simple(i, true);
    }

    private Reading? EdgeOf(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        var edge = t[at].Word;
        if (edge == Word.From && t.CharAt(t[at].Start) == 'b') // "beginning"
            edge = Word.Start;
        if (edge is not (Word.Early or Word.Mid or Word.Late or Word.Earlier or Word.Later or Word.Final or Word.Start))
            return null;
        var next = at + 1;
        if (t[next].Word == Word.Dash)
            next++;
        if (t[next].Word == Word.In)
            next++;
        if (t[next].Word == Word.Of)
            next++;
        else if (edge is Word.Final or Word.Start)
            return null;
        if (edge is Word.Early or Word.Late or Word.Earlier or Word.Later && t[next] is { Word: Word.DayWord, Script: Script.English } day)
            return new(next + 1, When.Of(Today.AddDays(day.Value)));
        if (Period(next) is not { } period || period.When.Latest(Today) is not { } span || span.IsOneDay)
            return null;
        var (part, side) = edge switch
        {
            Word.Early or Word.Earlier => (Half(span, true), Edge.None),
            Word.Start => (Half(span, true), Edge.Start),
            Word.Mid => (Middle(span), Edge.None),
            Word.Final => (Half(span, false), Edge.End),
            _ => (Half(span, false), Edge.None),
        };
        return new(period.End, When.Of(part) with { Edge = side });
    }

    /// <summary>The first or second half: 15 days of a month, half a year, Monday to Wednesday and the rest of a week.</summary>
    private static Span Half(Span span, bool first)
    {
        var cut = span.Days switch
        {
            7 => span.From.AddDays(3),
            >= 28 and <= 31 => span.From.AddDays(15),
            >= 89 and <= 92 => span.From.AddMonths(1).AddDays(15),
            365 or 366 => span.From.AddMonths(6),
            > 366 => span.From.AddYears((span.To.Year - span.From.Year + 1) / 2),
            _ => span.From.AddDays(span.Days / 2),
        };
        return first ? new(span.From, cut.AddDays(-1)) : new(cut, span.To);
    }

    private static Span Middle(Span span) =>
        span.Days switch
        {
            7 => new(span.From.AddDays(1), span.From.AddDays(3)),
            >= 28 and <= 31 => new(span.From.AddDays(9), span.From.AddDays(19)),
            365 or 366 => Span.Months(span.From.Year, 4, 9),
            > 366 => Span.Years(
                span.From.Year + (span.To.Year - span.From.Year + 1) / 3,
                span.To.Year - (span.To.Year - span.From.Year + 1) / 3
            ),
            _ => new(span.From.AddDays(span.Days / 3), span.To.AddDays(-span.Days / 3)),
        };
}
