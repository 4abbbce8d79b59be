using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>A stretch of whole days that figures are counted in, with the instants that bound it in the organisation's zone:
/// <paramref name="From"/> included, <paramref name="Until"/> not.</summary>
public sealed record Bucket(int Index, DateOnly FirstDay, DateOnly LastDay, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>One bucket over all time.</summary>
    public static Bucket Always(int index = 0) =>
        new(index, DateOnly.MinValue, DateOnly.MaxValue, DateTimeOffset.UnixEpoch.AddYears(-100), DateTimeOffset.UnixEpoch.AddYears(1000));

    /// <summary>The bucket of a period.</summary>
    public static Bucket Of(int index, QueryPeriod period, Organisation organisation) =>
        new(
            index,
            period.From,
            period.To,
            period.From == DateOnly.MinValue ? Always().From : Midnight(period.From, organisation.TimeZone),
            period.To == DateOnly.MaxValue ? Always().Until : Midnight(period.To.AddDays(1), organisation.TimeZone)
        );

    /// <summary>A period cut into days, weeks from Monday, or calendar months; the first and last may be shorter.</summary>
    public static IReadOnlyList<Bucket> Cut(QueryPeriod period, Grouping unit, Organisation organisation)
    {
        var buckets = new List<Bucket>();
        for (var first = period.From; first <= period.To;)
        {
            var next = unit switch
            {
                Grouping.Month => new DateOnly(first.Year, first.Month, 1).AddMonths(1),
                Grouping.Week => first.AddDays(7 - ((int)first.DayOfWeek + 6) % 7),
                _ => first.AddDays(1),
            };
            var last = next.AddDays(-1) < period.To ? next.AddDays(-1) : period.To;
            buckets.Add(Of(buckets.Count, new(first, last), organisation));
            first = next;
        }
        return buckets;
    }

    /// <summary>The instant a day begins; where a clock change skips midnight, the first instant of the day.</summary>
    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new(local, offset);
    }
}
