using Understanding.Dates;

namespace Understanding.Tests.Dates;

/// <summary>Days with a name fall where Feasts.txt says.</summary>
public sealed class FeastsTests
{
    [Theory]
    [InlineData("new-year", "2026-01-01", "2026-01-01")]
    [InlineData("national-day.week", "2026-10-01", "2026-10-07")]
    [InlineData("spring-festival", "2026-02-17", "2026-02-17")]
    [InlineData("spring-festival.week", "2026-02-17", "2026-02-23")]
    [InlineData("spring-festival-eve", "2026-02-16", "2026-02-16")]
    [InlineData("laba", "2026-01-26", "2026-01-26")]
    [InlineData("qingming", "2026-04-05", "2026-04-05")]
    [InlineData("good-friday", "2026-04-03", "2026-04-03")]
    [InlineData("memorial-day", "2026-05-25", "2026-05-25")]
    [InlineData("black-friday", "2026-11-27", "2026-11-27")]
    [InlineData("eid-al-fitr", "2026-03-20", "2026-03-20")]
    public void A_feast_falls_on_the_days_of_its_rule(string name, string from, string to)
    {
        var days = Feasts.All.First(f => f.Name == name).In(2026)!.Value;
        Assert.Equal((from, to), ($"{days.From:yyyy-MM-dd}", $"{days.To:yyyy-MM-dd}"));
    }

    [Fact]
    public void Days_off_around_a_feast_are_found_by_its_name()
    {
        Assert.All(Feasts.All, f => Assert.NotNull(f.In(2026)));
        Assert.Equal("national-day.week", Feasts.All.First(f => f.Name == "national-day").DaysOff.Name);
        Assert.Equal("halloween", Feasts.All.First(f => f.Name == "halloween").DaysOff.Name);
    }
}
