namespace Understanding.Dates;

/// <summary>Counted lengths: three days ago, in two weeks, last 7 days, the 10 previous weeks, two weeks from tomorrow, for 3 days
/// from Monday.</summary>
internal sealed partial class EnglishDates
{
    private Reading? Counted(int i)
    {
        var at = t[i].Word == Word.The ? i + 1 : i;
        switch (t[at].Word)
        {
            case Word.In:
                return InLength(at);
            case Word.For:
                return ForLength(at);
            case Word.Less when t[at + 1].Word == Word.Than:
                return LessThan(at + 2);
            case Word.Prev or Word.Next when LengthAt(at + 1) is { Article: false } length:
                return Run(length.End, length, t[at].Word);
            case Word.Unit when t[at].Unit == Unit.Day && t[at + 1].Word is Word.Before or Word.After && !IsPluralWord(at):
                return Behind(new(1, Unit.Day, 0, 0, at + 1, false, true));
            case Word.Number
                when t[at + 1].Word == Word.Weekday
                    && t[at + 2].Word is Word.From or Word.Later or Word.Ago
                    && t[at].Value is > 0 and < 200:
                return Weekdays(at);
            default:
                return LengthAt(at) is { } counted ? Behind(counted) : PrevInside(at);
        }
    }

    /// <summary>A bare length (two weeks, for a month) as the day that lies so far back; null when there is none here.</summary>
    public Reading? SoFarBack(int i) =>
        LengthAt(i) is { } length && (!length.Article || t[i - 1].Word == Word.For) && length.Count > 0
            ? Point(length.End, Shift(Today, length, -1), length.Rough)
            : null;

    /// <summary>A length: parts that add up (2 years 1 month 21 days), where the last part ends, whether it is only about so
    /// long.</summary>
    private readonly record struct Parts(int Count, Unit Unit, int MoreDays, int MoreMonths, int End, bool Rough, bool Article);

    private Parts? LengthAt(int i)
    {
        if (OneLength(i) is not { } first)
            return null;
        for (var more = true; more;)
        {
            var at = t[first.End].Word is Word.And or Word.Comma ? first.End + 1 : first.End;
            more = t[at].Word is Word.Number && OneLength(at) is { } next && next.Unit < first.Unit && next.Unit >= Unit.Day;
            if (more && OneLength(at) is { } part)
            {
                first = first with
                {
                    End = part.End,
                    MoreDays =
                        first.MoreDays
                        + part.Unit switch
                        {
                            Unit.Day => part.Count,
                            Unit.Week => 7 * part.Count,
                            _ => 0,
                        },
                    MoreMonths =
                        first.MoreMonths
                        + part.Unit switch
                        {
                            Unit.Month => part.Count,
                            Unit.Quarter => 3 * part.Count,
                            _ => 0,
                        },
                };
            }
        }
        return first;
    }

    private Parts? OneLength(int i)
    {
        var (count, at, rough, article, half) = (1, i, false, false, false);
        if (t[at].Word == Word.Article)
            (article, at) = (true, at + 1);
        if (t[at].Word == Word.Half)
        {
            half = true;
            at += t[at + 1].Word == Word.Article ? 2 : 1;
        }
        else if (t[at].Word == Word.Few)
        {
            (count, rough, article) = (t[at].Value, t[at].Value > 2, false);
            at += t[at + 1].Word == Word.Of ? 2 : 1;
        }
        else if (t[at].IsNumber && t[at].Script != Script.Chinese && t[at].Value is >= 0 and < 10_000 && !article)
        {
            (count, at) = (t[at].Value, at + 1);
            if (t[at].Word == Word.Few && t[at + 1].Word == Word.Of)
                at += 2;
        }
        else if (!article)
            return null;
        if (t[at].Word == Word.And && t[at + 1].Word == Word.Article && t[at + 2].Word == Word.Half)
            (half, at) = (true, at + 3);
        if (t[at].Word is Word.Dash)
            at++;
        if (t[at].Word != Word.Unit)
            return null;
        var unit = t[at].Unit;
        var end = at + 1;
        if (t[end].Word == Word.And && t[end + 1].Word == Word.Article && t[end + 2].Word == Word.Half)
            (half, end) = (true, end + 3);
        if (half)
        {
            var whole = t[i].Word == Word.Half || t[i + 1].Word == Word.Half ? 0 : count;
            (count, unit) = unit switch
            {
                Unit.Year => (whole * 2 + 1, Unit.HalfYear),
                Unit.Month => (whole * 30 + 15, Unit.Day),
                Unit.Week => (whole * 7 + 4, Unit.Day),
                Unit.Hour => (whole * 60 + 30, Unit.Minute),
                _ => (whole, unit),
            };
        }
        return new(count, unit, 0, 0, end, rough, article);
    }

    /// <summary>two Sundays from now, three Fridays ago.</summary>
    private Reading? Weekdays(int i)
    {
        var (count, weekday) = (t[i].Value, (DayOfWeek)t[i + 1].Value);
        if (t[i + 2].Word == Word.Ago)
            return new(i + 3, When.Of(UnitArithmetic.OnOrBefore(Today.AddDays(-1), weekday).AddDays(-7 * (count - 1))));
        if (t[i + 2].Word == Word.From && t[i + 3].Word != Word.Now)
            return null;
        return new(
            t[i + 2].Word == Word.Later ? i + 3 : i + 4,
            When.Of(UnitArithmetic.OnOrAfter(Today.AddDays(1), weekday).AddDays(7 * (count - 1)))
        );
    }

