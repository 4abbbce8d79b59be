using Complaints.Organisations;

namespace Complaints.Calendars;

/// <summary>The working periods of one day as times since it begins: at midnight, or where a night shift is worked, when that ends.
/// </summary>
internal sealed class DayHours
{
    private static readonly TimeSpan WholeDay = TimeSpan.FromDays(1);
    private readonly (TimeSpan From, TimeSpan To)[] _periods;

    /// <summary>Throws <see cref="ArgumentException"/> when a period is empty, when one but the last runs past midnight, when they are
    /// out of order or overlap, or when there is none.</summary>
    public DayHours(IReadOnlyList<WorkPeriod> hours)
    {
        if (hours.Count == 0)
            throw new ArgumentException("A working day needs at least one working period.", nameof(hours));
        // A shift from 22:00 to 06:00 belongs to the day on which it begins: that day is from 06:00 to 06:00.
        Begins = hours[^1].IsOverMidnight ? hours[^1].To.ToTimeSpan() : TimeSpan.Zero;
        _periods =
        [
            .. hours.Select(p =>
                (p.From.ToTimeSpan() - Begins, p.IsOverMidnight || p.To == TimeOnly.MinValue ? WholeDay : p.To.ToTimeSpan() - Begins)
            ),
        ];
        var previous = TimeSpan.Zero;
        foreach (var (from, to) in _periods)
        {
            if (to <= from || from < previous)
                throw new ArgumentException(
                    $"The working period from {from} to {to} is empty, overlaps the one before or is out of order.",
                    nameof(hours)
                );
            previous = to;
        }
        Length = Between(TimeSpan.Zero, WholeDay);
    }

    /// <summary>How long after midnight a working day begins; zero where nobody works over midnight.</summary>
    public TimeSpan Begins { get; }

    /// <summary>All periods together: the nominal working day.</summary>
    public TimeSpan Length { get; }

    /// <summary>So many working days.</summary>
    // Whole ticks: a TimeSpan multiplied by a number would pass through a double.
    public TimeSpan Days(int count) => TimeSpan.FromTicks(count * Length.Ticks);

    /// <summary>Working time in [from, to) of the day.</summary>
    public TimeSpan Between(TimeSpan from, TimeSpan to) =>
        Pieces(from, to).Aggregate(TimeSpan.Zero, (sum, piece) => sum + piece.To - piece.From);

    /// <summary>The working periods clipped to [from, to).</summary>
    public IEnumerable<(TimeSpan From, TimeSpan To)> Pieces(TimeSpan from, TimeSpan to) =>
        _periods.Select(p => (From: p.From > from ? p.From : from, To: p.To < to ? p.To : to)).Where(p => p.From < p.To);

    /// <summary>The earliest time of the day by which <paramref name="work"/> has been worked since <paramref name="from"/>; the
    /// day must hold so much.</summary>
    public TimeSpan After(TimeSpan from, TimeSpan work)
    {
        foreach (var piece in Pieces(from, WholeDay))
        {
            var length = piece.To - piece.From;
            if (work <= length)
                return piece.From + work;
            work -= length;
        }
        throw new ArgumentOutOfRangeException(nameof(work), "The rest of the day is shorter.");
    }
}
