namespace Understanding.Dates;

/// <summary>A length said in units, and the token after it.</summary>
internal readonly record struct Length(int Count, Unit Unit, int End, bool IsRough);

/// <summary>Counted lengths: 三天前, 两周后, 过去7天, 前1周, 未来三个月, 半年前.</summary>
internal sealed partial class ChineseDates
{
    private Reading? Counted(int i)
    {
        switch (t[i].Word)
        {
            case Word.Number or Word.HalfZh:
                return CountAndUnit(i) is { } length ? AfterLength(length) : null;
            case Word.Front when !ChineseWords.Is(Sign.Before, t.CharAt(t[i].Start)):
                return null;
            case Word.Recent or Word.Lately or Word.Front or Word.Up or Word.This or Word.AgoZh:
                return CountAndUnit(t[i + 1].Word == Word.De ? i + 2 : i + 1) is { } past ? Back(t[i].Word, past) : null;
            case Word.Coming or Word.Behind or Word.Down or Word.HenceZh:
                return CountAndUnit(t[i + 1].Word == Word.De ? i + 2 : i + 1) is { } ahead ? Ahead(t[i].Word, ahead) : null;
            default:
                return null;
        }
    }

    /// <summary>A bare length (两周, 第6天) as the day that lies so far back; null when there is none here.</summary>
    public Reading? SoFarBack(int i)
    {
        var isNth = t[i].Word == Word.Nth;
        if (CountAndUnit(isNth ? i + 1 : i) is not { } length || isNth && length.Unit > Unit.Day)
            return null;
        return Shifted(isNth ? length with { Count = length.Count - 1 } : length, -1, length.End);
    }

    private Reading? AfterLength(Length length)
    {
        var end = t[length.End].Word == Word.De ? length.End + 1 : length.End;
        switch (t[end].Word)
        {
            case Word.Front when !ChineseWords.Is(Sign.Before, t.CharAt(t[end].Start)):
                return null;
            case Word.AgoZh:
            case Word.Front when end == length.End:
                return Shifted(length, -1, end + 1);
            case Word.HenceZh:
            case Word.Behind when end == length.End:
                return Shifted(length, 1, end + 1);
            case Word.Within:
                return Back(Word.Recent, length) is { } within ? within with { End = end + 1 } : null;
            case Word.SinceZh when length.Unit > Unit.Hour:
                return Back(Word.Recent, length) is { } since ? since with { End = end + 1 } : null;
            default:
                return null;
        }
    }

    private Reading? Shifted(Length length, int direction, int end)
    {
        DateOnly? day = length.Unit is Unit.Hour or Unit.Minute
            ? DateOnly.FromDateTime(
                reference.Now.DateTime.AddMinutes(
                    Math.Clamp((long)direction * length.Count * (length.Unit == Unit.Hour ? 60 : 1), -5_000_000, 5_000_000)
                )
            )
            : length.Unit.Shift(Today, direction * length.Count);
        return day is { } d ? new Reading(end, When.Of(d) with { IsVague = length.IsRough }) : null;
    }

    private Reading? Back(Word prefix, Length length)
    {
        var end = t[length.End].Word == Word.Within ? length.End + 1 : length.End;
        // 上一个月, 上两周: calendar units.
        if (prefix == Word.Up && length.Unit != Unit.Day && Counting.CalendarBack(Today, length.Unit, length.Count) is { } units)
            return new(end, When.Of(units));
        // 这两天 ends today, 前两天 ended yesterday.
        var ranges = prefix switch
        {
            Word.This => RangeReading.IncludesEnd,
            Word.Front or Word.AgoZh => RangeReading.ExcludesEnd,
            _ => reference.Ranges,
        };
        return prefix == Word.This && length.Count == 1 ? null
            : Counting.Back(Today, length.Unit, length.Count, ranges) is { } span
                ? new Reading(end, When.Of(span) with { IsVague = length.IsRough })
            : null;
    }

    private Reading? Ahead(Word prefix, Length length)
    {
        var end = t[length.End].Word == Word.Within ? length.End + 1 : length.End;
        if (prefix == Word.Down && length.Unit != Unit.Day && Counting.CalendarAhead(Today, length.Unit, length.Count) is { } units)
            return new(end, When.Of(units));
        return Counting.Ahead(Today, length.Unit, length.Count) is { } span
            ? new Reading(end, When.Of(span) with { IsVague = length.IsRough })
            : null;
    }

    /// <summary>三天, 两个星期, 半年, 一年半, 个把 … ; null when there is no length here.</summary>
    private Length? CountAndUnit(int i)
    {
        if (t[i].Word == Word.HalfZh)
        {
            var at = t[i + 1].Word == Word.Ge ? i + 2 : i + 1;
            return t[at].Word switch
            {
                Word.YearSign => new(1, Unit.HalfYear, at + 1, false),
                Word.MonthSign => new(15, Unit.Day, at + 1, false),
                Word.HourSign => new(30, Unit.Minute, at + 1, false),
                _ => null,
            };
        }
        if (!t[i].IsNumber || t[i].Value is < 1 or > 9999)
            return null;
        var (count, end) = (t[i].Value, i + 1);
        var rough = IsRough(t[i]);
        if (rough && t[i].Places == 2)
            count /= 10;
        if (t[end].Word == Word.Ge && t[end + 1].Word == Word.HalfZh && t[end + 2].Word is Word.MonthSign)
            return new(count * 30 + 15, Unit.Day, end + 3, false);
        if (UnitAt(end) is not { } unit)
            return null;
        if (unit.Unit == Unit.Year && (count > 200 || t[i].Script == Script.Digits && t.CharAt(t[i].Start) == '0'))
            return null;
        if (unit.Unit == Unit.Year && t[unit.End].Word == Word.HalfZh)
            return new(count * 2 + 1, Unit.HalfYear, unit.End + 1, false);
        return new(count, unit.Unit, unit.End, rough);
    }

    /// <summary>几天, 三四天: about so many.</summary>
    private bool IsRough(Token number) =>
        number.Script == Script.Chinese
        && (
            ChineseWords.Is(Sign.Guess, t.CharAt(number.End - 1))
            || ChineseWords.Is(Sign.Guess, t.CharAt(number.Start))
            || number.Places == 2 && number.Value % 10 - number.Value / 10 == 1
        );

    private (Unit Unit, int End)? UnitAt(int i)
    {
        var at = t[i].Word == Word.Ge ? i + 1 : i;
        return t[at].Word switch
        {
            Word.Sky or Word.DaySign when at == i && !ChineseWords.Is(Sign.Number, t.CharAt(t[at].Start)) => (Unit.Day, at + 1),
            Word.Week when WeekdayNumber(at + 1) is null || at > i => (Unit.Week, at + 1),
            Word.Week => (Unit.Week, at + 1),
            Word.MonthSign when at > i => (Unit.Month, at + 1),
            Word.QuarterSign => (Unit.Quarter, at + 1),
            Word.YearSign when at == i => (Unit.Year, at + 1),
            Word.Unit => (t[at].Unit, at + 1),
            Word.HourSign => (t[at].Unit, at + 1),
            Word.CenturySign => (Unit.Century, at + 1),
            _ => null,
        };
    }
}
