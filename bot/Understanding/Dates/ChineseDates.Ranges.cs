namespace Understanding.Dates;

/// <summary>Ranges: 从三月到五月, 10月1日至7日, 1995-1997年, 三月和九月之间, 自周一以来, 国庆以后.</summary>
internal sealed partial class ChineseDates
{
    /// <summary>The longest expression at a place: a range, a bounded side, or a single one.</summary>
    public Reading? At(int i)
    {
        var from = t[i].Word == Word.FromZh;
        var start = from ? i + 1 : i;
        var single = Single(start);
        var reading = Reading.Longest(from ? null : single, Range(start, single, from));
        if (single is { } s && Open(s, from) is { } open)
            reading = Reading.Longest(reading, open);
        return reading ?? single;
    }

    private Reading? Range(int i, Reading? single, bool from)
    {
        if (single is { } a && Second(a.End, a.When, from) is { } joined)
            return joined;
        // The unit may be said only once: 10到15号, 一到三月, 1995-1997年.
        return t[i].IsNumber && Connector(i + 1, from) is { } next && Single(next, true) is { } b && BareNumber(t[i], b, next) is { } bare
            ? Close(b, bare, next)
            : null;
    }

    private Reading? Second(int end, When a, bool from)
    {
        if (t[end].Word == Word.SinceZh && t[end + 1].Word == Word.ToZh)
            end++;
        if (Connector(end, from) is not { } next)
            return null;
        if (t[next].Word == Word.Now || t[next] is { Word: Word.DayWord, Value: 0 } && t[end].Word == Word.ToZh)
            return Ranges.UntilNow(a, reference) is { } span ? new Reading(next + 1, When.Of(span)) : null;
        if (Single(next, true) is { } b)
            return Close(b, a, next);
        // 10月1到7 has no unit behind the second number either.
        return t[next].IsNumber && a is { Known: null, Day: > 0 } && t[next].Value is >= 1 and <= 31
            ? Close(new(next + 1, new() { Day = t[next].Value }), a, next)
            : null;
    }

    private Reading? Close(Reading b, When a, int next)
    {
        var needsBetween = t[next - 1].Word == Word.AndZh;
        var end = b.End;
        if (t[end].Word is Word.BetweenZh)
            end++;
        else if (needsBetween)
            return null;
        return Ranges.Join(a, b.When, reference) is { } span ? new Reading(end, When.Of(span)) : null;
    }

    private int? Connector(int i, bool from) =>
        t[i].Word switch
        {
            Word.ToZh or Word.AndZh => i + 1,
            Word.Dash => t[i + 1].Word == Word.Dash ? i + 2 : i + 1,
            Word.Comma when from && t[i + 1].Word == Word.ToZh => i + 2,
            _ => null,
        };

    private static When? BareNumber(Token number, Reading b, int next)
    {
        _ = next;
        var (value, when) = (number.Value, b.When);
        if (when is { Day: > 0 } or { Known.IsOneDay: true })
            return value is >= 1 and <= 31 && number.Places <= 2 ? new When { Day = value } : null;
        if (when.Known is null && when.Month > 0)
            return value is >= 1 and <= 12 && number.Places <= 2
                ? new When { Month = value, Year = when.Year == 0 || value <= when.Month ? when.Year : when.Year - 1 }
                : null;
        if (when.Known is null && when.Quarter > 0)
            return value is >= 1 and <= 4 ? new When { Quarter = value, Year = when.Year } : null;
        return when is { Known: null, Year: > 0, Feast: null, Half: 0 } && value is >= 1000 and <= 9998 ? new When { Year = value } : null;
    }

    /// <summary>自周一以来, 周一起, 国庆以后, 10月之前: one end only.</summary>
    private Reading? Open(Reading single, bool from)
    {
        var end = single.End;
        switch (t[end].Word)
        {
            case Word.SinceZh:
                return Ranges.UntilNow(single.When, reference) is { } since ? new Reading(end + 1, When.Of(since)) : null;
            case Word.HenceZh or Word.Behind when t[end].Glued:
                return single.When.Latest(Today) is { } after && after.To < Today
                    ? new Reading(end + 1, When.Of(new Span(after.To.AddDays(1), Today)))
                    : null;
            case Word.AgoZh or Word.Front when t[end].Glued && !from && !ChineseWords.Is(Sign.Head, t.CharAt(t[end].Start)):
                return single.When.Latest(Today) is { } before && before.From > DateOnly.MinValue
                    ? new Reading(end + 1, When.Of(new Span(DateOnly.MinValue, before.From.AddDays(-1))))
                    : null;
            default:
                return null;
        }
    }
}
