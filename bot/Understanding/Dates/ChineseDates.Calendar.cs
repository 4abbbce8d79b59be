namespace Understanding.Dates;

/// <summary>Years, months and days by number or by 今年, 上个月: 去年十月三号, 2021年的第二周, 上个月底.</summary>
internal sealed partial class ChineseDates
{
    private Reading? Calendar(int i)
    {
        if (YearPart(i) is { } year)
            return InItsCalendar(i, YearTail(year.End, year.When));
        if (MonthPart(i) is { } month)
            return InItsCalendar(i, MonthTail(month.End, month.When));
        return Reading.Longest(DayPart(i, default), QuarterOrHalf(i, default));
    }

    /// <summary>农历十月初五, 九月廿三, 正月十五, 十月初五 (農曆): months and days of the moon.</summary>
    private Reading? InItsCalendar(int i, Reading? reading)
    {
        if (!reference.IsOfPeople || reading is not { When: { Known: null, Month: > 0, Day: > 0 } } day)
            return reading;
        var text = t.Text.AsSpan();
        var before = text[..t[i].Start].TrimEnd();
        var said = text[t[i].Start..t[day.End - 1].End];
        var after = text[t[day.End - 1].End..].TrimStart(" (");
        var isLunar = ChineseWords.SayMoon(before, after);
        foreach (var sign in said)
            isLunar |= ChineseWords.Is(Sign.MoonSign, sign);
        return isLunar ? day with { When = day.When with { IsLunar = true } } : day;
    }

    private Reading? YearPart(int i)
    {
        var token = t[i];
        switch (token.Word)
        {
            case Word.YearWord:
                return new(t[i + 1].Word == Word.YearSign ? i + 2 : i + 1, new() { Year = Today.Year + token.Value });
            case Word.Era when t[i + 1].IsNumber && t[i + 2].Word == Word.YearSign && t[i + 1].Value is > 0 and < 200:
                return new(i + 3, new() { Year = token.Value + t[i + 1].Value - 1 });
            case Word.Number when t[i + 1].Word == Word.YearSign:
                return NumberedYear(i, token);
            case Word.Up or Word.Down or Word.This when RelativeStep(i, out var at) is { } step && t[at].Word == Word.YearSign:
                return new(at + 1, new() { Year = Today.Year + step });
            default:
                return null;
        }
    }

    private Reading? NumberedYear(int i, Token token)
    {
        var year = new Reading(i + 2, new() { Year = token.Value });
        if (token.Value is >= 1000 and <= 9998)
            return year;
        var hasMore =
            t[i + 2].Word is Word.LunarMonth or Word.Feast
            || t[i + 2].IsNumber && t[i + 3].Word is Word.MonthSign or Word.QuarterSign
            || t[i + 2].Word is Word.Up or Word.Down && t[i + 3].Word == Word.HalfZh
            || t[i + 2].Word is Word.Nth or Word.Quarter or Word.Begin or Word.Close;
        if (token.Places == 3 && token.Value is >= 80 and <= 150 && hasMore) // years of the Republic, as written in Taiwan
            return year with { When = new() { Year = token.Value + 1911 } };
        var isJoined = t[i - 1].Word is Word.FromZh or Word.ToZh or Word.Dash || t[i + 2].Word is Word.ToZh or Word.Dash;
        var isNineties = token.Script == Script.Chinese && token.Value >= 49;
        return
            token.Places == 2
            && (hasMore || isJoined || isNineties && t[i + 2].Word is not (Word.Front or Word.Behind or Word.AgoZh or Word.HenceZh))
            ? year with
            {
                When = new() { Year = NumericDates.TwoDigitYear(token.Value) },
            }
            : null;
    }

    /// <summary>上, 上上, 这, 本, 下 with an optional 一 and 个: how many units back or ahead; null when none of them.</summary>
    private int? RelativeStep(int i, out int end)
    {
        end = i;
        var step = 0;
        if (t[i].Word == Word.This)
            end++;
        else
        {
            var direction = t[i].Word;
            while (t[end].Word == direction && direction is Word.Up or Word.Down && end - i < 4)
                (end, step) = (end + 1, step + (direction == Word.Up ? -1 : 1));
        }
        if (end == i)
            return null;
        if (
            t[end] is { Word: Word.Number, Value: 1 }
            && t[end + 1].Word is Word.Ge or Word.Week or Word.YearSign or Word.QuarterSign or Word.HolidaySpan
        )
            end++;
        if (t[end].Word == Word.Ge)
            end++;
        return step;
    }

    private Reading? MonthPart(int i)
    {
        var token = t[i];
        switch (token.Word)
        {
            case Word.LunarMonth:
                return new(i + 1, new() { Month = token.Value });
            case Word.Number when t[i + 1].Word == Word.MonthSign && token.Value is >= 1 and <= 12:
                return new(i + 2, new() { Month = token.Value });
            case Word.Up or Word.Down or Word.This when RelativeStep(i, out var at) is { } step && t[at].Word == Word.MonthSign:
                var day = Unit.Month.Shift(Today, step) ?? Today;
                return new(at + 1, new() { Year = day.Year, Month = day.Month });
            default:
                return null;
        }
    }

