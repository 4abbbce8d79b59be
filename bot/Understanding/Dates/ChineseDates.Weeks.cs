namespace Understanding.Dates;

/// <summary>Weeks and weekdays: 上周, 本周三, 上上个星期五, 周日, 上周末, 下半周, 本季度.</summary>
internal sealed partial class ChineseDates
{
    private Reading? WeekdayOrWeek(int i)
    {
        if (t[i].Word == Word.Week)
            return IsCountOfWeeks(i) || WeekdayNumber(i + 1) is not { } bare ? null : new Reading(i + 2, new() { Weekday = bare });
        if (t[i] is { Word: Word.Unit, Value: (int)Unit.Weekend, Script: Script.Chinese } && !IsCountOfWeeks(i))
            return new(
                i + 1,
                When.Of(Unit.Weekend.Containing(UnitArithmetic.Monday(Today).AddDays(5) <= Today ? Today : Today.AddDays(-7)))
            );
        if (t[i].Word is Word.Up or Word.Down or Word.Front or Word.Behind && t[i + 1].Word == Word.HalfZh)
            return HalfOfCurrent(i);
        if (RelativeStep(i, out var at) is not { } step)
            return null;
        var end = at + 1;
        switch (t[at].Word)
        {
            case Word.Week:
                var monday = UnitArithmetic.Monday(Today).AddDays(7 * step);
                var weekdayAt = t[end].Word == Word.De && t[end + 1].Word == Word.Week ? end + 2 : end;
                if (WeekdayNumber(weekdayAt) is { } weekday && !ChineseWords.Is(Sign.Counting, t.CharAt(t[weekdayAt].End)))
                    return new(weekdayAt + 1, When.Of(UnitArithmetic.OnOrAfter(monday, weekday)));
                var week = When.Of(new Span(monday, monday.AddDays(6)));
                return Reading.Longest(new Reading(end, week), PartOf(end, week, Unit.Week));
            case Word.QuarterSign:
                return Of(end, Unit.Quarter, step);
            case Word.Unit when t[at].Unit == Unit.Weekend:
                return Of(end, Unit.Weekend, step);
            default:
                return null;
        }
    }

    private Reading? Of(int end, Unit unit, int step)
    {
        if (unit.Shift(Today, step) is not { } day)
            return null;
        var period = When.Of(unit.Containing(day));
        var at = t[end].Word == Word.De ? end + 1 : end;
        return Reading.Longest(new Reading(end, period), PartOf(at, period, unit));
    }

    /// <summary>上半月, 下半周: halves of the current month and week. 上半年 is a half of the calendar and read there.</summary>
    private Reading? HalfOfCurrent(int i)
    {
        var at = t[i + 2].Word == Word.Ge ? i + 3 : i + 2;
        Unit? unit = t[at].Word switch
        {
            Word.MonthSign => Unit.Month,
            Word.Week => Unit.Week,
            _ => null,
        };
        return unit is { } u && HalfOf(u.Containing(Today), u, t[i].Word is Word.Up or Word.Front) is { } half
            ? new Reading(at + 1, When.Of(half))
            : null;
    }

    /// <summary>一周, 每周: a length or a rhythm, no day.</summary>
    private bool IsCountOfWeeks(int i) => i > 0 && t[i].Glued && t[i - 1].Word is Word.Number or Word.Every or Word.Ge;

    /// <summary>一 to 六, 日, 天 after 周: the day it names. Numbers that go on counting (一次) are none.</summary>
    private DayOfWeek? WeekdayNumber(int i)
    {
        var token = t[i];
        if (!token.Glued)
            return null;
        if (token.Word is Word.DaySign or Word.Sky)
            return ChineseWords.Is(Sign.Number, t.CharAt(token.Start)) ? null : DayOfWeek.Sunday;
        return token.IsNumber && token.Value is >= 1 and <= 7 && token.Places <= 1 && t[i + 1].Word is not (Word.Ge or Word.Sky)
            ? (DayOfWeek)(token.Value % 7)
            : null;
    }
}
