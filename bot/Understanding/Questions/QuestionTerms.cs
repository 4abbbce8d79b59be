using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>The words of the query schema in the three languages.</summary>
internal static class QuestionTerms
{
    public static readonly LocalizedText UnderstoodAs = T("理解为：", "理解為：", "Understood as: ");
    public static readonly LocalizedText Except = T("不含：{0}", "不含：{0}", "except {0}");
    public static readonly LocalizedText And = T("、", "、", " and ");
    public static readonly LocalizedText Or = T("、", "、", " or ");
    public static readonly LocalizedText Colon = T("：", "：", ": ");
    public static readonly LocalizedText By = T("按{0}", "依{0}", "by {0}");
    public static readonly LocalizedText First = T("前 {0} 条", "前 {0} 筆", "first {0}");
    public static readonly LocalizedText RankLimit = T("（前 {0}）", "（前 {0}）", " (top {0})");
    public static readonly LocalizedText TrendOf = T("{0}走势", "{0}走勢", "{0} over time");
    public static readonly LocalizedText HighestOf = T(
        "{0}从高到低的{1}排名{2}",
        "{0}由高到低的{1}排名{2}",
        "{1} by {0}, highest first{2}"
    );
    public static readonly LocalizedText LowestOf = T("{0}从低到高的{1}排名{2}", "{0}由低到高的{1}排名{2}", "{1} by {0}, lowest first{2}");
    public static readonly LocalizedText Overdue = T("逾期", "逾期", "overdue");
    public static readonly LocalizedText DueWithin = T("{0}内到期", "{0}內到期", "due within {0}");
    public static readonly LocalizedText Owner = T("负责人", "負責人", "owner");
    public static readonly LocalizedText Department = T("部门", "部門", "department");
    public static readonly LocalizedText Category = T("类别", "類別", "category");
    public static readonly LocalizedText Severity = T("等级", "等級", "severity");
    public static readonly LocalizedText CustomerLevel = T("客户级别", "客戶級別", "customer level");
    public static readonly LocalizedText Customer = T("客户", "客戶", "customer");
    public static readonly LocalizedText Place = T("地点", "地點", "place");
    public static readonly LocalizedText Channel = T("渠道", "管道", "channel");
    public static readonly LocalizedText Mentions = T("提到“{0}”", "提到「{0}」", "mentioning \"{0}\"");
    public static readonly LocalizedText Score = T("评分", "評分", "score");
    public static readonly LocalizedText Reopened = T("重开过", "重新開啟過", "reopened");
    public static readonly LocalizedText Me = T("我", "我", "me");
    public static readonly LocalizedText MyDepartment = T("我的部门", "我的部門", "mine");
    public static readonly LocalizedText ReceivedDay = T("收到", "收到", "received");
    public static readonly LocalizedText ClosedDay = T("结案", "結案", "closed");
    public static readonly LocalizedText DueDay = T("到期", "到期", "due");
    public static readonly LocalizedText ComparedWith = T("与{0}相比", "與{0}相比", "compared with {0}");
    public static readonly LocalizedText PeriodBefore = T("上一期", "上一期", "the period before");
    public static readonly LocalizedText YearBefore = T("去年同期", "去年同期", "a year before");
    public static readonly LocalizedText Until = T("截至 {0}", "截至 {0}", "until {0}");
    public static readonly LocalizedText Quarter = T("{0}年第{1}季度", "{0}年第{1}季", "Q{1} {0}");
    public static readonly LocalizedText MonthUnit = T("个月", "個月", "month");
    public static readonly LocalizedText DayUnit = T("天", "天", "day");
    public static readonly LocalizedText HourUnit = T("小时", "小時", "hour");
    public static readonly LocalizedText MinuteUnit = T("分钟", "分鐘", "minute");

    public static readonly IReadOnlyDictionary<QueryKind, LocalizedText> Kinds = new Dictionary<QueryKind, LocalizedText>
    {
        [QueryKind.List] = T("投诉清单", "投訴清單", "complaints"),
        [QueryKind.Count] = T("投诉件数", "投訴件數", "number of complaints"),
        [QueryKind.Export] = T("导出投诉", "匯出投訴", "export of complaints"),
    };

    public static readonly IReadOnlyDictionary<Metric, LocalizedText> Metrics = new Dictionary<Metric, LocalizedText>
    {
        [Metric.Received] = T("收到的投诉", "收到的投訴", "complaints received"),
        [Metric.Open] = T("未结投诉", "未結投訴", "open complaints"),
        [Metric.Overdue] = T("逾期投诉", "逾期投訴", "overdue complaints"),
        [Metric.Closed] = T("结案投诉", "結案投訴", "complaints closed"),
        [Metric.TimelinessRate] = T("投诉处理及时率", "投訴處理及時率", "handling timeliness"),
        [Metric.ResolutionRate] = T("投诉解决率", "投訴解決率", "resolution rate"),
        [Metric.Satisfaction] = T("客户满意度", "客戶滿意度", "customer satisfaction"),
        [Metric.Recommend] = T("推荐分", "推薦分數", "recommend score"),
        [Metric.ReopenRate] = T("重开率", "重啟率", "reopen rate"),
        [Metric.RecurrenceRate] = T("重复发生率", "重複發生率", "recurrence rate"),
        [Metric.FirstResponseTime] = T("首次响应时间", "首次回應時間", "first-response time"),
        [Metric.ResolutionTime] = T("办结时长", "結案時間", "resolution time"),
        [Metric.ComplianceRate] = T("流程执行准确率", "流程執行準確率", "procedure compliance"),
        [Metric.StandardMetRate] = T("服务标准达标率", "服務標準達成率", "standard-met rate"),
        [Metric.RectificationOnTime] = T("整改按期率", "整改按期率", "rectification on time"),
    };

