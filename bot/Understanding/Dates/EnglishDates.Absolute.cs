namespace Understanding.Dates;

/// <summary>Dates by name: January 4th 2019, 4 Jan, the 23rd day of September, 2017 April, the 15th, 2014, Q3 2019.</summary>
internal sealed partial class EnglishDates
{
    private Reading? MonthDate(int i, bool afterConnector)
    {
        if (t[i].Word == Word.Month)
            return MonthFirst(i, afterConnector);
        var at = t[i].Word == Word.The ? i + 1 : i;
        if (!IsDayNumber(at))
            return t[at].IsNumber && NumericDates.IsYear(t[at].Value) && (t[at].Places == 4 || t[at].Script == Script.English)
                ? YearFirst(at)
                : null;
        var next = at + 1;
        if (t[next] is { Word: Word.Unit, Unit: Unit.Day } && t[at].Word == Word.Ordinal)
            next++;
        while (t[next].Word is Word.Of or Word.Dash or Word.Comma or Word.Slash)
            next++;
        if (
            t[next].Word != Word.Month
            || !IsMonthName(next, t[next - 1].Word == Word.Of || t[at].Word == Word.Ordinal || t[next - 1].Word == Word.Number)
        )
            return null;
        return WithYear(next + 1, new() { Month = t[next].Value, Day = t[at].Value });
    }

    private Reading? MonthFirst(int i, bool afterConnector)
    {
        var month = t[i].Value;
        var next = SkipJoiner(i + 1);
        if (t[next].Word == Word.The && t[next + 1].Word == Word.Ordinal)
            next++;
        if (IsDayNumber(next) && !(t[next + 1].Word == Word.Quote && t[next] is { Places: 2 }))
        {
            var fits = t[next].Word == Word.Ordinal || t[next].Script == Script.English || t[next].Places is 1 or 2;
            if (
                fits
                && !(IsDoubtful(i) && month is 5 && t[next].Script == Script.English && t[next].Word == Word.Number && t[next].Value < 2)
            )
                return WithYear(next + 1, new() { Month = month, Day = t[next].Value });
        }
        if (YearBehind(next) is { } year)
            return new(year.End, new() { Month = month, Year = year.Year });
        if (t[i + 1].Word is Word.Of or Word.Comma && YearBehind(i + 1) is { } ofYear)
            return new(ofYear.End, new() { Month = month, Year = ofYear.Year });
        if (t[i + 1] is { Word: Word.Dash, Glued: true } && t[i + 2] is { Places: 4, Glued: true } && YearBehind(i + 2) is { } dashed)
            return new(dashed.End, new() { Month = month, Year = dashed.Year });
        return IsMonthName(i, afterConnector)
            ? new(t[i + 1].Word == Word.Dot && t[i + 1].Glued && t[i + 2].Word != Word.Stop ? i + 2 : i + 1, new() { Month = month })
            : null;
    }

    /// <summary>2017 April, 2017-Apr-3.</summary>
    private Reading? YearFirst(int i)
    {
        var next = SkipJoiner(i + 1);
        if (t[next].Word != Word.Month)
            return null;
        var day = SkipJoiner(next + 1);
        return IsDayNumber(day) && t[day].Places <= 2
            ? new Reading(
                day + 1,
                new()
                {
                    Year = t[i].Value,
                    Month = t[next].Value,
                    Day = t[day].Value,
                }
            )
            : new Reading(next + 1, new() { Year = t[i].Value, Month = t[next].Value });
    }

    private int SkipJoiner(int i)
    {
        while (
            t[i].Word is Word.Dot or Word.Comma or Word.Slash
            || t[i].Word == Word.Dash && t[i].Glued && t[i + 1].Glued && t[i + 1].Places <= 2
        )
            i++;
        return i;
    }

    private bool IsDayNumber(int i) =>
        t[i].Word is Word.Number or Word.Ordinal
        && t[i].Script != Script.Chinese
        && t[i].Value is >= 1 and <= 31
        && t[i].Places <= 2
        && !(t[i + 1].Word == Word.Clock && t[i].Word == Word.Number);

    private Reading WithYear(int end, When date)
    {
        var at =
            t[end].Word is Word.Dash or Word.Slash && t[end].Glued ? end + 1
            : t[end].Word == Word.Dot ? end + 1
            : end;
        if (YearBehind(at) is { } year && !(t[at].Word == Word.In && t[at + 1].Places == 2))
            return new(year.End, date with { Year = year.Year });
        return new(end, date);
    }

    /// <summary>"may", "march" and a few more are months only in company.</summary>
    private bool IsMonthName(int i, bool introduced)
    {
        if (!IsDoubtful(i) || introduced)
            return true;
        return t[i - 1].Word
                is Word.In
                    or Word.Of
                    or Word.Prev
                    or Word.Next
                    or Word.Since
                    or Word.From
                    or Word.To
                    or Word.Between
                    or Word.Early
                    or Word.Mid
                    or Word.Late
                    or Word.Before
                    or Word.After
                    or Word.The
                    or Word.On
                    or Word.For
            || t.Count == 1
            || t[i + 1].Word == Word.Dash && t[i + 2].Word == Word.Month;
    }

