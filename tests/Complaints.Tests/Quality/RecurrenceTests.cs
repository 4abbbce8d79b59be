using Complaints.Organisations;
using Complaints.Quality;

namespace Complaints.Tests.Quality;

/// <summary>The same problem again is found within half a year, by product, place, cause or customer.</summary>
public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Closed = new(2026, 5, 20, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly QualityPolicy Policy = new();

    private static Problem Earlier =>
        new("C-20260510-0001", "broadband", "directline:a", Closed.AddDays(-10))
        {
            Product = "光猫 X1",
            Place = "北京路 8 号",
            Cause = "分线盒老化雨天进水",
            ClosedAt = Closed,
        };

    private static Problem Later(int days) => new("C-20260801-0001", "broadband", "directline:b", Closed.AddDays(days));

    [Fact]
    public void The_same_product_place_cause_or_customer_is_the_same_problem()
    {
        Assert.NotNull(Recurrence.Find(Later(30) with { Product = "光猫X1" }, [Earlier], Policy));
        Assert.NotNull(Recurrence.Find(Later(30) with { Place = "北京路8号" }, [Earlier], Policy));
        Assert.NotNull(Recurrence.Find(Later(30) with { Cause = "雨天分线盒老化进水" }, [Earlier], Policy));
        Assert.NotNull(Recurrence.Find(Later(30) with { Customer = "directline:a" }, [Earlier], Policy));
    }

    [Fact]
    public void Another_problem_is_not()
    {
        Assert.Null(Recurrence.Find(Later(30), [Earlier], Policy));
        Assert.Null(
            Recurrence.Find(Later(30) with { Product = "光猫 X2", Place = "南京路 8 号", Cause = "施工挖断光缆" }, [Earlier], Policy)
        );
        Assert.Null(Recurrence.Find(Later(30) with { Category = "billing", Product = "光猫 X1" }, [Earlier], Policy));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(184, true)]
    [InlineData(185, false)]
    public void It_counts_from_the_close_to_the_end_of_the_watch(int days, bool found) =>
        Assert.Equal(found, Recurrence.Find(Later(days) with { Product = "光猫 X1" }, [Earlier], Policy) is not null);

    [Fact]
    public void The_latest_close_is_named_and_an_open_complaint_is_no_recurrence()
    {
        var newer = Earlier with { Ticket = "C-20260601-0001", ClosedAt = Closed.AddDays(20) };
        Assert.Equal(newer.Ticket, Recurrence.Find(Later(40) with { Product = "光猫 X1" }, [Earlier, newer], Policy)!.Ticket);
        Assert.Null(Recurrence.Find(Later(40) with { Product = "光猫 X1" }, [Earlier with { ClosedAt = null }], Policy));
    }

    [Fact]
    public void Many_customers_within_the_hour_are_a_burst_and_one_customer_who_repeats_is_not()
    {
        Problem At(int minute, string customer, string category = "broadband") =>
            new($"C-20260801-{minute:0000}", category, customer, Closed.AddMinutes(minute));
        var recent = Enumerable.Range(0, 4).Select(i => At(i * 10, $"directline:{i}")).ToList();
        Assert.Equal(5, Burst.Find(At(50, "directline:9"), recent, Policy).Count);
        Assert.Empty(Burst.Find(At(50, "directline:0"), recent, Policy));
        Assert.Empty(Burst.Find(At(61, "directline:9"), recent, Policy));
        Assert.Empty(Burst.Find(At(50, "directline:9"), recent.Select(r => r with { Category = "billing" }), Policy));
    }
}