    public static readonly IReadOnlyDictionary<Grouping, LocalizedText> Groupings = new Dictionary<Grouping, LocalizedText>
    {
        [Grouping.Department] = T("部门", "部門", "department"),
        [Grouping.Category] = T("类别", "類別", "category"),
        [Grouping.Owner] = T("负责人", "負責人", "owner"),
        [Grouping.Severity] = T("等级", "等級", "severity"),
        [Grouping.CustomerLevel] = T("客户级别", "客戶級別", "customer level"),
        [Grouping.Place] = T("地点", "地點", "place"),
        [Grouping.Day] = T("日", "日", "day"),
        [Grouping.Week] = T("周", "週", "week"),
        [Grouping.Month] = T("月", "月", "month"),
    };

    public static readonly IReadOnlyDictionary<QueryStatus, LocalizedText> Statuses = new Dictionary<QueryStatus, LocalizedText>
    {
        [QueryStatus.Open] = T("未结案", "未結案", "open"),
        [QueryStatus.Received] = T("待受理", "待受理", "received"),
        [QueryStatus.Assigned] = T("已派单", "已派單", "assigned"),
        [QueryStatus.Investigating] = T("调查中", "調查中", "investigating"),
        [QueryStatus.Planning] = T("制定方案", "制定方案", "planning"),
        [QueryStatus.InProgress] = T("处理中", "處理中", "in progress"),
        [QueryStatus.AwaitingConfirmation] = T("待客户确认", "待客戶確認", "awaiting confirmation"),
        [QueryStatus.Closed] = T("已结案", "已結案", "closed"),
        [QueryStatus.Withdrawn] = T("已撤诉", "已撤訴", "withdrawn"),
        [QueryStatus.NotAccepted] = T("不予受理", "不予受理", "not accepted"),
        [QueryStatus.Merged] = T("已并案", "已併案", "merged"),
    };

    public static readonly IReadOnlyDictionary<Complaints.Organisations.Severity, LocalizedText> Severities = new Dictionary<
        Complaints.Organisations.Severity,
        LocalizedText
    >
    {
        [Complaints.Organisations.Severity.Low] = T("轻微", "輕微", "low"),
        [Complaints.Organisations.Severity.Medium] = T("一般", "一般", "medium"),
        [Complaints.Organisations.Severity.High] = T("紧急", "緊急", "high"),
        [Complaints.Organisations.Severity.Critical] = T("严重", "嚴重", "critical"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Levels = new Dictionary<string, LocalizedText>
    {
        ["standard"] = T("普通客户", "一般客戶", "standard"),
        ["vip"] = T("VIP", "VIP", "VIP"),
        ["key"] = T("重点客户", "重點客戶", "key account"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Channels = new Dictionary<string, LocalizedText>
    {
        ["web"] = T("网页", "網頁", "web"),
        ["teams"] = T("Teams", "Teams", "Teams"),
        ["phone"] = T("电话", "電話", "phone"),
        ["counter"] = T("柜台", "臨櫃", "counter"),
    };

    public static readonly IReadOnlyDictionary<AnswerFormat, LocalizedText> Formats = new Dictionary<AnswerFormat, LocalizedText>
    {
        [AnswerFormat.Card] = T("卡片", "卡片", "as a card"),
        [AnswerFormat.Chart] = T("图表", "圖表", "as a chart"),
        [AnswerFormat.Csv] = T("CSV 文件", "CSV 檔案", "as CSV"),
        [AnswerFormat.Xlsx] = T("Excel 文件", "Excel 檔案", "as Excel"),
    };

    public static readonly IReadOnlyDictionary<(SortField, SortOrder), LocalizedText> Sorts = new Dictionary<
        (SortField, SortOrder),
        LocalizedText
    >
    {
        [(SortField.Received, SortOrder.Asc)] = T("最早的在前", "最早的在前", "oldest first"),
        [(SortField.Received, SortOrder.Desc)] = T("最新的在前", "最新的在前", "newest first"),
        [(SortField.Due, SortOrder.Asc)] = T("最先到期的在前", "最先到期的在前", "soonest due first"),
        [(SortField.Due, SortOrder.Desc)] = T("最后到期的在前", "最後到期的在前", "latest due first"),
        [(SortField.Severity, SortOrder.Asc)] = T("等级低的在前", "等級低的在前", "least severe first"),
        [(SortField.Severity, SortOrder.Desc)] = T("等级高的在前", "等級高的在前", "most severe first"),
        [(SortField.CustomerLevel, SortOrder.Asc)] = T("客户级别低的在前", "客戶級別低的在前", "lowest customer level first"),
        [(SortField.CustomerLevel, SortOrder.Desc)] = T("客户级别高的在前", "客戶級別高的在前", "highest customer level first"),
        [(SortField.Score, SortOrder.Asc)] = T("评分低的在前", "評分低的在前", "lowest score first"),
        [(SortField.Score, SortOrder.Desc)] = T("评分高的在前", "評分高的在前", "highest score first"),
        [(SortField.Count, SortOrder.Asc)] = T("件数少的在前", "件數少的在前", "fewest first"),
        [(SortField.Count, SortOrder.Desc)] = T("件数多的在前", "件數多的在前", "most first"),
        [(SortField.Value, SortOrder.Asc)] = T("数值小的在前", "數值小的在前", "smallest first"),
        [(SortField.Value, SortOrder.Desc)] = T("数值大的在前", "數值大的在前", "largest first"),
    };

    private static LocalizedText T(string zhCn, string zhTw, string en) =>
        new([new(Languages.ZhCn, zhCn), new(Languages.ZhTw, zhTw), new(Languages.En, en)]);
}
