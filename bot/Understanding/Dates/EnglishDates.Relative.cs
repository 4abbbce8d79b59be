namespace Understanding.Dates;

/// <summary>last week, this Friday, next June, the week before last, the weekend, Friday the 14th, the rest of the month, this
/// month to date.</summary>
internal sealed partial class EnglishDates
{
    private Reading? Relative(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        var token = t[at];
        switch (token.Word)
        {
            case Word.This when t[at + 1].Word is Word.Prev or Word.Next:
                return Directed(at + 1, Direction(t[at + 1].Word));
            case Word.Prev or Word.This or Word.Next:
                return Directed(at, Direction(token.Word));
            case Word.EndName:
                return new(at + 1, When.Of(Span.Day(token.Unit.Containing(Today).To)));
            case Word.Rest when t[at + 1].Word == Word.Of:
                var unitAt = t[at + 2].Word is Word.The or Word.This ? at + 3 : at + 2;
                return t[unitAt].Word == Word.Unit && t[unitAt].Unit > Unit.Day
                    ? new(unitAt + 1, When.Of(new Span(Today, t[unitAt].Unit.Containing(Today).To)))
                    : null;
            case Word.Unit when token.Unit is >= Unit.Day and <= Unit.Year:
                return UnitAlone(i, at, token.Unit);
            default:
                return null;
        }
    }

    private Reading? UnitAlone(int i, int at, Unit unit)
    {
        if (t[at + 1].Word is Word.Before or Word.After && t[at + 2].Word is Word.Prev or Word.Next)
            return unit.Shift(Today, t[at + 2].Word == Word.Prev ? -2 : 2) is { } day ? new(at + 3, When.Of(unit.Containing(day))) : null;
        if (t[at + 1].Word == Word.To && t[at + 2].Word == Word.Date)
            return new(at + 3, When.Of(ToDate(unit)));
        if (
            unit == Unit.Month
            && t[at + 1].Word == Word.Of
            && t[at + 2].Word == Word.Month
            && MonthFirst(at + 2, true) is { When.Day: 0 } named
        )
            return named;
        if (unit == Unit.Week && at > 0 && (t[at + 1].Word is Word.Of or Word.Commencing or Word.From or Word.Final))
            return WeekOf(at);
        if (unit == Unit.Week && t[at + 1] is { Word: Word.Number, Script: Script.Digits, Places: <= 2 } && !(t[i - 1].Word is Word.Number))
            return NumberedWeek(at);
        if (
            at == i
            || t[at + 1].Word == Word.Of
            || t[at + 1].Word is Word.Before or Word.After && unit == Unit.Day && t[at + 2].Word is not (Word.Stop or Word.Other)
        )
            return null;
        if (
            unit == Unit.Day
            && t[at + 1].Word is Word.Before or Word.After
            && (at + 2 >= t.Count || t[at + 2].Word is Word.Stop or Word.Dot)
        )
            return new(at + 2, When.Of(Today.AddDays(t[at + 1].Word == Word.Before ? -1 : 1)) with { IsVague = true });
        return IsPluralWord(at) ? null : new(at + 1, When.Of(unit.Containing(Today)) with { IsVague = unit != Unit.Weekend });
    }

    private bool IsPluralWord(int i) => t.CharAt(t[i].End - 1) == 's';

    private Span ToDate(Unit unit) =>
        new(unit.Containing(Today).From, reference.Ranges == RangeReading.IncludesEnd ? Today : Today.AddDays(-1));

    private Reading? WeekOf(int at)
    {
        var next = at + 1;
        var dateAt = t[next + 1].Word is Word.On or Word.From ? next + 2 : next + 1;
        if (Simple(dateAt) is not { } date || date.When.Latest(Today) is not { IsOneDay: true } day)
            return null;
        return new(date.End, When.Of(t[next].Word == Word.Of ? Unit.Week.Containing(day.From) : new Span(day.From, day.From.AddDays(6))));
    }

    /// <summary>week 3 of 2027.</summary>
    private Reading? NumberedWeek(int at)
    {
        var (year, end) = YearBehind(at + 2) ?? (Today.Year, at + 2);
        return
            t[at + 1].Value is >= 1 and <= 53
            && year is > 0 and < 9999
            && Periods.Nth(Span.Year(year), Unit.Week, t[at + 1].Value, fromEnd: false) is { } week
            ? new(end, When.Of(week))
            : null;
    }

