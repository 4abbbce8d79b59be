namespace Understanding.Dates;

/// <summary>The grammar of English expressions of time. Each method reads one kind at a place and answers null when it is not
/// there.</summary>
internal sealed partial class EnglishDates(TokenList t, Reference reference)
{
    private DateOnly Today => reference.Today;

    /// <summary>True where an expression may begin.</summary>
    public static bool CanStart(Token token) =>
        token.Script is Script.English or Script.Digits
        && token.Word is not (Word.Of or Word.And or Word.On or Word.Now)
        && (token.Word != Word.Other || token.End - token.Start == 1);

    /// <summary>The longest single expression (no range) at a place.</summary>
    public Reading? Single(int i, bool afterConnector = false) => Plain(i, afterConnector) is { } reading ? Extended(reading) : null;

    private Reading? Plain(int i, bool afterConnector = false)
    {
        var reading = Simple(i, afterConnector);
        reading = Reading.Longest(reading, Counted(i));
        reading = Reading.Longest(reading, NthOf(i));
        return Reading.Longest(reading, EdgeOf(i));
    }

    /// <summary>Expressions that contain no other period.</summary>
    private Reading? Simple(int i, bool afterConnector = false)
    {
        var reading = t[i].Script == Script.Digits ? NumericDates.Read(t, i, reference, afterConnector) : null;
        reading = Reading.Longest(reading, MonthDate(i, afterConnector));
        reading = Reading.Longest(reading, WeekdayDate(i));
        reading = Reading.Longest(reading, Relative(i));
        reading = Reading.Longest(reading, Named(i));
        reading = Reading.Longest(reading, QuarterOrHalf(i));
        reading = Reading.Longest(reading, DayOfMonth(i, afterConnector));
        return Reading.Longest(reading, YearNumber(i, afterConnector));
    }

    private Reading? Named(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        var token = t[at];
        switch (token.Word)
        {
            case Word.DayWord when token.Script == Script.English && at == i:
                return new(i + 1, When.Of(Today.AddDays(token.Value)));
            case Word.Feast when token.Script == Script.English:
                return FeastOf(at);
            case Word.CalendarYear when t[at + 1] is { Word: Word.Number, Script: Script.Digits, Places: 2 or 4 } year:
                return new(at + 2, new() { Year = year.Places == 4 ? year.Value : NumericDates.TwoDigitYear(year.Value) });
            case Word.Other when IsWeekCommencing(at) && Simple(at + 3) is { } date && date.When.Latest(Today) is { IsOneDay: true } first:
                return new(date.End, When.Of(new Span(first.From, first.From.AddDays(6))));
            case Word.Decade:
                return new(at + 1, When.Of(DecadeOf(token.Value)));
            case Word.Number when token.Script == Script.English && t[at + 1].Word == Word.Decade && token.Value is >= 15 and <= 20:
                return new(at + 2, When.Of(Span.Years(token.Value * 100 + t[at + 1].Value, token.Value * 100 + t[at + 1].Value + 9)));
            case Word.Number when token.Script == Script.Digits && token.Value % 10 == 0 && IsPlural(at + 1, out var end):
                return token.Places == 4 && NumericDates.IsYear(token.Value) ? new(end, When.Of(Span.Years(token.Value, token.Value + 9)))
                    : token.Places == 2 && token.Value >= 20 ? new(end, When.Of(DecadeOf(token.Value)))
                    : null;
            case Word.Ordinal when t[at + 1] is { Word: Word.Unit, Unit: Unit.Century } && token.Value is >= 1 and <= 30:
                return new(at + 2, When.Of(Span.Years(Math.Max(1, token.Value * 100 - 100), token.Value * 100 - 1)));
            case Word.Unit
                when token.Unit == Unit.Day
                    && t[at + 1].Word is Word.Before or Word.After
                    && t[at + 2].Word == Word.DayWord
                    && t[at + 2].Value != 0:
                return new(at + 3, When.Of(Today.AddDays(t[at + 2].Value * 2)));
            default:
                return null;
        }
    }

    /// <summary>w/c, as in "w/c Feb 4".</summary>
    private bool IsWeekCommencing(int i) =>
        t[i + 1].Word == Word.Slash
        && t[i + 2] is { Word: Word.Other, Glued: true }
        && t.Text.AsSpan(t[i].Start).StartsWith("w/c ", StringComparison.Ordinal);

    /// <summary>1990s, 1990's, 1990 s.</summary>
    private bool IsPlural(int i, out int end)
    {
        end = i;
        if (t[end].Word == Word.Quote && t[end].Glued)
            end++;
        if (t[end].Word != Word.Other || t[end].End - t[end].Start != 1 || t.CharAt(t[end].Start) != 's')
            return false;
        end++;
        return true;
    }

    private static Span DecadeOf(int tens) => Span.Years((tens < 30 ? 2000 : 1900) + tens, (tens < 30 ? 2000 : 1900) + tens + 9);

