namespace Workbench.Bench;

/// <summary>A kind of question: how it is asked and by whom; <paramref name="Limit"/> is how many times longer it may take among
/// 1,000,000 complaints than among 10,000 (issue 6), null where none was set.</summary>
internal sealed record BenchQuestion(string Name, string Words, string Asker, double? Limit);

/// <summary>The kinds of questions that are measured.</summary>
internal static class BenchQuestions
{
    private const double Lists = 2,
        Figures = 5;

    public static readonly IReadOnlyList<BenchQuestion> All =
    [
        new("list: overdue", "现在超时的投诉", "boss", Lists),
        new("list: open of a department", "网络部还有哪些单子没处理完", "manager", Lists),
        new("list: month, category, sorted", "上个月的宽带投诉，按严重程度排", "boss", Lists),
        new("list: month of a department", "上个月网络部的投诉", "manager", Lists),
        new("list: newest", "最新的10条投诉", "boss", Lists),
        new("list: mine", "我名下没结案的单子", "handler", Lists),
        new("count: this month", "本月收到多少投诉", "boss", Lists),
        new("count: this week", "本周收到多少投诉", "boss", Lists),
        new("count: last month of a department", "how many network complaints did we get last month", "manager", Lists),
        new("count: open", "还有多少没结案", "boss", Lists),
        new("count: open by severity", "open complaints by severity", "boss", Lists),
        new("count: overdue", "现在有多少超时的投诉", "boss", Lists),
        new("count: all there ever were", "一共有多少投诉", "boss", Lists),
        new("figures: timeliness by department, month", "各部门上个月的及时率", "boss", Figures),
        new("figures: resolution rate by department, month", "resolution rate by department last month", "boss", Figures),
        new("figures: satisfaction by department, month", "上个月各部门满意度", "boss", Figures),
        new("figures: received by department, month", "按部门统计上个月的投诉量", "boss", Figures),
        new("figures: reopen rate by department, month", "reopen rate by department last month", "boss", Figures),
        new("figures: resolution time by department, month", "resolution time by department last month", "boss", Figures),
        new("figures: first response time by dept., month", "first response time by department last month", "boss", Figures),
        new("figures: timeliness of own department, month", "网络部上个月的及时率", "manager", Figures),
        new("trend: received by month, year", "今年每月投诉数量的变化趋势", "boss", null),
        new("trend: timeliness of a department by month", "网络部今年每月的及时率", "manager", null),
        new("ranking: categories of the month", "上个月投诉最多的三个类别", "boss", null),
        new("ranking: people of the month", "上个月谁的投诉最多", "boss", null),
        new("search: words of the month", "上个月提到“漏水”的投诉", "boss", null),
        new("search: words, whenever", "提到“漏水”的投诉", "boss", null),
    ];
}