    private Reading? Directed(int at, int step)
    {
        var next = t[at + 1];
        switch (next.Word)
        {
            case Word.Unit when next.Unit >= Unit.Day && !IsPluralWord(at + 1):
                if (next.Unit == Unit.Day)
                    return step == 0 || t[at].Word == Word.Prev && t[at + 2].Word == Word.Of
                        ? null
                        : new(at + 2, When.Of(Today.AddDays(step)));
                if (t[at + 2].Word == Word.To && t[at + 3].Word == Word.Date && step == 0)
                    return new(at + 4, When.Of(ToDate(next.Unit)));
                return next.Unit.Shift(Today, step) is { } day && t[at + 2].Word != Word.Of
                    ? new(at + 2, When.Of(next.Unit.Containing(day)))
                    : null;
            case Word.Weekday:
                return DirectedWeekday(at, step);
            case Word.Month
                when !(
                    step == 0
                    && IsDoubtful(at + 1)
                    && t[at + 2].Word is not (Word.Number or Word.Ordinal or Word.Comma or Word.Stop or Word.To or Word.Dash)
                ):
                return DirectedMonth(at, step);
            case Word.Feast when next.Script == Script.English && FeastOf(at + 1) is { When.Year: 0 } feast:
                return new(
                    feast.End,
                    step switch
                    {
                        0 => feast.When with { Year = Today.Year },
                        < 0 => feast.When.Latest(Today.AddDays(-1)) is { } before ? When.Of(before) : feast.When,
                        _ => feast.When.FirstFrom(Today.AddDays(1)) is { } after ? When.Of(after) : feast.When,
                    }
                );
            case Word.Season:
                return new(at + 2, When.Of(SeasonNear(next.Value, step)));
            case Word.DayPart:
                return step > 0 ? null : new(at + 2, When.Of(Today.AddDays(step)));
            case Word.Number
            or Word.Ordinal
                when (NumericDates.Read(t, at + 1, reference, true) ?? MonthDate(at + 1, true))
                    is { When: { LacksYear: true, Day: > 0 } } date:
                return
                    (step > 0 ? date.When.FirstFrom(Today.AddDays(1)) : date.When.Latest(step < 0 ? Today.AddDays(-1) : Today)) is { } span
                    ? new(date.End, When.Of(span))
                    : null;
            case Word.Half when t[at + 2] is { Word: Word.Unit, Unit: Unit.Year } && Unit.HalfYear.Shift(Today, step) is { } half:
                return new(at + 3, When.Of(Unit.HalfYear.Containing(half)));
            default:
                return null;
        }
    }

    private Reading? DirectedWeekday(int at, int step)
    {
        var weekday = (DayOfWeek)t[at + 1].Value;
        var day = UnitArithmetic.OnOrAfter(UnitArithmetic.Monday(Today).AddDays(7 * step), weekday);
        // "past Wednesday" and "coming Friday" are the nearest, "last" and "next" those of the neighbouring week.
        var word = t.Text.AsSpan(t[at].Start, t[at].End - t[at].Start);
        if (word is "past")
            day = UnitArithmetic.OnOrBefore(Today.AddDays(-1), weekday);
        else if (word is "coming" or "upcoming")
            day = UnitArithmetic.OnOrAfter(Today.AddDays(1), weekday);
        if (DateBehindWeekday(at + 2) is { } date)
            return date.When.LacksYear && date.When.Month > 0 ? date with { When = date.When with { Year = Today.Year } } : date;
        return new Reading(at + 2, When.Of(day));
    }

    private Reading? DirectedMonth(int at, int step)
    {
        var month = t[at + 1].Value;
        var year = step switch
        {
            0 => Today.Year,
            < 0 => month < Today.Month ? Today.Year : Today.Year - 1,
            _ => month > Today.Month ? Today.Year : Today.Year + 1,
        };
        var day = t[at + 2].Word == Word.The ? at + 3 : at + 2;
        return IsDayNumber(day) && (t[day].Word == Word.Ordinal || day == at + 2 && t[day].Script == Script.Digits)
            ? new(
                day + 1,
                new()
                {
                    Year = year,
                    Month = month,
                    Day = t[day].Value,
                }
            )
            : new(at + 2, new() { Year = year, Month = month });
    }

