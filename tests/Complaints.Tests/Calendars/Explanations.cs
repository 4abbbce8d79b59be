using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Tests.Calendars;

/// <summary>What every explanation must keep: it leads to the due time that the clock gives, by its own figures alone.</summary>
internal static class Explanations
{
    public static void AddUp(BusinessClock clock, DateTimeOffset start, Duration limit, ClockBase clockBase, IReadOnlyList<Pause> pauses)
    {
        var explained = clock.Explain(start, limit, clockBase, pauses);

        Assert.Equal(clock.Due(start, limit, clockBase, pauses), explained.Due);
        Assert.Equal(clock.Length(limit, clockBase, start), explained.Length);
        if (explained.Due is null)
            Assert.True(explained.Total < explained.Length);
        else
            Assert.Equal(explained.Length, explained.Total);
        if (explained is { Due: not null, Counted.Count: > 0 })
            Assert.Equal(explained.Due, explained.Counted[^1].To);
        Assert.All(explained.Counted, span => Assert.True(span.Length > TimeSpan.Zero));
        Assert.All(explained.Counted.Zip(explained.Counted.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
        Assert.All(
            explained.Counted,
            span => Assert.DoesNotContain(explained.Pauses, p => p.From < span.To && span.From < (p.To ?? DateTimeOffset.MaxValue))
        );
        Assert.All(
            explained.Counted,
            span => Assert.DoesNotContain(explained.Skipped, d => d.First <= Day(span.From) && Day(span.From) <= d.Last)
        );
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.DateTime);
}