    private DateOnly? Shift(DateOnly from, Parts length, int direction)
    {
        if (length.Unit is Unit.Hour or Unit.Minute)
            return from == Today
                ? DateOnly.FromDateTime(
                    reference.Now.DateTime.AddMinutes((double)direction * length.Count * (length.Unit == Unit.Hour ? 60 : 1))
                )
                : from;
        var day = length.Unit.Shift(from, direction * length.Count);
        if (day is { } d && length.MoreMonths > 0)
            day = Unit.Month.Shift(d, direction * length.MoreMonths);
        return day is { } e ? Unit.Day.Shift(e, direction * length.MoreDays) : null;
    }

    private static Reading? Point(int end, DateOnly? day, bool rough) =>
        day is { } d ? new Reading(end, When.Of(d) with { IsVague = rough }) : null;

    /// <summary>What stands behind a length: ago, later, from now, before or after a date; or last/next inside it.</summary>
    private Reading? Behind(Parts length)
    {
        var end = length.End;
        if (t[end].Word is Word.Prev or Word.Next)
            return null;
        if (t[end].Word is Word.Ago or Word.Earlier && !(t[end].Word == Word.Earlier && t[end + 1].Word == Word.To))
            return Point(end + 1, Shift(Today, length, -1), length.Rough);
        if (t[end].Word == Word.Later || t[end].Word == Word.From && t[end + 1].Word == Word.Now)
            return Point(t[end].Word == Word.Later ? end + 1 : end + 2, Shift(Today, length, 1), length.Rough);
        var direction = t[end].Word switch
        {
            Word.From or Word.After or Word.Since => 1,
            Word.Before => -1,
            Word.Earlier => -1,
            _ => 0,
        };
        if (direction == 0 || t[end].Word == Word.From && IsStarting(end))
            return null;
        var at = t[end].Word == Word.Earlier ? end + 2 : end + 1;
        return Base(at) is { } date ? Point(date.End, Shift(date.When.Known!.Value.From, length, direction), length.Rough) : null;
    }

    private bool IsStarting(int i) => t.CharAt(t[i].Start) is 's' or 'b';

    /// <summary>The date that a length is counted from: the coming one when it could be either.</summary>
    private Reading? Base(int i) =>
        Plain(i) is { } date && date.When.FirstFrom(Today) is { } span ? date with { When = When.Of(span) } : null;

    private Reading? InLength(int i)
    {
        var at = t[i + 1].Word == Word.The ? i + 2 : i + 1;
        if (t[at].Word is Word.Prev or Word.Next || LengthAt(i + 1) is not { } length)
            return null;
        var within = t.CharAt(t[i].Start) is 'w';
        if (!within && t.Text.AsSpan(t[i].Start, t[i].End - t[i].Start) is not "in")
            return null;
        if (t[length.End].Word is Word.Since or Word.From or Word.After)
            return Behind(length);
        if (t[length.End].Word is Word.Ago or Word.Earlier or Word.Before)
            return null;
        if (within)
            return Counting.Ahead(Today, length.Unit, length.Count) is { } span ? new(length.End, When.Of(span)) : null;
        return length.Unit >= Unit.Day ? Point(length.End, Shift(Today, length, 1), length.Rough) : null;
    }

    private Reading? ForLength(int i)
    {
        if (LengthAt(i + 1) is not { } length)
            return null;
        var at = t[length.End].Word == Word.Comma ? length.End + 1 : length.End;
        if (t[at].Word != Word.From || Base(t[at + 1].Word is Word.From or Word.On ? at + 2 : at + 1) is not { } date)
            return null;
        var first = date.When.Known!.Value.From;
        return Shift(first, length, 1) is { } end && end > first ? new(date.End, When.Of(new Span(first, end.AddDays(-1)))) : null;
    }

    private Reading? LessThan(int i)
    {
        if (LengthAt(i) is not { } length || Behind(length) is not { When.Known: { } point } reading)
            return null;
        var back = Shift(point.From, length, -1) is { } start && start >= Today && point.From > Today;
        var span =
            back ? new Span(Shift(point.From, length, -1)!.Value, point.From.AddDays(-1))
            : point.From < Today ? new Span(point.From, Today.AddDays(-1))
            : new Span(Today, point.From.AddDays(-1));
        return reading with { When = When.Of(span) };
    }

    /// <summary>the 10 previous weeks, 3 next days.</summary>
    private Reading? PrevInside(int at)
    {
        if (
            !(
                t[at].IsNumber
                && t[at].Script != Script.Chinese
                && t[at + 1].Word is Word.Prev or Word.Next
                && t[at + 2].Word == Word.Unit
                && t[at].Value is > 0 and < 10_000
            )
        )
            return null;
        return Run(at + 3, new(t[at].Value, t[at + 2].Unit, 0, 0, at + 3, false, false), t[at + 1].Word);
    }

    private Reading? Run(int end, Parts length, Word direction)
    {
        var span =
            direction == Word.Prev
                ? Counting.Back(Today, length.Unit, length.Count, reference.Ranges)
                : Counting.Ahead(Today, length.Unit, length.Count);
        return span is { } s ? new(end, When.Of(s) with { IsVague = length.Rough }) : null;
    }
}
