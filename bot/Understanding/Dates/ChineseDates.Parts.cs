namespace Understanding.Dates;

/// <summary>Parts of a period: 初/中/底, 上旬, 第二周, 最后三天, 前三个月, 上半月, 第二个星期五.</summary>
internal sealed partial class ChineseDates
{
    private Reading? PartOf(int i, When period, Unit unit)
    {
        if (period.Latest(Today) is not { } span)
            return null;
        switch (t[i].Word)
        {
            case Word.Begin or Word.Middle or Word.Close when t[i].Glued:
                return new(i + 1, When.Of(Part(span, unit, t[i].Word)) with { Edge = t[i].Word == Word.Close ? Edge.End : Edge.None });
            case Word.TenDays when unit == Unit.Month:
                return new(
                    i + 1,
                    When.Of(
                        Part(
                            span,
                            unit,
                            t[i].Value switch
                            {
                                1 => Word.Begin,
                                2 => Word.Middle,
                                _ => Word.Close,
                            }
                        )
                    )
                );
            case Word.Up or Word.Front or Word.Down or Word.Behind when t[i + 1].Word == Word.HalfZh:
                var end = t[i + 2].Word == Word.Ge ? i + 3 : i + 2;
                return HalfOf(span, unit, t[i].Word is Word.Up or Word.Front) is { } half && t[end].Word is Word.MonthSign or Word.Week
                    ? new Reading(end + 1, When.Of(half))
                    : null;
            case Word.Nth when t[i + 1].IsNumber:
                return Numbered(i + 1, span, t[i + 1].Value, fromEnd: false);
            case Word.Final:
                return CountAndUnit(t[i + 1].Word == Word.De ? i + 2 : i + 1) is { } last
                    ? First(last.End, span, last.Unit, last.Count, fromEnd: true)
                    : Numbered(i, span, 1, fromEnd: true);
            case Word.Front when CountAndUnit(i + 1) is { } first:
                return First(first.End, span, first.Unit, first.Count, fromEnd: false);
            case Word.Behind when CountAndUnit(i + 1) is { } behind:
                return First(behind.End, span, behind.Unit, behind.Count, fromEnd: true);
            default:
                return null;
        }
    }

    private static Span? HalfOf(Span span, Unit unit, bool first) =>
        (unit, first) switch
        {
            (Unit.Month, true) => new(span.From, span.From.AddDays(14)),
            (Unit.Month, false) => new(span.From.AddDays(15), span.To),
            (Unit.Week, true) => new(span.From, span.From.AddDays(2)),
            (Unit.Week, false) => new(span.From.AddDays(3), span.To),
            _ => null,
        };

    /// <summary>第二周, 第二个星期五, 第3天, 第三个月 inside a period; <paramref name="at"/> is the number (or the word before the unit when
    /// counted from the end).</summary>
    private Reading? Numbered(int at, Span span, int n, bool fromEnd)
    {
        var end = at + 1;
        if (fromEnd && t[end] is { Word: Word.Number, Value: 1 })
            end++;
        if (t[end].Word == Word.Ge)
            end++;
        if (t[end].Word == Word.Week && WeekdayNumber(end + 1) is { } weekday && t[end - 1].Word == Word.Ge)
        {
            var day = fromEnd
                ? UnitArithmetic.OnOrBefore(span.To, weekday)
                : UnitArithmetic.OnOrAfter(span.From, weekday).AddDays(7 * (n - 1));
            return day >= span.From && day <= span.To ? new Reading(end + 2, When.Of(day)) : null;
        }
        return UnitAt(end) is { } unit && Periods.Nth(span, unit.Unit, n, fromEnd) is { } part
            ? new Reading(unit.End, When.Of(part))
            : null;
    }

    private static Reading? First(int end, Span span, Unit unit, int count, bool fromEnd) =>
        Periods.Run(span, unit, count, fromEnd) is { } run ? new Reading(end, When.Of(run)) : null;
}
