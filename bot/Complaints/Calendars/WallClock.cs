using System.Collections.Concurrent;

namespace Complaints.Calendars;

/// <summary>A stretch of UTC time, <paramref name="To"/> not included, in which the wall clock runs at one offset.</summary>
internal readonly record struct OffsetSpan(DateTime From, DateTime To, TimeSpan Offset)
{
    /// <summary>What the wall clock shows at the beginning.</summary>
    public DateTime LocalFrom => Shift(From);

    /// <summary>What the wall clock shows at the end, before it is put forward or back.</summary>
    public DateTime LocalTo => Shift(To);

    // Near the ends of representable time the offset would lead outside; nobody's deadline lies there.
    private DateTime Shift(DateTime utc) => utc == DateTime.MaxValue && Offset > TimeSpan.Zero ? utc : utc + Offset;
}

/// <summary>What the clock on the wall shows in a time zone: stretches of constant offset, found once per year and kept.</summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    // Offsets never change twice within so short a time.
    private static readonly TimeSpan Probe = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<int, OffsetSpan[]> _years = new();

    /// <summary>The stretches of constant offset in [from, to), clipped to it, in order. A new year may begin a new stretch of the
    /// same offset.</summary>
    public IEnumerable<OffsetSpan> Spans(DateTime from, DateTime to)
    {
        for (var year = from.Year; year <= to.Year; year++)
        {
            foreach (var span in _years.GetOrAdd(year, Scan))
            {
                if (span.From >= to)
                    yield break;
                if (span.To > from)
                    yield return span with
                    {
                        From = span.From > from ? span.From : from,
                        To = span.To < to ? span.To : to,
                    };
            }
        }
    }

    /// <summary>What the wall clock shows at a UTC time.</summary>
    public DateTime Local(DateTime utc) => utc + OffsetAt(utc);

    /// <summary>A UTC time with what the wall clock shows then.</summary>
    public DateTimeOffset Shown(DateTime utc) => new(Local(utc).Ticks, OffsetAt(utc));

    /// <summary>The UTC time at which the wall clock shows <paramref name="local"/>: the first of the two when the hour is repeated,
    /// the moment the clock is put forward when it is left out.</summary>
    public DateTime Utc(DateTime local)
    {
        // No offset is more than 14 hours, so a day on either side is enough.
        foreach (var span in Spans(local.AddDays(-1), local.AddDays(1)))
        {
            if (local < span.LocalTo)
                return local < span.LocalFrom ? span.From : local - span.Offset;
        }
        return local - zone.GetUtcOffset(local);
    }

    private OffsetSpan[] Scan(int year)
    {
        var end = year == DateTime.MaxValue.Year ? DateTime.MaxValue : new DateTime(year + 1, 1, 1);
        var spans = new List<OffsetSpan>();
        var from = new DateTime(year, 1, 1);
        for (var at = from; at < end;)
        {
            var next = end - at > Probe ? at + Probe : end;
            if (OffsetAt(at) != OffsetAt(next))
            {
                var change = FirstWithout(OffsetAt(at), at, next);
                if (change < end)
                {
                    spans.Add(new(from, change, OffsetAt(at)));
                    from = change;
                }
            }
            at = next;
        }
        spans.Add(new(from, end, OffsetAt(from)));
        return [.. spans];
    }

    private DateTime FirstWithout(TimeSpan offset, DateTime with, DateTime without)
    {
        while (without.Ticks - with.Ticks > 1)
        {
            var middle = new DateTime((with.Ticks + without.Ticks) / 2);
            (with, without) = OffsetAt(middle) == offset ? (middle, without) : (with, middle);
        }
        return without;
    }

    private TimeSpan OffsetAt(DateTime utc) => zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
