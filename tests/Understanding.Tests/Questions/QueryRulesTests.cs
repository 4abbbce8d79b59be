using ComplaintBot.Tests.Fixtures;
using Understanding.Questions;

namespace Understanding.Tests.Questions;

public class QueryRulesTests
{
    [Theory]
    [InlineData("""{"kind":"drop"}""")]
    [InlineData("""{"kind":"list","sql":"1=1"}""")]
    [InlineData("""{"kind":"list","filters":{"status":["everything"]}}""")]
    [InlineData("""{"kind":0}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""not json""")]
    public void What_is_no_query_is_refused(string json)
    {
        Assert.Null(QueryJson.Read(json, out var error));
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("""{"kind":"metric"}""", "kind Metric needs a metric")]
    [InlineData("""{"kind":"ranking","metric":"received"}""", "a ranking needs groupBy")]
    [InlineData("""{"kind":"list","limit":0}""", "limit is 1..1000")]
    [InlineData("""{"kind":"list","period":{"from":"2026-02-01","to":"2026-01-01"}}""", "a period's from is after its to")]
    [InlineData("""{"kind":"list","filters":{"department":"moon"}}""", "no department \"moon\"")]
    [InlineData("""{"kind":"list","filters":{"category":"moon"}}""", "no category \"moon\"")]
    [InlineData("""{"kind":"list","filters":{"channel":"pigeon"}}""", "no channel \"pigeon\"")]
    [InlineData("""{"kind":"list","filters":{"dueWithin":"soon"}}""", "dueWithin \"soon\" is no ISO 8601 length")]
    [InlineData("""{"kind":"list","filters":{"score":{"max":9}}}""", "score is within 1..5")]
    [InlineData("""{"kind":"list","filters":{"status":[]}}""", "an empty list")]
    [InlineData("""{"kind":"list","filters":{"text":"  "}}""", "words to look for are 1..200 characters")]
    [InlineData("""{"kind":"list","filters":{"not":{"not":{"overdue":true}}}}""", "not within not")]
    public void A_query_that_makes_no_sense_is_named_so(string json, string fault)
    {
        var query = QueryJson.Read(json, out var error);
        Assert.Null(error);
        Assert.Equal([fault], QueryRules.Faults(query!, TelecomExample.Organisation));
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30")]
    [InlineData("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData("2026-10-01", "2026-12-31", "2026-07-01", "2026-09-30")]
    [InlineData("2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31")]
    [InlineData("2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15")]
    [InlineData("2026-11-21", "2026-11-21", "2026-11-20", "2026-11-20")]
    [InlineData("2026-11-15", "2026-11-21", "2026-11-08", "2026-11-14")]
    public void The_period_before_is_of_the_same_kind(string from, string to, string beforeFrom, string beforeTo) =>
        Assert.Equal(new(Day(beforeFrom), Day(beforeTo)), PeriodSteps.Previous(new(Day(from), Day(to))));

    [Theory]
    [InlineData("2026-10-01", "2026-10-31", "2025-10-01", "2025-10-31")]
    [InlineData("2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28")]
    public void A_year_before_a_whole_month_is_a_whole_month(string from, string to, string beforeFrom, string beforeTo) =>
        Assert.Equal(new(Day(beforeFrom), Day(beforeTo)), PeriodSteps.YearBefore(new(Day(from), Day(to))));

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