    private Span SeasonNear(int firstMonth, int step)
    {
        var thisYear = SeasonOf(Today.Year, firstMonth);
        return step switch
        {
            0 => thisYear,
            < 0 => thisYear.To < Today ? thisYear : SeasonOf(Today.Year - 1, firstMonth),
            _ => thisYear.From > Today ? thisYear : SeasonOf(Today.Year + 1, firstMonth),
        };
    }

    private Reading? WeekdayDate(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        if (t[at].Word != Word.Weekday || t[at - 1].Word == Word.Every)
            return null;
        var weekday = (DayOfWeek)t[at].Value;
        if (DateBehindWeekday(at + 1) is { } date)
            return date;
        var next = t[at + 1].Word is Word.Of or Word.In or Word.Comma ? at + 2 : at + 1;
        if (t[next].Word == Word.The)
            next++;
        if (
            t[next].Word is Word.Prev or Word.This or Word.Next
            && t[next + 1] is { Word: Word.Unit, Unit: Unit.Week }
            && !IsPluralWord(next + 1)
        )
            return new(
                next + 2,
                When.Of(UnitArithmetic.OnOrAfter(UnitArithmetic.Monday(Today).AddDays(7 * Direction(t[next].Word)), weekday))
            );
        if (
            t[next].Word == Word.Unit
            && t[next].Unit == Unit.Week
            && t[next + 1].Word is Word.Before or Word.After
            && t[next + 2].Word is Word.Prev or Word.Next
        )
            return new(
                next + 3,
                When.Of(UnitArithmetic.OnOrAfter(UnitArithmetic.Monday(Today).AddDays(t[next + 2].Word == Word.Prev ? -14 : 14), weekday))
            );
        if (Counted(t[at + 1].Word == Word.Comma ? at + 2 : at + 1) is { When.Known: { IsOneDay: true } shifted } counted)
            return new(counted.End, When.Of(UnitArithmetic.OnOrAfter(shifted.From, weekday)));
        return IsPluralDay(at) || IsDoubtful(at) && !IsIntroducedWeekday(at) ? null : new(at + 1, new() { Weekday = weekday });
    }

    private bool IsPluralDay(int i) => t[i].End - t[i].Start > 5 && IsPluralWord(i);

    private bool IsIntroducedWeekday(int i) =>
        i == 0 && t.Count == 1
        || t[i + 1].Word is Word.Dash or Word.To or Word.DayPart
        || t[i - 1].Word is Word.On or Word.From or Word.To or Word.Dash or Word.Since or Word.Before or Word.After or Word.Between;

    /// <summary>Friday, June 15; Friday-Jun-15; Fri 14th; Friday the 14th.</summary>
    private Reading? DateBehindWeekday(int i)
    {
        var at = i;
        while (t[at].Word is Word.Comma or Word.Dash or Word.Dot or Word.On or Word.The)
            at++;
        if (
            (t[at].Word == Word.Month && IsDayNumber(SkipJoiner(at + 1)) || IsDayNumber(at) || t[at].Places == 4)
            && MonthDate(at, true) is { When.Day: > 0 } date
        )
            return date;
        if (t[at].Script == Script.Digits && NumericDates.Read(t, at, reference, true) is { } numeric)
            return numeric;
        var plain =
            t[at] is { Word: Word.Number, Script: Script.Digits, Places: <= 2 }
            && at == i
            && (at + 1 >= t.Count || t[at + 1].Word is Word.Stop or Word.Comma or Word.Dot);
        return (plain || t[at].Word == Word.Ordinal) && t[at].Value is >= 1 and <= 31 && t[i - 1].Word == Word.Weekday
            ? new(at + 1, WeekdayAndDay(t[at].Value, (DayOfWeek)t[i - 1].Value, t[at - 1].Word == Word.The))
            : null;
    }

    /// <summary>"Tuesday the 11th" is the one of this month when it fits; "Tue 11th" the latest.</summary>
    private When WeekdayAndDay(int day, DayOfWeek weekday, bool ofThisMonth)
    {
        var fits =
            ofThisMonth
            && day <= DateTime.DaysInMonth(Today.Year, Today.Month)
            && new DateOnly(Today.Year, Today.Month, day).DayOfWeek == weekday;
        return fits ? When.Of(new DateOnly(Today.Year, Today.Month, day)) : new() { Day = day, Weekday = weekday };
    }
}