    private Reading? YearTail(int end, When year)
    {
        var whole = new Reading(end, year);
        var at = t[end].Word == Word.De ? end + 1 : end;
        if (t[at].Word is Word.Number or Word.LunarMonth && MonthPart(at) is { } month)
            return MonthTail(month.End, month.When with { Year = year.Year });
        if (QuarterOrHalf(at, year) is { } quarter)
            return quarter;
        if (t[at].Word == Word.Feast)
            return FeastWithSpan(at, year.Year);
        if (t[at].Word == Word.GreatYear && t[at + 1].Word is Word.Number or Word.Begin && LunarEnd(at, year.Year) is { } eve)
            return eve;
        if (t[at].Word == Word.Season)
            return new(at + 1, When.Of(EnglishDates.SeasonOf(year.Year, t[at].Value)));
        return Reading.Longest(whole, PartOf(at, year, Unit.Year));
    }

    private Reading? MonthTail(int end, When month)
    {
        var whole = new Reading(end, month);
        var at = t[end].Word == Word.De ? end + 1 : end;
        return Reading.Longest(whole, Reading.Longest(DayPart(at, month), PartOf(at, month, Unit.Month)));
    }

    private Reading? DayPart(int i, When month)
    {
        var hasMonth = month.Month > 0;
        Reading? reading = null;
        if (t[i].IsNumber && t[i].Value is >= 1 and <= 31)
        {
            if (
                t[i + 1].Word == Word.DaySign
                && t[i + 1].Glued
                && !ChineseWords.Is(Sign.Guess, t.CharAt(t[i].Start))
                && !ChineseWords.Is(Sign.Pair, t.CharAt(t[i].Start))
                && (hasMonth || !(t[i - 1].Word == Word.Nth || IsHouse(i)))
            )
                reading = new(i + 2, month with { Day = t[i].Value });
            else if (hasMonth && t[i - 1].Word == Word.LunarMonth)
                reading = new(i + 1, month with { Day = t[i].Value });
            else if (hasMonth && t[i].Glued && (t[i + 1].Word is Word.ToZh or Word.Dash or Word.Stop or Word.Comma || IsSpelledDay(i)))
                reading = new(i + 1, month with { Day = t[i].Value });
        }
        else if (
            t[i].Word == Word.Begin
            && t[i + 1].IsNumber
            && t[i + 1].Value is >= 1 and <= 10
            && (hasMonth || t[i + 2].Word is not (Word.Ge or Word.Week))
        )
            reading = new(i + 2, month with { Day = t[i + 1].Value, IsVague = !hasMonth && reference.IsOfPeople });
        return reading is { } r ? WithWeekday(r) : null;
    }

    private bool IsHouse(int i) => t[i].Glued && ChineseWords.NumberHouses(t.Text.AsSpan(0, t[i].Start), t.Text.AsSpan(t[i + 1].End));

    /// <summary>十二月二十二: spelled out, of two figures, and counting nothing that stands behind.</summary>
    private bool IsSpelledDay(int i) =>
        t[i] is { Script: Script.Chinese, Value: >= 10, Places: 0 }
        && t[i + 1].Word is Word.Other or Word.DayPart
        && !ChineseWords.Is(Sign.Counted, t.CharAt(t[i].End));

    /// <summary>10月12号，星期一 and 10月12号（周一）: the weekday only confirms.</summary>
    private Reading WithWeekday(Reading day)
    {
        var at = day.End;
        var bracket = t[at].Word is Word.Comma || t[at] is { Word: Word.Other, Script: Script.None };
        if (bracket)
            at++;
        if (t[at].Word != Word.Week || WeekdayNumber(at + 1) is not { } weekday)
            return day;
        var close = bracket && t[at + 2] is { Word: Word.Other, Script: Script.None } ? 1 : 0;
        return new(at + 2 + close, day.When.Month == 0 ? day.When with { Weekday = weekday } : day.When);
    }

    private Reading? QuarterOrHalf(int i, When year)
    {
        if (t[i].Word == Word.Quarter)
            return new(i + 1, year with { Quarter = t[i].Value });
        var at = t[i].Word == Word.Nth ? i + 1 : i;
        if (t[at].IsNumber && t[at].Value is >= 1 and <= 4 && t[at + 1].Word == Word.QuarterSign)
            return new(at + 2, year with { Quarter = t[at].Value });
        if (t[at].IsNumber && t[at].Value is >= 1 and <= 4 && t[at + 1].Word == Word.Ge && t[at + 2].Word == Word.QuarterSign && at > i)
            return new(at + 3, year with { Quarter = t[at].Value });
        if (
            t[i].Word is Word.Up or Word.Front or Word.Down or Word.Behind
            && t[i + 1].Word == Word.HalfZh
            && t[i + 2].Word == Word.YearSign
        )
            return new(i + 3, year with { Half = t[i].Word is Word.Up or Word.Front ? 1 : 2 });
        return null;
    }
}
