using ComplaintBot.Reports.Words;
using Understanding.Questions;

namespace ComplaintBot.Reports.Figures;

/// <summary>Every figure of docs/procedure.md §9, each formula once.</summary>
public static class AllFigures
{
    private const string InTimeOrdinary = "c.state NOT IN ('withdrawn', 'notAccepted')";

    /// <summary>Open complaints by the day of their next promise: not a figure, but what is overdue follows from it.</summary>
    internal static readonly FigureSource Pressing = new("c.next_due_day", "1") { Is = "c.is_open = 1" };

    private static readonly Dictionary<Metric, Figure> ByMetric = Build().ToDictionary(f => f.Metric);

    /// <summary>The figure of a metric.</summary>
    public static Figure Of(Metric metric) => ByMetric[metric];

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Figure> All => ByMetric.Values;

    private static IEnumerable<Figure> Build()
    {
        yield return new()
        {
            Metric = Metric.Received,
            Unit = FigureUnit.Count,
            MoreIsBetter = false,
            Formula = ReportTerms.Of("figure.Received"),
            Sources = [new("c.received_day", "1")],
        };
        yield return new()
        {
            Metric = Metric.Open,
            Unit = FigureUnit.Count,
            MoreIsBetter = false,
            Formula = ReportTerms.Of("figure.Open"),
            Sources = [new("c.received_day", "1") { Is = "c.is_open = 1" }],
            TrendFormula = ReportTerms.Of("figure.Open.trend"),
        };
        yield return new()
        {
            Metric = Metric.Overdue,
            Unit = FigureUnit.Count,
            MoreIsBetter = false,
            Formula = ReportTerms.Of("figure.Overdue"),
            Sources = [new("c.received_day", "1") { Is = "c.is_open = 1", Now = "c.next_due < {now}" }],
            TrendFormula = ReportTerms.Of("figure.Overdue.trend"),
            TrendSources =
            [
                new("x.due_day", "1")
                {
                    Table = "complaint_deadlines",
                    Is = "x.kind NOT IN ('confirmation', 'survey', 'holdEnd')",
                    Now = "(x.in_time = 0 OR (x.ended_at IS NULL AND x.paused = 0 AND x.due_at < {now}))",
                    OncePerComplaint = true,
                },
            ],
        };
        yield return new()
        {
            Metric = Metric.Closed,
            Unit = FigureUnit.Count,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.Closed"),
            Sources = [new("c.closed_day", "1") { Is = "c.state = 'closed'" }],
        };
        yield return new()
        {
            Metric = Metric.TimelinessRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.TimelinessRate"),
            AlsoText = ReportTerms.Of("figure.TimelinessRate.also"),
            Sources =
            [
                new("c.resolve_ended_day", "c.resolve_met") { Is = $"{InTimeOrdinary} AND c.resolve_met IS NOT NULL" },
                // Fell due in the period without having ended by then. Those that ended later in the same period are in the first
                // source already.
                new("c.resolve_due_day", "0") { Is = $"{InTimeOrdinary} AND c.resolve_met = 0", EndedAfter = "c.resolve_ended_day" },
                new("c.resolve_due_day", "0", "1")
                {
                    Is = "c.is_open = 1 AND c.resolve_met IS NULL AND (c.hold_reason IS NULL OR c.hold_reason <> 'waitingCustomer')",
                    Now = "c.resolve_due < {now}",
                },
            ],
        };
        yield return new()
        {
            Metric = Metric.ResolutionRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.ResolutionRate"),
            AlsoText = ReportTerms.Of("figure.ResolutionRate.also"),
            Sources =
            [
                Closes(
                    "CASE WHEN x.kind = 'confirmed' AND x.reopened_day IS NULL THEN 1 ELSE 0 END",
                    "CASE WHEN x.kind = 'unconfirmed' THEN 1 ELSE 0 END"
                ),
            ],
        };
        yield return new()
        {
            Metric = Metric.Satisfaction,
            Unit = FigureUnit.Score5,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.Satisfaction"),
            AlsoText = ReportTerms.Of("figure.Satisfaction.also"),
            Sources =
            [
                new("x.answered_day", "x.score", "CASE WHEN x.score >= 4 THEN 1 ELSE 0 END")
                {
                    Table = "complaint_surveys",
                    Is = "x.score IS NOT NULL",
                },
            ],
        };
        yield return new()
        {
            Metric = Metric.Recommend,
            Unit = FigureUnit.Score10,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.Recommend"),
            AlsoText = ReportTerms.Of("figure.Recommend.also"),
            Sources =
            [
                new("x.answered_day", "x.recommend", "CASE WHEN x.recommend >= 9 THEN 1 WHEN x.recommend <= 6 THEN -1 ELSE 0 END")
                {
                    Table = "complaint_surveys",
                    Is = "x.recommend IS NOT NULL",
                },
            ],
        };
        yield return new()
        {
            Metric = Metric.ReopenRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = false,
            Formula = ReportTerms.Of("figure.ReopenRate"),
            Sources = [Closes("CASE WHEN x.reopened_day IS NOT NULL THEN 1 ELSE 0 END")],
        };
        yield return new()
        {
            Metric = Metric.RecurrenceRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = false,
            Formula = ReportTerms.Of("figure.RecurrenceRate"),
            Sources = [new("c.received_day", "CASE WHEN c.recurrence_of IS NOT NULL THEN 1 ELSE 0 END")],
        };
        yield return new()
        {
            Metric = Metric.FirstResponseTime,
            Unit = FigureUnit.Seconds,
            MoreIsBetter = false,
            HasSpread = true,
            Formula = ReportTerms.Of("figure.FirstResponseTime"),
            Sources = [new("c.first_response_day", "(c.first_response_at - c.received_at) / 10000000")],
        };
        yield return new()
        {
            Metric = Metric.ResolutionTime,
            Unit = FigureUnit.Seconds,
            MoreIsBetter = false,
            HasSpread = true,
            Formula = ReportTerms.Of("figure.ResolutionTime"),
            Sources = [new("c.closed_day", "c.resolve_wall_seconds") { Is = "c.state = 'closed' AND c.resolve_wall_seconds IS NOT NULL" }],
        };
        yield return new()
        {
            Metric = Metric.ComplianceRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.ComplianceRate"),
            Sources = [Inspections("x.passed") with { Rows = "x.steps" }],
        };
        yield return new()
        {
            Metric = Metric.StandardMetRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.StandardMetRate"),
            Sources = [Inspections("CASE WHEN x.passed = x.steps THEN 1 ELSE 0 END")],
        };
        yield return new()
        {
            Metric = Metric.RectificationOnTime,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = ReportTerms.Of("figure.RectificationOnTime"),
            AlsoText = ReportTerms.Of("figure.RectificationOnTime.also"),
            Sources =
            [
                Notices() with
                {
                    Is = "x.in_time IS NOT NULL",
                },
                Notices() with
                {
                    Is = "x.in_time IS NULL",
                    Now = "x.due_day < {today}",
                },
            ],
        };
    }

    private static FigureSource Closes(string numerator, string also = "0") =>
        new("x.closed_day", numerator, also) { Table = "complaint_closes" };

    private static FigureSource Inspections(string numerator) => new("x.day", numerator) { Table = "complaint_inspections" };

    private static FigureSource Notices() =>
        new("x.due_day", "COALESCE(x.in_time, 0)", "CASE WHEN x.rejections > 0 THEN 1 ELSE 0 END")
        {
            Table = "complaint_rectifications",
            Department = "x.department",
        };
}
