using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Understanding.Questions;

namespace Understanding.Tests.Questions;

public class FollowUpTests
{
    private static readonly QuestionParser Parser = new();

    [Fact]
    public void A_conversation_narrows_and_changes_the_question_step_by_step()
    {
        var query = Ask(null, "网络部逾期的有哪些");
        Assert.Equal((QueryKind.List, (OneOrMore)"network", true), (query.Kind, query.Filters!.Department, query.Filters.Overdue));

        query = Ask(query, "只看VIP的");
        Assert.Equal(
            (QueryKind.List, (OneOrMore)"network", "vip"),
            (query.Kind, query.Filters!.Department, query.Filters.CustomerLevel!.Single())
        );

        query = Ask(query, "按时间排");
        Assert.Equal(new(SortField.Received, SortOrder.Asc), query.Sort);

        query = Ask(query, "那市场部呢？");
        Assert.Equal(((OneOrMore)"market", "vip"), (query.Filters!.Department, query.Filters.CustomerLevel!.Single()));

        query = Ask(query, "导出");
        Assert.Equal((QueryKind.Export, (OneOrMore)"market"), (query.Kind, query.Filters!.Department));
        Assert.Null(query.FollowsUp);
    }

    [Fact]
    public void A_figure_keeps_its_scope_through_periods_and_comparisons()
    {
        var query = Ask(null, "network handling timeliness last month");
        query = Ask(query, "and the month before?");
        Assert.Equal(new(new(2026, 9, 1), new(2026, 9, 30)), query.Period);
        Assert.Equal(
            (QueryKind.Metric, Metric.TimelinessRate, (OneOrMore)"network"),
            (query.Kind, query.Metric, query.Filters!.Department)
        );

        query = Ask(query, "compare with the previous month");
        Assert.Equal(Comparison.PreviousPeriod, query.CompareTo);
        Assert.Equal(new(new(2026, 8, 1), new(2026, 8, 31)), PeriodSteps.ComparedPeriod(query));

        query = Ask(query, "那满意度呢");
        Assert.Equal((Metric.Satisfaction, (OneOrMore)"network"), (query.Metric, query.Filters!.Department));
    }

    [Fact]
    public void A_list_that_is_grouped_becomes_a_count_and_over_time_a_trend()
    {
        var list = Ask(null, "本月的投诉");
        var counted = Ask(list, "再按部门分一下");
        Assert.Equal((QueryKind.Count, Grouping.Department), (counted.Kind, counted.GroupBy));
        var trend = Ask(counted, "改成每周");
        Assert.Equal((QueryKind.Trend, Metric.Received, Grouping.Week), (trend.Kind, trend.Metric, trend.GroupBy));
        var back = Ask(trend, "group it by category");
        Assert.Equal((QueryKind.Count, Grouping.Category), (back.Kind, back.GroupBy));
    }

    [Fact]
    public void What_was_left_out_stays_out_until_it_is_asked_for()
    {
        var query = Ask(Ask(null, "open complaints this month"), "without billing");
        Assert.Equal<OneOrMore>("billing", query.Filters!.Not!.Category!);
        query = Ask(query, "just the overdue ones");
        Assert.Equal(((OneOrMore)"billing", true), (query.Filters!.Not!.Category, query.Filters.Overdue));
        Assert.Equal([QueryStatus.Open], query.Filters.Status!);
        query = Ask(query, "what about billing?");
        Assert.Equal<OneOrMore>("billing", query.Filters!.Category!);
        Assert.Null(query.Filters.Not);
    }

    [Fact]
    public void Leaving_out_what_was_asked_for_takes_it_away()
    {
        var query = Ask(Ask(null, "宽带故障的逾期投诉"), "不要宽带的");
        Assert.Null(query.Filters!.Category);
        Assert.Equal<OneOrMore>("broadband", query.Filters.Not!.Category!);
    }

    [Fact]
    public void A_closed_list_stays_about_the_day_closed()
    {
        var query = Ask(Ask(null, "上周结案的有哪些"), "换成上个月");
        Assert.Equal(new QueryPeriod(new(2026, 10, 1), new(2026, 10, 31)) { Of = PeriodOf.Closed }, query.Period);
    }

    [Fact]
    public void Exporting_a_figure_gives_it_as_a_workbook()
    {
        var query = Ask(Ask(null, "各部门上个月的及时率"), "导出");
        Assert.Equal((QueryKind.Metric, AnswerFormat.Xlsx, Grouping.Department), (query.Kind, query.Format, query.GroupBy));
    }

    [Fact]
    public void A_question_with_a_subject_of_its_own_forgets_the_one_before()
    {
        var query = Ask(Ask(null, "网络部逾期的有哪些"), "昨天一共来了多少投诉");
        Assert.Null(query.Filters);
        Assert.Equal(QueryKind.Count, query.Kind);
    }

    [Fact]
    public void The_head_of_the_answer_says_the_merged_question()
    {
        var query = Ask(Ask(null, "which high ones are overdue"), "only VIP");
        Assert.Equal(
            "Understood as: complaints · overdue · severity: high · customer level: VIP",
            QuestionInWords.UnderstoodAs(query, Languages.En, TelecomExample.Organisation)
        );
    }

    [Fact]
    public void A_condition_is_taken_away_by_its_name_or_its_value()
    {
        var query = Ask(Ask(null, "网络部VIP客户还没结的有哪些"), "去掉VIP");
        Assert.Equal(((OneOrMore)"network", null), (query.Filters!.Department, query.Filters.CustomerLevel));
        Assert.Null(query.Filters.Not);
        query = Ask(query, "部门不限");
        Assert.Equal((null, QueryStatus.Open), (query.Filters!.Department, query.Filters.Status!.Single()));
    }

    [Fact]
    public void What_is_left_out_adds_up()
    {
        var query = Ask(Ask(Ask(null, "open complaints this month"), "without billing"), "without signal");
        Assert.Equal<OneOrMore>(["billing", "signal"], query.Filters!.Not!.Category!);
    }

    private static ComplaintQuery Ask(ComplaintQuery? previous, string text)
    {
        var parsed = Parser.Parse(text, "zh-CN", TelecomExample.Organisation, TelecomExample.Now, previous);
        Assert.NotNull(parsed.Query);
        return previous is null ? parsed.Query : QuestionFollowUp.Merge(previous, parsed.Query!);
    }
}