    /// <summary>the 15th, on 15th: never a plain number.</summary>
    private Reading? DayOfMonth(int i, bool afterConnector)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        if (IsDayNumber(at) && (t[at].Word == Word.Ordinal || afterConnector) && RelativeMonth(at + 1) is { } relative)
            return new(relative.End, relative.When with { Day = t[at].Value });
        if (t[at].Word != Word.Ordinal || t[at].Value is < 1 or > 31)
            return null;
        var introduced =
            afterConnector || at > i || t[i - 1].Word is Word.On or Word.From or Word.Since or Word.Before or Word.After or Word.Between;
        var wordy = t[at].Script == Script.English && !afterConnector && t[i - 1].Word != Word.On;
        var closed =
            t[at + 1].Word is Word.Stop or Word.Comma or Word.Dot or Word.To or Word.And or Word.Dash or Word.Now or Word.DayPart or Word.On
            || at + 1 >= t.Count;
        return
            introduced
                && !wordy
                && (
                    closed
                    || afterConnector
                    || at > i && t[i - 1].Word == Word.On
                    || at == i && t[at].Script == Script.Digits && t[at + 1].Word != Word.Other
                )
            || introduced && closed
            ? new(at + 1, new() { Day = t[at].Value })
            : null;
    }

    /// <summary>(of) this month, next month, the month: behind a day.</summary>
    private Reading? RelativeMonth(int i)
    {
        var at = t[i].Word is Word.Of or Word.In ? i + 1 : i;
        if (t[at].Word == Word.The && t[at + 1].Word is Word.Prev or Word.This or Word.Next)
            at++;
        return
            t[at].Word is Word.The or Word.This or Word.Prev or Word.Next
            && t[at + 1] is { Word: Word.Unit, Unit: Unit.Month }
            && !IsPluralWord(at + 1)
            && (t[at].Word != Word.The || at > i)
            && Unit.Month.Shift(Today, Direction(t[at].Word)) is { } month
            ? new(at + 2, new() { Year = month.Year, Month = month.Month })
            : null;
    }

    /// <summary>2014 as a year: in digits where nothing is counted by it, or in words of the usual form.</summary>
    private Reading? YearNumber(int i, bool afterConnector)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        var named = t[at] is { Word: Word.Unit, Unit: Unit.Year };
        if (named)
            at++;
        var token = t[at];
        if (named && t[at].Word == Word.Of)
            token = t[++at];
        if (named && token is { Word: Word.Number, Script: Script.Digits, Places: 3 } && t[at + 1].Word != Word.Unit)
            return new(at + 1, new() { Year = token.Value });
        if (
            !token.IsNumber
            || token.Script == Script.Chinese
            || !NumericDates.IsYear(token.Value)
            || token.Script == Script.Digits && token.Places != 4
        )
            return null;
        if (named)
            return new(at + 1, new() { Year = token.Value });
        var (before, after) = (t[at - 1], t[at + 1]);
        if (token.Script == Script.English)
            return
                before.Word
                    is Word.In
                        or Word.Of
                        or Word.Since
                        or Word.From
                        or Word.To
                        or Word.Between
                        or Word.And
                        or Word.Before
                        or Word.After
                ? new(at + 1, new() { Year = token.Value })
                : null;
        var isCode =
            at > 0
                && token.Glued
                && before.Word is not (Word.Stop or Word.Comma)
                && !(afterConnector && before.Word == Word.Dash)
                && before.Script != Script.Chinese
            || after.Glued
                && after.Word is Word.Other or Word.Number or Word.Clock
                && after.Script != Script.Chinese
                && after.End - after.Start > 0
                && char.IsAsciiLetterOrDigit(t.CharAt(after.Start))
            || after.Glued && after.Word is Word.Dot or Word.Slash && t[at + 2] is { Glued: true, Script: Script.Digits }
            || after is { Word: Word.Dash, Glued: true } && t[at + 2] is { Script: Script.Digits, Glued: true, Places: not 4 }
            || before.Script == Script.Chinese
            || after.Glued && after.Script == Script.Chinese
            || after.Word == Word.Unit;
        if (
            isCode
            || token.Value is < 1900 or > 2099 && !afterConnector && before.Word is not (Word.In or Word.Since or Word.From or Word.Between)
        )
            return null;
        var introduced =
            afterConnector
            || at > i
            || before.Word
                is Word.In
                    or Word.Of
                    or Word.Since
                    or Word.From
                    or Word.Between
                    or Word.To
                    or Word.Before
                    or Word.After
                    or Word.Early
                    or Word.Mid
                    or Word.Late
                    or Word.For
                    or Word.On
                    or Word.Comma
                    or Word.And;
        return introduced || at == 0 || after.Word is Word.Dash or Word.To ? new(at + 1, new() { Year = token.Value }) : null;
    }

    private Reading? QuarterOrHalf(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        if (t[at].IsNumber && t[at].Places == 4 && NumericDates.IsYear(t[at].Value))
        {
            var named = SkipJoiner(at + 1);
            return t[named].Word == Word.Quarter ? new(named + 1, new() { Year = t[at].Value, Quarter = t[named].Value })
                : t[named].Word == Word.HalfName ? new(named + 1, new() { Year = t[at].Value, Half = t[named].Value })
                : null;
        }
        var (value, half, end) = (t[at].Value, false, at + 1);
        if (t[at].Word == Word.HalfName)
            half = true;
        else if (t[at].Word == Word.Ordinal && t[at + 1] is { Word: Word.Unit, Unit: Unit.Quarter } && value <= 4)
            end = at + 2;
        else if (t[at].Word == Word.Ordinal && t[at + 1].Word == Word.Half && value <= 2)
            (half, end) = (true, at + 2);
        else if (t[at].Word != Word.Quarter)
            return null;
        var (year, yearEnd) = YearBehind(t[end].Word is Word.Dash or Word.Slash && t[end].Glued ? end + 1 : end) ?? (0, end);
        if (half && t[at].Word == Word.Ordinal && year == 0)
            return null;
        return new(yearEnd, half ? new() { Half = value, Year = year } : new() { Quarter = value, Year = year });
    }
}
