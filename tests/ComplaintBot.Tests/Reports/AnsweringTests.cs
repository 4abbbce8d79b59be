using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Words;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports;

/// <summary>What holds for every answer, on both engines over the same book.</summary>
public class AnsweringTests
{
    private static readonly Organisation Organisation = TelecomExample.Organisation;

    [Theory, ClassData(typeof(Engines))]
    public Task Parts_add_up_to_the_whole(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                foreach (var metric in Enum.GetValues<Metric>())
                {
                    var whole = await FigureAsync(
                        book,
                        new()
                        {
                            Kind = QueryKind.Metric,
                            Metric = metric,
                            Period = Year,
                        }
                    );
                    foreach (
                        var group in new[]
                        {
                            Grouping.Department,
                            Grouping.Category,
                            Grouping.Owner,
                            Grouping.Severity,
                            Grouping.CustomerLevel,
                            Grouping.Place,
                        }
                    )
                    {
                        var parts = await FigureAsync(
                            book,
                            new()
                            {
                                Kind = QueryKind.Metric,
                                Metric = metric,
                                Period = Year,
                                GroupBy = group,
                            }
                        );
                        Assert.Equal(
                            (whole.Whole.Now.Numerator, whole.Whole.Now.Denominator),
                            (parts.Whole.Now.Numerator, parts.Whole.Now.Denominator)
                        );
                        Assert.Equal(whole.Whole.Now.Numerator, parts.Rows.Sum(r => r.Value.Now.Numerator));
                        Assert.Equal(whole.Whole.Now.Denominator, parts.Rows.Sum(r => r.Value.Now.Denominator));
                    }
                }
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Months_add_up_to_the_quarter_and_days_to_the_month(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                // A complaint that was late in September and resolved in October belongs to both months, so timeliness does
                // not add up over months.
                foreach (var metric in Enum.GetValues<Metric>().Except([Metric.TimelinessRate]))
                {
                    foreach (
                        var (period, cut) in new[]
                        {
                            (new QueryPeriod(new(2026, 7, 1), new(2026, 9, 30)), Grouping.Month),
                            (new QueryPeriod(new(2026, 10, 1), new(2026, 10, 31)), Grouping.Day),
                        }
                    )
                    {
                        var whole = await FigureAsync(
                            book,
                            new()
                            {
                                Kind = QueryKind.Metric,
                                Metric = metric,
                                Period = period,
                            }
                        );
                        var sum = FigureValue.None(whole.Whole.Now.Unit);
                        foreach (var days in Cut(period, cut))
                            sum += (
                                await FigureAsync(
                                    book,
                                    new()
                                    {
                                        Kind = QueryKind.Metric,
                                        Metric = metric,
                                        Period = days,
                                    }
                                )
                            ).Whole.Now;
                        Assert.Equal((whole.Whole.Now.Numerator, whole.Whole.Now.Denominator), (sum.Numerator, sum.Denominator));
                    }
                }
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Stretches_of_a_trend_are_what_each_would_be_alone(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                foreach (var metric in Enum.GetValues<Metric>().Except([Metric.Open, Metric.Overdue]))
                {
                    var trend = await FigureAsync(
                        book,
                        new()
                        {
                            Kind = QueryKind.Trend,
                            Metric = metric,
                            Period = Year,
                            GroupBy = Grouping.Month,
                        }
                    );
                    Assert.Equal(11, trend.Rows.Count); // December has not begun
                    foreach (var row in trend.Rows)
                    {
                        var alone = await FigureAsync(
                            book,
                            new()
                            {
                                Kind = QueryKind.Metric,
                                Metric = metric,
                                Period = row.Days,
                            }
                        );
                        Assert.Equal(alone.Whole.Now, row.Value.Now);
                    }
                }
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Rates_lie_between_0_and_1_and_scores_on_their_scale(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                foreach (var figure in AllFigures.All)
                {
                    var answer = await FigureAsync(
                        book,
                        new()
                        {
                            Kind = QueryKind.Metric,
                            Metric = figure.Metric,
                            Period = Year,
                            GroupBy = Grouping.Owner,
                        }
                    );
                    foreach (var value in answer.Rows.Select(r => r.Value.Now.Value).Append(answer.Whole.Now.Value).OfType<double>())
                    {
                        var top = figure.Unit switch
                        {
                            FigureUnit.Share => 1,
                            FigureUnit.Score5 => 5,
                            FigureUnit.Score10 => 10,
                            _ => double.MaxValue,
                        };
                        Assert.InRange(value, 0, top);
                    }
                }
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Nothing_to_divide_by_is_not_available_never_zero_or_all(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                var before = new QueryPeriod(new(2020, 1, 1), new(2020, 12, 31));
                foreach (var figure in AllFigures.All.Where(f => !f.IsCount))
                {
                    var answer = await FigureAsync(
                        book,
                        new()
                        {
                            Kind = QueryKind.Metric,
                            Metric = figure.Metric,
                            Period = before,
                        }
                    );
                    Assert.Null(answer.Whole.Now.Value);
                    Assert.Equal("n/a", FigureWords.Value(answer.Whole.Now, Languages.En));
                }
                var ranking = await FigureAsync(
                    book,
                    new()
                    {
                        Kind = QueryKind.Ranking,
                        Metric = Metric.Satisfaction,
                        GroupBy = Grouping.Department,
                        Period = before,
                    }
                );
                Assert.Empty(ranking.Rows);
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task A_count_is_the_number_of_rows_of_its_list(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                foreach (var line in QuestionBook.Read("dev").Where(l => l.Previous is null))
                {
                    var query = QueryJson.Read(line.Query.ToJsonString(), out _)! with { FollowsUp = null };
                    if (query.Kind is not (QueryKind.Count or QueryKind.List or QueryKind.Export) || query.CompareTo is not null)
                        continue;
                    var list = await book.Answering.AnswerAsync(
                        query with
                        {
                            Kind = QueryKind.List,
                            GroupBy = null,
                            Limit = null,
                        },
                        FigureBook.Asker("aad-ceo"),
                        FigureBook.Now
                    );
                    var count = await book.Answering.AnswerAsync(
                        query with
                        {
                            Kind = QueryKind.Count,
                            GroupBy = null,
                            Limit = null,
                            Sort = null,
                        },
                        FigureBook.Asker("aad-ceo"),
                        FigureBook.Now
                    );
                    if (list is Refused)
                        Assert.IsType<Refused>(count);
                    else
                        Assert.Equal(((ListAnswer)list).Total, ((FigureAnswer)count).Whole.Now.Numerator);
                }
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Asked_for_and_left_out_make_all(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                var all = await CountAsync(book, new());
                foreach (
                    var filters in new QueryFilters[]
                    {
                        new() { Overdue = true },
                        new() { Status = [QueryStatus.Open] },
                        new() { Owner = "aad-li-wei" },
                        new() { Department = "network" },
                        new() { Category = "billing" },
                        new() { Severity = [Severity.High, Severity.Critical] },
                        new() { CustomerLevel = ["vip"] },
                        new() { Customer = "王建国" },
                        new() { Place = "苏州" },
                        new() { Channel = "phone" },
                        new() { Text = "refund" },
                        new() { Score = new(null, 2) },
                        new() { Reopened = true },
                        new() { DueWithin = "P3D" },
                    }
                )
                    Assert.Equal(all, await CountAsync(book, filters) + await CountAsync(book, new() { Not = filters }));
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Pages_hold_every_complaint_once_in_order(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                foreach (
                    var sort in Enum.GetValues<SortField>()
                        .SelectMany(f => new[] { new QuerySort(f, SortOrder.Asc), new QuerySort(f, SortOrder.Desc) })
                )
                {
                    var query = new ComplaintQuery { Kind = QueryKind.List, Sort = sort };
                    var seen = new List<string>();
                    for (var page = 1; ; page++)
                    {
                        var list = (ListAnswer)await book.Answering.AnswerAsync(query, FigureBook.Asker("aad-ceo"), FigureBook.Now, page);
                        seen.AddRange(list.Rows.Select(r => r.Ticket));
                        if (page == list.Pages)
                            break;
                    }
                    var all = await book.Answering.AllRowsAsync(query, FigureBook.Asker("aad-ceo"), FigureBook.Now);
                    Assert.Equal(all.Select(r => r.Ticket), seen);
                    Assert.Equal(seen.Count, seen.Distinct().Count());
                }
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task A_page_beyond_the_end_shows_the_last_one_and_a_limit_ends_the_list(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                var list = (ListAnswer)
                    await book.Answering.AnswerAsync(new() { Kind = QueryKind.List }, FigureBook.Asker("aad-ceo"), FigureBook.Now, 99);
                Assert.Equal(list.Pages, list.Page);
                Assert.NotEmpty(list.Rows);
                list = (ListAnswer)
                    await book.Answering.AnswerAsync(
                        new() { Kind = QueryKind.List, Limit = 13 },
                        FigureBook.Asker("aad-ceo"),
                        FigureBook.Now,
                        2
                    );
                Assert.Equal((13, 3, 2), (list.Total, list.Rows.Count, list.Pages));
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task What_people_wrote_never_becomes_SQL(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                foreach (var words in new[] { "'; DROP TABLE complaints; --", "%", "_", "\\", "' OR '1'='1", "@p0", "{first}", "\u0000x" })
                {
                    var filters = new QueryFilters
                    {
                        Text = words,
                        Customer = words,
                        Place = words,
                    };
                    Assert.Equal(0, await CountAsync(book, filters));
                    Assert.Equal(0, await CountAsync(book, new() { Text = words }));
                }
                Assert.True(await CountAsync(book, new()) > 50);
            }
        );

    [Theory, ClassData(typeof(Engines))]
    public Task Texts_are_found_in_either_script(string engine) =>
        WithBookAsync(
            engine,
            async book =>
            {
                var found = await CountAsync(book, new() { Text = "退費" });
                Assert.True(found > 0);
                Assert.Equal(found, await CountAsync(book, new() { Text = "退费" }));
                Assert.Equal(await CountAsync(book, new() { Text = "refund" }), await CountAsync(book, new() { Text = "REFUND" }));
            }
        );

    internal static async Task WithBookAsync(string engine, Func<FigureBook, Task> test)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var book = new FigureBook(database.Database);
        await book.LoadAsync();
        await test(book);
    }

    private static readonly QueryPeriod Year = new(new(2026, 1, 1), new(2026, 12, 31));

    private static async Task<FigureAnswer> FigureAsync(FigureBook book, ComplaintQuery query) =>
        Assert.IsType<FigureAnswer>(await book.Answering.AnswerAsync(query, FigureBook.Asker("aad-ceo"), FigureBook.Now));

    private static async Task<long> CountAsync(FigureBook book, QueryFilters filters) =>
        (await FigureAsync(book, new() { Kind = QueryKind.Count, Filters = filters })).Whole.Now.Numerator;

    private static IEnumerable<QueryPeriod> Cut(QueryPeriod period, Grouping cut)
    {
        for (var day = period.From; day <= period.To;)
        {
            var next = cut == Grouping.Month ? day.AddMonths(1) : day.AddDays(1);
            yield return new(day, next.AddDays(-1));
            day = next;
        }
    }
}
