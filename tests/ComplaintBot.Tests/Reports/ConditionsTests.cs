using ComplaintBot.Reports.Answers;
using ComplaintBot.Tests.Fixtures;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports;

/// <summary>Conditions, comparisons and thresholds beyond plain lists, on both engines; the figures were counted by hand in
/// book.tickets.csv (55 complaints).</summary>
public class ConditionsTests
{
    [Theory, ClassData(typeof(Engines))]
    public Task Weekdays_and_hours_are_those_of_the_organisations_clock(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                Assert.Equal(17, await CountAsync(book, new() { Weekdays = ["sat", "sun"] }));
                Assert.Equal(10, await CountAsync(book, new() { Weekdays = "mon" }));
                Assert.Equal(17, await CountAsync(book, new() { Hours = new(9, 12) }));
                Assert.Equal(0, await CountAsync(book, new() { Hours = new(22, 6) }));
                // 19:00 to 10:00 of the next day: 8 at 19 o'clock, 3 at 8, 5 at 9.
                Assert.Equal(16, await CountAsync(book, new() { Hours = new(19, 10) }));
                Assert.Equal(38, await CountAsync(book, new() { Not = new() { Weekdays = ["sat", "sun"] } }));
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task The_last_48_hours_are_counted_to_the_minute(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                var days = new QueryPeriod(new(2026, 11, 19), new(2026, 11, 21)) { Last = "PT48H" };
                Assert.Equal(1, (await FigureAsync(book, new() { Kind = QueryKind.Count, Period = days })).Whole.Now.Numerator);
                // Received on the 20th at 09:10, asked on the 21st at 10:00.
                var day = days with
                {
                    Last = "PT24H",
                };
                Assert.Equal(0, (await FigureAsync(book, new() { Kind = QueryKind.Count, Period = day })).Whole.Now.Numerator);
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Complaints_about_somebody_are_not_those_that_they_own(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                Assert.Equal(3, await CountAsync(book, new() { About = "张敏" }));
                Assert.Equal(0, await CountAsync(book, new() { About = "李伟" }));
                var ranking = await FigureAsync(book, Ranked(Grouping.About) with { Limit = 1 });
                Assert.Equal(("aad-zhang-min", 3L), (ranking.Rows.Single().Key, ranking.Rows.Single().Value.Now.Numerator));
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Two_departments_side_by_side_have_a_row_each(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                var answer = await FigureAsync(
                    book,
                    new()
                    {
                        Kind = QueryKind.Count,
                        GroupBy = Grouping.Department,
                        Filters = new() { Department = ["network", "market"] },
                    }
                );
                Assert.Equal(34, answer.Whole.Now.Numerator);
                Assert.Equal([("network", 23L), ("market", 11L)], answer.Rows.Select(r => (r.Key, r.Value.Now.Numerator)));
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Only_groups_that_reach_a_threshold_are_shown(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                var often = await FigureAsync(book, Ranked(Grouping.Customer) with { Having = new(Min: 11) });
                Assert.Equal([("王建国", 17L)], often.Rows.Select(r => (r.Key, r.Value.Now.Numerator)));
                var some = await FigureAsync(book, Ranked(Grouping.Customer) with { Having = new(Over: 9) });
                Assert.Equal(3, some.Rows.Count);
                var few = await FigureAsync(book, Ranked(Grouping.Channel) with { Having = new(Under: 10) });
                Assert.Equal([("teams", 9L), ("phone", 6L)], few.Rows.Select(r => (r.Key, r.Value.Now.Numerator)));
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public async Task Language_phone_and_rounds_are_conditions(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var book = new FigureBook(database.Database);
        await book.LoadAsync();
        await database.Database.WriteAsync(tx =>
            tx.ExecuteAsync(
                """
                UPDATE complaints SET language = 'en', customer_phone = '13911112222', rounds = 3
                WHERE ticket IN ('C-20260803-0001', 'C-20260806-0002')
                """
            )
        );
        Assert.Equal(2, await CountAsync(book, new() { Language = "en" }));
        Assert.Equal(53, await CountAsync(book, new() { Language = ["zh-CN", "zh-TW"] }));
        Assert.Equal(2, await CountAsync(book, new() { Phone = "13911112222" }));
        Assert.Equal(0, await CountAsync(book, new() { Phone = "13911112223" }));
        Assert.Equal(2, await CountAsync(book, new() { Rounds = new(2, null) }));
        Assert.Equal(53, await CountAsync(book, new() { Rounds = new(null, 1) }));
        var hours = await FigureAsync(book, Ranked(Grouping.Hour) with { Filters = new() { Language = "en" } });
        Assert.Equal(["8", "9"], hours.Rows.Select(r => r.Key).Order(StringComparer.Ordinal));
        var days = await FigureAsync(book, Ranked(Grouping.Weekday) with { Filters = new() { Language = "en" } });
        // Monday the 3rd and Thursday the 6th of August.
        Assert.Equal(["0", "3"], days.Rows.Select(r => r.Key).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public Task What_nobody_has_accepted_yet_is_received_or_assigned(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book => Assert.Equal(7, await CountAsync(book, new() { Status = [QueryStatus.Received, QueryStatus.Assigned] }))
        );

    private static ComplaintQuery Ranked(Grouping group) =>
        new()
        {
            Kind = QueryKind.Ranking,
            Metric = Metric.Received,
            GroupBy = group,
            Sort = new(SortField.Value, SortOrder.Desc),
        };

    private static async Task<FigureAnswer> FigureAsync(FigureBook book, ComplaintQuery query) =>
        Assert.IsType<FigureAnswer>(await book.Answering.AnswerAsync(query, FigureBook.Asker("aad-ceo"), FigureBook.Now));

    private static async Task<long> CountAsync(FigureBook book, QueryFilters filters) =>
        (await FigureAsync(book, new() { Kind = QueryKind.Count, Filters = filters })).Whole.Now.Numerator;
}
