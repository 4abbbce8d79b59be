using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Microsoft.Extensions.Logging.Abstractions;
using Understanding.Questions;
using Workbench.Bench;

namespace ComplaintBot.Tests.Reports;

/// <summary>An answer read from sums is the answer that counting every complaint gives.</summary>
public sealed class SummedAnswersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 20, 0, TimeSpan.FromHours(8));

    private static readonly QueryPeriod?[] Periods =
    [
        null,
        Days("2026-10-01", "2026-10-31"),
        Days("2026-09-01", "2026-11-30"),
        Days("2026-09-15", "2026-11-10"),
        Days("2026-10-05", "2026-10-11"),
        Days("2026-11-01", "2026-11-21"),
        Days("2026-02-28", "2026-10-31"),
        Days("2026-10-31", "2026-11-01"),
        Days("2026-11-21", "2026-11-21"),
        Days("2026-10-02", "2026-10-31"),
        Days("2025-12-01", "2026-01-31"),
    ];

    private static readonly QueryFilters?[] Filters =
    [
        null,
        new() { Department = "network" },
        new() { Category = "attitude" },
        new() { Severity = [Severity.High, Severity.Critical] },
        new() { CustomerLevel = ["vip"] },
        new() { Not = new() { Department = "service" } },
        new()
        {
            Category = "broadband",
            Severity = [Severity.Medium],
            Not = new() { CustomerLevel = ["vip", "key"] },
        },
    ];

    [Theory, ClassData(typeof(Engines))]
    public async Task Every_figure_count_and_total_is_the_same_either_way(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var organisation = BenchOrganisation.Make();
        await BenchData.FillAsync(test.Database, organisation, 3000, Now);
        // The manager also owns some complaints of other departments, and some complaints are about people of the manager's line.
        await test.Database.ExecuteAsync("UPDATE complaints SET owner = 'manager' WHERE version % 37 = 0");
        await new ComplaintBot.Reports.Sums.SumTable(test.Database).MakeAsync();
        var answering = new Answering(test.Database, NullLogger<Answering>.Instance);
        foreach (var who in new[] { "boss", "manager", "handler" })
        {
            var asker = new Asker(organisation.FindStaff(who)!, organisation);
            foreach (var query in Queries(who))
            {
                var summed = await AnswerAsync(answering, query, asker);
                var counted = await AnswerAsync(answering, query with { Filters = Counted(query.Filters) }, asker);
                Assert.True(summed == counted, $"{who}: {QueryJson.Write(query)}\n{summed}\n{counted}");
            }
        }
        // And it is the sums that are read.
        await test.Database.ExecuteAsync("DELETE FROM figure_sums");
        foreach (var metric in new[] { Metric.Received, Metric.ResolutionRate, Metric.ResolutionTime, Metric.FirstResponseTime })
            Assert.StartsWith(
                ComplaintBot.Reports.Figures.FigureValue.None(ComplaintBot.Reports.Figures.AllFigures.Of(metric).Unit).ToString(),
                await AnswerAsync(
                    answering,
                    new()
                    {
                        Kind = QueryKind.Metric,
                        Metric = metric,
                        Period = Periods[1],
                    },
                    new(organisation.FindStaff("boss")!, organisation)
                ),
                StringComparison.Ordinal
            );
    }

    private static IEnumerable<ComplaintQuery> Queries(string who)
    {
        var groups = new Grouping?[] { null, Grouping.Department, Grouping.Category, Grouping.Severity, Grouping.CustomerLevel };
        foreach (
            var (filters, f) in Filters
                .Select((x, i) => (x, i))
                .Where(x => who == "boss" || x.x?.Department is not { } said || said.Single() == "network")
        )
        {
            foreach (var (period, p) in Periods.Select((x, i) => (x, i)))
            {
                yield return new()
                {
                    Kind = QueryKind.List,
                    Filters = filters,
                    Period = period,
                };
                yield return new()
                {
                    Kind = QueryKind.Count,
                    Filters = (filters ?? new()) with { Status = [QueryStatus.Open] },
                    Period = period,
                    GroupBy = groups[(f + p) % 5],
                };
                yield return new()
                {
                    Kind = QueryKind.Count,
                    Filters = (filters ?? new()) with { Status = [QueryStatus.Closed] },
                    Period = period is null ? null : period with { Of = PeriodOf.Closed },
                    GroupBy = groups[(f + p) % 5],
                };
                yield return new()
                {
                    Kind = QueryKind.List,
                    Filters = (filters ?? new()) with { Overdue = true },
                    Period = period,
                };
                yield return new()
                {
                    Kind = QueryKind.Count,
                    Filters = (filters ?? new()) with { Overdue = true },
                    Period = period,
                    GroupBy = groups[(f + p) % 5],
                };
                foreach (var metric in Enum.GetValues<Metric>())
                    yield return new()
                    {
                        Kind = QueryKind.Metric,
                        Metric = metric,
                        Filters = filters,
                        Period = period,
                        GroupBy = groups[((int)metric + f + p) % 5],
                    };
            }
        }
        foreach (var metric in Enum.GetValues<Metric>())
        {
            yield return new()
            {
                Kind = QueryKind.Trend,
                Metric = metric,
                Period = Days("2026-01-10", "2026-12-31"),
                GroupBy = Grouping.Month,
            };
            yield return new()
            {
                Kind = QueryKind.Trend,
                Metric = metric,
                Period = Days("2025-12-01", "2026-10-31"),
                GroupBy = Grouping.Month,
            };
        }
    }

    // A condition that every complaint meets, and that no sum is kept for.
    private static QueryFilters Counted(QueryFilters? filters) => (filters ?? new()) with { Text = "" };

    private static async Task<string> AnswerAsync(Answering answering, ComplaintQuery query, Asker asker) =>
        await answering.AnswerAsync(query, asker, Now) switch
        {
            ListAnswer list => $"{list.Total}: {string.Join(' ', list.Rows.Select(r => r.Ticket))}",
            FigureAnswer figure => $"{figure.Whole.Now}; {Rows(figure)}",
            var other => other.GetType().Name,
        };

    private static string Rows(FigureAnswer figure) =>
        string.Join(", ", figure.Rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value.Now}"));

    private static QueryPeriod Days(string from, string to) =>
        new(
            DateOnly.ParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.ParseExact(to, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
}
