using DirectLine.Access;

namespace DirectLine.Tests;

public sealed class RateArithmeticTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly RateCharge OneOfThree = new("k", new RateLimit(3, TimeSpan.FromSeconds(10)));

    [Fact]
    public void The_burst_fits_at_once_and_then_one_each_interval()
    {
        DateTimeOffset? state = null;
        for (var i = 0; i < 3; i++)
        {
            var (next, wait) = RateArithmetic.Charge(OneOfThree, state, Start);
            Assert.Equal(TimeSpan.Zero, wait);
            state = next;
        }
        Assert.Equal((null, TimeSpan.FromSeconds(10)), RateArithmetic.Charge(OneOfThree, state, Start));
        Assert.Equal((null, TimeSpan.FromSeconds(1)), RateArithmetic.Charge(OneOfThree, state, Start.AddSeconds(9)));
        Assert.Equal(TimeSpan.Zero, RateArithmetic.Charge(OneOfThree, state, Start.AddSeconds(10)).Wait);
    }

    [Fact]
    public void Waiting_as_long_as_told_is_always_enough()
    {
        var random = new Random(20260302);
        var (now, state) = (Start, (DateTimeOffset?)null);
        for (var i = 0; i < 1000; i++)
        {
            var charge = OneOfThree with { Cost = random.Next(1, 4) };
            var (next, wait) = RateArithmetic.Charge(charge, state, now);
            if (next is null)
                (next, wait) = RateArithmetic.Charge(charge, state, now += wait);
            Assert.Equal(TimeSpan.Zero, wait);
            state = next;
            now += TimeSpan.FromSeconds(random.Next(0, 25));
        }
    }

    [Fact]
    public void A_long_silence_gives_no_more_than_the_burst()
    {
        var later = Start.AddDays(30);
        var state = (DateTimeOffset?)Start;
        for (var i = 0; i < 3; i++)
            state = RateArithmetic.Charge(OneOfThree, state, later).NewEmptyAt;
        Assert.Null(RateArithmetic.Charge(OneOfThree, state, later).NewEmptyAt);
    }
}
