namespace Understanding.Dates;

/// <summary>Ranges: from Monday to Friday, between 2007 and 2009, June 9-12, 9 to 12 of June, since Monday, from March to date.</summary>
internal sealed partial class EnglishDates
{
    /// <summary>The longest expression at a place: a range, a bounded side, or a single one.</summary>
    public Reading? At(int i)
    {
        var opener = t[i].Word;
        if (opener is Word.Since or Word.Before or Word.After)
            return Open(i, opener);
        var start = opener is Word.From or Word.Between ? i + 1 : i;
        var single = Single(start);
        var range = Range(start, single, opener);
        if (
            opener is Word.From
            && range is null
            && single is { } first
            && IsStarting(i)
            && first.When.Latest(Today) is { } from
            && from.From <= Today
            && Ranges.UntilNow(first.When, reference) is { } open
            && t[i + 1].Word != Word.Of
        )
            return new(first.End, When.Of(open));
        if (start > i)
            return range ?? (opener is Word.From ? Single(i) : null);
        return Reading.Longest(single, range);
    }

    private Reading? Open(int i, Word opener)
    {
        if (Single(i + 1) is not { } single)
            return null;
        switch (opener)
        {
            case Word.Since:
                return Ranges.UntilNow(single.When, reference) is { } since ? new(single.End, When.Of(since)) : single;
            case Word.After:
                return single.When.Latest(Today) is { } after && after.To < Today && !single.When.IsVague
                    ? new(single.End, When.Of(new Span(after.To.AddDays(1), Today)))
                    : null;
            default:
                return single.When.Latest(Today) is { } before && before.From > DateOnly.MinValue && !single.When.IsVague
                    ? new(single.End, When.Of(new Span(DateOnly.MinValue, before.From.AddDays(-1))))
                    : null;
        }
    }

    private Reading? Range(int i, Reading? single, Word opener)
    {
        if (single is { } a && Second(a.End, a.When, opener) is { } joined)
            return joined;
        var at = t[i].Word == Word.The ? i + 1 : i;
        if (
            t[at].Word is not (Word.Number or Word.Ordinal)
            || t[at].Script == Script.Chinese
            || t[at].Value is < 1
            || Connector(at + 1, opener) is not { } next
        )
            return null;
        // The month may be said only once, behind: 9 to 12 of June; between the ninth and the seventeenth of April.
        if (Single(next, true) is not { } b)
            return null;
        When? bare =
            b.When is { Day: > 0 } or { Known.IsOneDay: true } && t[at].Value <= 31 && t[at].Places <= 2 ? new When { Day = t[at].Value }
            : b.When is { Known: null, Year: > 0, Month: 0, Quarter: 0 } && NumericDates.IsYear(t[at].Value)
                ? new When { Year = t[at].Value }
            : null;
        return bare is { } first && Ranges.Join(first, b.When, reference) is { } span ? new(b.End, When.Of(span)) : null;
    }

    private Reading? Second(int end, When a, Word opener)
    {
        if (Connector(end, opener) is not { } next)
            return null;
        if (t[next].Word is Word.Now or Word.Date || t[next] is { Word: Word.DayWord, Value: 0 })
            return Ranges.UntilNow(a, reference) is { } span ? new(next + 1, When.Of(span)) : null;
        if (Single(next, true) is { } b && (LendYear(b) is { } dated ? Ranges.Join(a, dated.When, reference) : null) is { } joined)
            return new(LendYear(b)!.Value.End, When.Of(joined));
        // June 9-12, January 3 to 5, 2018
        var at = t[next].Word == Word.The ? next + 1 : next;
        if (
            !IsDayNumber(at)
            || a is not { Known: null, Day: > 0 }
            || t[at + 1].Word is Word.Unit or Word.DayPart
            || t[at + 1] is { Glued: true, Word: Word.Other }
        )
            return null;
        var (year, yearEnd) = a.Year == 0 ? YearBehind(at + 1) ?? (0, at + 1) : (a.Year, at + 1);
        var day = new When
        {
            Day = t[at].Value,
            Month = t[at].Value > a.Day ? a.Month : 0,
            Year = t[at].Value > a.Day ? year : 0,
        };
        return Ranges.Join(a with { Year = year }, day, reference) is { } days ? new(yearEnd, When.Of(days)) : null;
    }

    /// <summary>5/1-5/7, 2020: the year stands behind the second date.</summary>
    private Reading? LendYear(Reading b) =>
        b.When is { Known: null, Year: 0, Month: > 0 }
        && t[b.End].Word == Word.Comma
        && t[b.End + 1].Places == 4
        && YearBehind(b.End) is { } year
            ? new(year.End, b.When with { Year = year.Year })
            : b;

    private int? Connector(int i, Word opener) =>
        t[i].Word switch
        {
            Word.To => t[i + 1].Word == Word.On ? i + 2 : i + 1,
            Word.And when opener == Word.Between => i + 1,
            Word.Dash => t[i + 1].Word == Word.Dash ? i + 2 : i + 1,
            _ => null,
        };
}
