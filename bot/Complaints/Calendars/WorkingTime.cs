namespace Complaints.Calendars;

/// <summary>Working time on the time line: an instant is worked when the clock on the wall shows a working period of a working day.
/// So an hour that is left out in spring is not worked, and one that is repeated in autumn is worked twice.</summary>
internal sealed class WorkingTime(WallClock wall, WorkingDays days, DayHours hours)
{
    /// <summary>The working time in [from, to), UTC.</summary>
    // Days are counted from when a working day begins, which is midnight unless a shift runs over it.
    public TimeSpan Between(DateTime from, DateTime to)
    {
        var sum = TimeSpan.Zero;
        foreach (var span in wall.Spans(from, to))
            sum += BetweenLocal(span.LocalFrom - hours.Begins, span.LocalTo - hours.Begins);
        return sum;
    }

    /// <summary>The earliest UTC time by which <paramref name="work"/> (more than nothing) has been worked since <paramref name="from"/>.
    /// Throws <see cref="ArgumentOutOfRangeException"/> when that is later than the year 9999.</summary>
    public DateTime After(DateTime from, TimeSpan work)
    {
        foreach (var span in wall.Spans(from, DateTime.MaxValue))
        {
            var here = BetweenLocal(span.LocalFrom - hours.Begins, span.LocalTo - hours.Begins);
            if (work <= here)
                return AfterLocal(span.LocalFrom - hours.Begins, work) + hours.Begins - span.Offset;
            work -= here;
        }
        throw new ArgumentOutOfRangeException(nameof(work), "The time is up only after the year 9999.");
    }

    /// <summary>The worked pieces of [from, to), UTC, in order; pieces that touch are one.</summary>
    public List<(DateTime From, DateTime To)> Pieces(DateTime from, DateTime to)
    {
        var pieces = new List<(DateTime From, DateTime To)>();
        foreach (var span in wall.Spans(from, to))
        {
            foreach (var (begin, end) in PiecesLocal(span.LocalFrom - hours.Begins, span.LocalTo - hours.Begins))
            {
                var offset = span.Offset - hours.Begins;
                if (pieces.Count > 0 && pieces[^1].To == begin - offset)
                    pieces[^1] = (pieces[^1].From, end - offset);
                else
                    pieces.Add((begin - offset, end - offset));
            }
        }
        return pieces;
    }

    private TimeSpan BetweenLocal(DateTime from, DateTime to)
    {
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to));
        if (first == last)
            return InDay(first, from.TimeOfDay, to.TimeOfDay);
        return InDay(first, from.TimeOfDay, TimeSpan.FromDays(1))
            + hours.Days(days.Count(first.AddDays(1), last))
            + InDay(last, TimeSpan.Zero, to.TimeOfDay);
    }

    private DateTime AfterLocal(DateTime from, TimeSpan work)
    {
        var (day, time) = (DateOnly.FromDateTime(from), from.TimeOfDay);
        for (var today = InDay(day, time, TimeSpan.FromDays(1)); work > today; today = InDay(day, time, TimeSpan.FromDays(1)))
        {
            work -= today;
            (day, time) = (day.AddDays(1), TimeSpan.Zero);
            // As many weeks as cannot hold more than the work that is left are counted in one step.
            var end = day.AddDays((int)((work.Ticks - 1) / (7 * hours.Length.Ticks)) * 7);
            work -= hours.Days(days.Count(day, end));
            day = end;
        }
        return day.ToDateTime(TimeOnly.MinValue) + hours.After(time, work);
    }

    private IEnumerable<(DateTime From, DateTime To)> PiecesLocal(DateTime from, DateTime to)
    {
        var last = DateOnly.FromDateTime(to);
        for (var day = DateOnly.FromDateTime(from); day <= last; day = day.AddDays(1))
        {
            if (!days.IsWorked(day))
                continue;
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            foreach (var piece in hours.Pieces(from > midnight ? from - midnight : TimeSpan.Zero, to - midnight))
                yield return (midnight + piece.From, midnight + piece.To);
        }
    }

    private TimeSpan InDay(DateOnly day, TimeSpan from, TimeSpan to) => days.IsWorked(day) ? hours.Between(from, to) : TimeSpan.Zero;
}