    private Reading FeastOf(int i)
    {
        var feast = Feasts.All[t[i].Value];
        var end = i + 1;
        var weekend = t[end] is { Word: Word.Unit, Unit: Unit.Weekend };
        if (weekend)
            end++;
        var (year, yearEnd) = YearBehind(end) ?? (0, end);
        var when = new When { Feast = feast, Year = year };
        return weekend && when.Latest(Today) is { } span ? new(yearEnd, When.Of(Unit.Weekend.Containing(span.From))) : new(yearEnd, when);
    }

    /// <summary>A year behind a month, feast or quarter: 2019, of 2019, '87, of 87, last year, of next year.</summary>
    private (int Year, int End)? YearBehind(int i)
    {
        var at = t[i].Word is Word.Comma ? i + 1 : i;
        var introduced = t[at].Word is Word.Of or Word.In;
        if (introduced)
            at++;
        if (t[at].Word == Word.The && t[at + 1] is { Word: Word.Unit, Unit: Unit.Year })
            return introduced && !t[at + 2].IsNumber ? (Today.Year, at + 2)
                : t[at + 2].IsNumber && NumericDates.IsYear(t[at + 2].Value) ? (t[at + 2].Value, at + 3)
                : null;
        if (t[at].Word is Word.Prev or Word.This or Word.Next && t[at + 1] is { Word: Word.Unit, Unit: Unit.Year })
            return (Today.Year + Direction(t[at].Word), at + 2);
        var quote = t[at].Word == Word.Quote;
        if (quote)
            at++;
        if (!t[at].IsNumber)
            return null;
        if (
            t[at].Script == Script.Digits && t[at].Places == 4 && NumericDates.IsYear(t[at].Value)
            || t[at].Script == Script.English && t[at].Value is >= 1500 and <= 2200
        )
            return (t[at].Value, at + 1);
        var short2 =
            t[at] is { Script: Script.Digits, Places: 2 }
            && (quote || introduced || t[at].Value >= 32)
            && t[at + 1].Word is not (Word.Unit or Word.Clock);
        return short2 ? (NumericDates.TwoDigitYear(t[at].Value), at + 1) : null;
    }

    private static int Direction(Word word) =>
        word switch
        {
            Word.Prev => -1,
            Word.Next => 1,
            _ => 0,
        };

    /// <summary>Three months by name: winter begins in December of the year it is named after.</summary>
    public static Span SeasonOf(int year, int firstMonth)
    {
        var first = new DateOnly(Math.Clamp(year, 1, 9997), firstMonth, 1);
        return new(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>Weekdays and times behind a date belong to it: two months from today on Tuesday; yesterday morning; Friday last
    /// week.</summary>
    private Reading Extended(Reading reading)
    {
        var end = reading.End;
        if (IsPossessive(end) && OfOwner(end + 2, reading.When) is { } owned)
            return owned;
        var at = t[end].Word is Word.Comma or Word.On or Word.Dash ? end + 1 : end;
        if (t[at] is { Word: Word.Weekday } weekday && reading.When.Known is { } span && !IsDoubtful(at) && (at > end || span.Days is 7))
        {
            if (span.Days == 7 && span.From.DayOfWeek == DayOfWeek.Monday)
                return new(at + 1, When.Of(UnitArithmetic.OnOrAfter(span.From, (DayOfWeek)weekday.Value)));
            if (span.IsOneDay && t[end].Word == Word.On && reading.When.Month == 0)
                return new(at + 1, When.Of(UnitArithmetic.OnOrAfter(span.From, (DayOfWeek)weekday.Value)));
        }
        while (t[end].Word == Word.DayPart && t[end].Script == Script.English)
            end++;
        return reading with { End = end };
    }

    private bool IsPossessive(int i) =>
        t[i] is { Word: Word.Quote, Glued: true }
        && t[i + 1] is { Word: Word.Other, Glued: true } s
        && s.End - s.Start == 1
        && t.CharAt(s.Start) == 's';

    /// <summary>next week's Friday, last year's June, next year's third week.</summary>
    private Reading? OfOwner(int i, When owner)
    {
        if (owner.Latest(Today) is not { IsOneDay: false } span)
            return null;
        if (t[i].Word == Word.Weekday && span.Days == 7)
            return new(i + 1, When.Of(UnitArithmetic.OnOrAfter(span.From, (DayOfWeek)t[i].Value)));
        if (t[i].Word == Word.Month && span.Days > 360)
            return new(i + 1, new() { Year = span.From.Year, Month = t[i].Value });
        if (t[i].Word is not (Word.Ordinal or Word.Prev))
            return null;
        var last = t[i].Word == Word.Prev;
        var part = t[i + 1].Word switch
        {
            Word.Unit => Periods.Nth(span, t[i + 1].Unit, last ? 1 : t[i].Value, last),
            Word.Weekday => Weekday(span, (DayOfWeek)t[i + 1].Value, last ? 1 : t[i].Value, last),
            _ => null,
        };
        return part is { } p ? new Reading(i + 2, When.Of(p)) : null;
    }

    private bool IsDoubtful(int i) =>
        t[i].End - t[i].Start <= 5
        && t[i].Script == Script.English
        && EnglishWords.IsDoubtful(t.Text.AsSpan(t[i].Start, t[i].End - t[i].Start));
}
