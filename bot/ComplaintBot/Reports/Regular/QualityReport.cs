using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Understanding.Questions;

namespace ComplaintBot.Reports.Regular;

/// <summary>The numbers of a quality report: every figure held against the period before, departments, categories, causes, gaps,
/// what is late.</summary>
/// <param name="Figures">One answer a figure, compared with the period before.</param>
/// <param name="Departments">Timeliness by department, compared.</param>
/// <param name="Categories">The categories with most complaints.</param>
/// <param name="Months">Timeliness by month of the last year.</param>
/// <param name="Late">What is overdue now, the longest first.</param>
/// <param name="Causes">The causes found most often in what was closed.</param>
/// <param name="Gaps">Promises broken and standards missed by department.</param>
public sealed record QualityReport(
    QueryPeriod Period,
    DateTimeOffset AsOf,
    IReadOnlyList<FigureAnswer> Figures,
    FigureAnswer Departments,
    FigureAnswer Categories,
    FigureAnswer Months,
    ListAnswer Late,
    IReadOnlyList<FoundCause> Causes,
    IReadOnlyList<DepartmentGap> Gaps
)
{
    private static readonly Metric[] Shown =
    [
        Metric.Received,
        Metric.Closed,
        Metric.Overdue,
        Metric.TimelinessRate,
        Metric.ResolutionRate,
        Metric.Satisfaction,
        Metric.Recommend,
        Metric.ReopenRate,
        Metric.RecurrenceRate,
        Metric.FirstResponseTime,
        Metric.ResolutionTime,
        Metric.ComplianceRate,
        Metric.StandardMetRate,
        Metric.RectificationOnTime,
    ];

    /// <summary>Figures that became better (true) or worse (false) than in the period before, with a value in both.</summary>
    public IEnumerable<FigureAnswer> Changed(bool better) => Figures.Where(f => Words.FigureWords.IsBetter(f, f.Whole) == better);

    /// <summary>Counts everything that <paramref name="asker"/> may see.</summary>
    public static async Task<QualityReport> MakeAsync(
        Answering answering,
        ReportFacts facts,
        Asker asker,
        QueryPeriod period,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        async Task<T> AskAsync<T>(ComplaintQuery query)
            where T : Answer =>
            await answering.AnswerAsync(query, asker, now, cancellationToken: cancellationToken) as T
            ?? throw new InvalidOperationException("A report asks nothing that could be refused.");

        var figures = new List<FigureAnswer>();
        foreach (var metric in Shown)
            figures.Add(
                await AskAsync<FigureAnswer>(
                    new()
                    {
                        Kind = QueryKind.Metric,
                        Metric = metric,
                        Period = period,
                        CompareTo = Comparison.PreviousPeriod,
                    }
                )
            );
        var before = figures[0].Before!;
        return new(
            period,
            now,
            figures,
            await AskAsync<FigureAnswer>(
                new()
                {
                    Kind = QueryKind.Metric,
                    Metric = Metric.TimelinessRate,
                    Period = period,
                    GroupBy = Grouping.Department,
                    CompareTo = Comparison.PreviousPeriod,
                }
            ),
            await AskAsync<FigureAnswer>(
                new()
                {
                    Kind = QueryKind.Ranking,
                    Metric = Metric.Received,
                    Period = period,
                    GroupBy = Grouping.Category,
                    Limit = 5,
                    CompareTo = Comparison.PreviousPeriod,
                }
            ),
            await AskAsync<FigureAnswer>(
                new()
                {
                    Kind = QueryKind.Trend,
                    Metric = Metric.TimelinessRate,
                    GroupBy = Grouping.Month,
                }
            ),
            await AskAsync<ListAnswer>(
                new()
                {
                    Kind = QueryKind.List,
                    Filters = new() { Overdue = true },
                }
            ),
            await facts.CausesAsync(asker, period, before, now, cancellationToken),
            await facts.GapsAsync(asker, period, before, now, cancellationToken)
        );
    }
}
