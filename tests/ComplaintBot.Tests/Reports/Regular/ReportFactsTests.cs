using ComplaintBot.Reports.Regular;
using ComplaintBot.Tests.Fixtures;
using Complaints;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports.Regular;

/// <summary>Causes and gaps of a quality report, counted by hand from the book of complaints.</summary>
public sealed class ReportFactsTests
{
    private static readonly QueryPeriod October = new(new(2026, 10, 1), new(2026, 10, 31));
    private static readonly QueryPeriod September = new(new(2026, 9, 1), new(2026, 9, 30));

    [Theory, ClassData(typeof(Engines))]
    public async Task Causes_of_what_was_closed_are_counted_by_category_and_held_against_the_month_before(string engine)
    {
        await using var test = await WithCausesAsync(engine);
        var causes = await new ReportFacts(test.Database).CausesAsync(
            FigureBook.Asker("aad-wu-fang"),
            October,
            September,
            FigureBook.Now,
            default
        );
        Assert.Equal(
            [
                new("billing", CauseClass.People, 5, 2),
                new("billing", CauseClass.Method, 5, 2),
                new("broadband", CauseClass.Equipment, 4, 1),
            ],
            causes
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Broken_promises_and_missed_standards_are_told_by_department_the_worst_first(string engine)
    {
        await using var test = await WithCausesAsync(engine);
        var gaps = await new ReportFacts(test.Database).GapsAsync(
            FigureBook.Asker("aad-wu-fang"),
            October,
            September,
            FigureBook.Now,
            default
        );
        Assert.Equal(
            [
                new("network", 9, 7, 3, 6, 3, 2),
                new("service", 10, 6, 2, 4, 1, 2),
                new("market", 4, 1, 2, 1, 0, 0),
                new("quality", 1, 1, 0, 0, 0, 0),
            ],
            gaps
        );
    }

    [Fact]
    public async Task A_manager_reads_of_their_own_department_only()
    {
        await using var test = await WithCausesAsync(TestDatabase.Sqlite);
        var (facts, chen) = (new ReportFacts(test.Database), FigureBook.Asker("aad-chen-jie"));
        Assert.Equal("market", Assert.Single(await facts.GapsAsync(chen, October, September, FigureBook.Now, default)).Department);
        Assert.Empty(await facts.CausesAsync(chen, October, September, FigureBook.Now, default));
    }

    internal static async Task<TestDatabase> WithCausesAsync(string engine)
    {
        var test = await TestDatabase.CreateAsync(engine);
        await new FigureBook(test.Database).LoadAsync();
        await test.Database.ExecuteAsync(
            "UPDATE complaints SET cause_class = CASE category WHEN 'broadband' THEN 'equipment' WHEN 'billing' THEN 'people,method' END"
        );
        return test;
    }
}
