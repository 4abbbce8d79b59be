using Complaints.Organisations;
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
            Formula = Text(
                "期内收到的投诉数；已并案的只计一次",
                "期內收到的投訴數；已併案的只計一次",
                "complaints received in the period; merged ones count once"
            ),
            Sources = [new("c.received_day", "1")],
        };
        yield return new()
        {
            Metric = Metric.Open,
            Unit = FigureUnit.Count,
            MoreIsBetter = false,
            Formula = Text(
                "现在未结案的投诉数（给出期间时：期内收到的）",
                "現在未結案的投訴數（給出期間時：期內收到的）",
                "complaints not ended now (with a period: received in it)"
            ),
            Sources = [new("c.received_day", "1") { Is = "c.is_open = 1" }],
            TrendFormula = Text(
                "每段期间结束时未结案的投诉数",
                "每段期間結束時未結案的投訴數",
                "complaints not ended at the end of each stretch"
            ),
        };
        yield return new()
        {
            Metric = Metric.Overdue,
            Unit = FigureUnit.Count,
            MoreIsBetter = false,
            Formula = Text(
                "现在未结案、最近一项期限已过且未暂停的投诉数（给出期间时：期内收到的）",
                "現在未結案、最近一項期限已過且未暫停的投訴數（給出期間時：期內收到的）",
                "open complaints whose next deadline has passed and is not paused (with a period: received in it)"
            ),
            Sources = [new("c.received_day", "1") { Is = "c.is_open = 1", Now = "c.next_due < {now}" }],
            TrendFormula = Text(
                "每段期间内有期限未按时兑现的投诉数",
                "每段期間內有期限未如期兌現的投訴數",
                "complaints with a promise that fell due in the stretch and was missed"
            ),
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
            Formula = Text(
                "期内结案且现在仍为结案的投诉数",
                "期內結案且現在仍為結案的投訴數",
                "complaints closed in the period and still closed"
            ),
            Sources = [new("c.closed_day", "1") { Is = "c.state = 'closed'" }],
        };
        yield return new()
        {
            Metric = Metric.TimelinessRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = Text(
                "按期办结 ÷ 办结时限在期内办结或到期的投诉；未结已超时的计入分母；撤诉、不予受理、并案不计",
                "如期辦結 ÷ 辦結時限在期內辦結或到期的投訴；未結已逾時的計入分母；撤訴、不予受理、併案不計",
                "resolved by the deadline ÷ complaints whose resolve clock ended or fell due in the period; "
                    + "open overdue ones count as missed; withdrawn, not accepted and merged are left out"
            ),
            AlsoText = Text("其中 {0} 件未结已超时", "其中 {0} 件未結已逾時", "{0} of them open and overdue"),
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
            Formula = Text(
                "期内客户确认结案且未重开 ÷ 期内全部结案",
                "期內客戶確認結案且未重啟 ÷ 期內全部結案",
                "closed with the customer's confirmation and not reopened ÷ all closed in the period"
            ),
            AlsoText = Text(
                "其中 {0} 件客户未回复而结案",
                "其中 {0} 件客戶未回覆而結案",
                "{0} of them closed without an answer of the customer"
            ),
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
            Formula = Text(
                "期内回访的总体满意度（1–5）平均分",
                "期內回訪的整體滿意度（1–5）平均分數",
                "mean of the overall score (1–5) of the answers in the period"
            ),
            AlsoText = Text("{0} 份答复为 4 分以上", "{0} 份回覆為 4 分以上", "{0} answers of 4 or 5"),
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
            Formula = Text(
                "期内回访的推荐意愿（0–10）平均分",
                "期內回訪的推薦意願（0–10）平均分數",
                "mean of the willingness to recommend (0–10) of the answers in the period"
            ),
            AlsoText = Text(
                "推荐者减贬损者 {0} 人（9–10 分减 0–6 分）",
                "推薦者減批評者 {0} 人（9–10 分減 0–6 分）",
                "promoters minus detractors: {0} (9–10 minus 0–6)"
            ),
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
            Formula = Text(
                "期内结案后被重开 ÷ 期内全部结案",
                "期內結案後被重啟 ÷ 期內全部結案",
                "closed in the period and reopened since ÷ all closed in the period"
            ),
            Sources = [Closes("CASE WHEN x.reopened_day IS NOT NULL THEN 1 ELSE 0 END")],
        };
        yield return new()
        {
            Metric = Metric.RecurrenceRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = false,
            Formula = Text(
                "期内收到、与半年内较早投诉同因或同类同地的投诉 ÷ 期内收到的投诉",
                "期內收到、與半年內較早投訴同因或同類同地的投訴 ÷ 期內收到的投訴",
                "received in the period and matched to an earlier complaint of half a year ÷ received in the period"
            ),
            Sources = [new("c.received_day", "CASE WHEN c.recurrence_of IS NOT NULL THEN 1 ELSE 0 END")],
        };
        yield return new()
        {
            Metric = Metric.FirstResponseTime,
            Unit = FigureUnit.Seconds,
            MoreIsBetter = false,
            HasSpread = true,
            Formula = Text(
                "从收到到第一次人工答复的时间（自然时间），首次答复在期内的投诉的平均；另列中位数与 90 分位",
                "從收到到第一次人工回覆的時間（日曆時間），首次回覆在期內的投訴的平均；另列中位數與第 90 百分位",
                "wall time from receipt to the first answer of a person, mean over complaints first answered in the period; "
                    + "median and 90th percentile beside it"
            ),
            Sources = [new("c.first_response_day", "(c.first_response_at - c.received_at) / 10000000")],
        };
        yield return new()
        {
            Metric = Metric.ResolutionTime,
            Unit = FigureUnit.Seconds,
            MoreIsBetter = false,
            HasSpread = true,
            Formula = Text(
                "从收到到办结的时间（自然时间），期内结案的投诉的平均；另列中位数与 90 分位",
                "從收到到辦結的時間（日曆時間），期內結案的投訴的平均；另列中位數與第 90 百分位",
                "wall time from receipt to the result, mean over complaints closed in the period; median and 90th percentile beside it"
            ),
            Sources = [new("c.closed_day", "c.resolve_wall_seconds") { Is = "c.state = 'closed' AND c.resolve_wall_seconds IS NOT NULL" }],
        };
        yield return new()
        {
            Metric = Metric.ComplianceRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = Text(
                "期内抽查中合格的步骤 ÷ 适用的步骤",
                "期內抽查中合格的步驟 ÷ 適用的步驟",
                "steps passed ÷ steps that applied, in the inspections of the period"
            ),
            Sources = [Inspections("x.passed") with { Rows = "x.steps" }],
        };
        yield return new()
        {
            Metric = Metric.StandardMetRate,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = Text(
                "期内抽查中各项全部合格的案件 ÷ 抽查案件（100 − 1 = 0）",
                "期內抽查中各項全部合格的案件 ÷ 抽查案件（100 − 1 = 0）",
                "inspected cases in which every line passed ÷ inspected cases of the period (100 − 1 = 0)"
            ),
            Sources = [Inspections("CASE WHEN x.passed = x.steps THEN 1 ELSE 0 END")],
        };
        yield return new()
        {
            Metric = Metric.RectificationOnTime,
            Unit = FigureUnit.Share,
            MoreIsBetter = true,
            Formula = Text(
                "按期回复的整改通知 ÷ 期内到期的整改通知",
                "如期回覆的整改通知 ÷ 期內到期的整改通知",
                "rectification notices answered by their deadline ÷ notices due in the period"
            ),
            AlsoText = Text("其中 {0} 件曾被退回", "其中 {0} 件曾被退回", "{0} of them were rejected at least once"),
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

    private static LocalizedText Text(string zhCn, string zhTw, string en) =>
        new([new(Languages.ZhCn, zhCn), new(Languages.ZhTw, zhTw), new(Languages.En, en)]);
}
