using Complaints.Organisations;

namespace ComplaintBot.Reports.Words;

/// <summary>Words of answers and files in the three languages.</summary>
internal static class ReportTerms
{
    public static readonly LocalizedText NotAvailable = T("无数据", "無資料", "n/a");
    public static readonly LocalizedText SmallSample = T("样本少于 20，仅供参考", "樣本少於 20，僅供參考", "fewer than 20, take with care");
    public static readonly LocalizedText Sample = T("样本 {0}", "樣本 {0}", "n = {0}");
    public static readonly LocalizedText Cases = T("{0} 件", "{0} 件", "{0}");
    public static readonly LocalizedText Points = T("{0} 分", "{0} 分", "{0}");
    public static readonly LocalizedText Days = T("{0} 天", "{0} 天", "{0} days");
    public static readonly LocalizedText Hours = T("{0} 小时", "{0} 小時", "{0} hours");
    public static readonly LocalizedText Minutes = T("{0} 分钟", "{0} 分鐘", "{0} minutes");
    public static readonly LocalizedText PercentPoints = T("{0} 个百分点", "{0} 個百分點", "{0} percentage points");
    public static readonly LocalizedText Spread = T(
        "中位数 {0}，90 分位 {1}",
        "中位數 {0}，第 90 百分位 {1}",
        "median {0}, 90th percentile {1}"
    );
    public static readonly LocalizedText Up = T("比 {0} 的 {1} 上升 {2}", "比 {0} 的 {1} 上升 {2}", "up {2} from {1} in {0}");
    public static readonly LocalizedText Down = T("比 {0} 的 {1} 下降 {2}", "比 {0} 的 {1} 下降 {2}", "down {2} from {1} in {0}");
    public static readonly LocalizedText Same = T("与 {0} 的 {1} 持平", "與 {0} 的 {1} 持平", "the same as {1} in {0}");
    public static readonly LocalizedText NoBefore = T("{0} 无数据，无法比较", "{0} 無資料，無法比較", "nothing to compare with in {0}");
    public static readonly LocalizedText AsOf = T("截至 {0}", "截至 {0}", "as of {0}");
    public static readonly LocalizedText PeriodUsual = T(
        "没有说期间，按 {0} 计算",
        "沒有說期間，以 {0} 計算",
        "no period was said, so it is {0}"
    );
    public static readonly LocalizedText Tied = T("另有 {0} 个并列", "另有 {0} 個並列", "{0} more with the same value");
    public static readonly LocalizedText None = T("（无）", "（無）", "(none)");
    public static readonly LocalizedText QualityReport = T("质量报告", "品質報告", "quality report");
    public static readonly LocalizedText Figure = T("指标", "指標", "figure");
    public static readonly LocalizedText Figures = T(
        "指标（与上一期相比）",
        "指標（與上一期相比）",
        "figures, compared with the period before"
    );
    public static readonly LocalizedText TopCategories = T("投诉最多的类别", "投訴最多的類別", "most frequent categories");
    public static readonly LocalizedText TopCauses = T(
        "结案投诉中最多的原因",
        "結案投訴中最多的原因",
        "most frequent causes of what was closed"
    );
    public static readonly LocalizedText Gaps = T("各部门差距", "各部門落差", "gaps by department");
    public static readonly LocalizedText Broken = T("承诺未兑现", "承諾未兌現", "promises broken");
    public static readonly LocalizedText Due = T("期内到期的承诺", "期內到期的承諾", "promises due");
    public static readonly LocalizedText Missed = T("抽查未达标", "抽查未達標", "below the standard");
    public static readonly LocalizedText Inspected = T("抽查案件", "抽查案件", "inspected cases");
    public static readonly LocalizedText Since = T("比上一期的变化", "比上一期的變化", "since the last one");
    public static readonly LocalizedText Better = T("改善", "改善", "better");
    public static readonly LocalizedText Worse = T("变差", "變差", "worse");
    public static readonly LocalizedText Total = T("合计", "合計", "total");
    public static readonly LocalizedText Value = T("数值", "數值", "value");
    public static readonly LocalizedText Basis = T("依据", "依據", "basis");
    public static readonly LocalizedText Sum = T("分子（合计）", "分子（合計）", "numerator (sum)");
    public static readonly LocalizedText CaseNumber = T("分母（件数）", "分母（件數）", "denominator (cases)");
    public static readonly LocalizedText Before = T("上期", "前期", "before");
    public static readonly LocalizedText Change = T("变化", "變化", "change");
    public static readonly LocalizedText Formula = T("算法", "計算方式", "formula");
    public static readonly LocalizedText Ticket = T("编号", "編號", "ticket");
    public static readonly LocalizedText State = T("状态", "狀態", "state");
    public static readonly LocalizedText Category = T("类别", "類別", "category");
    public static readonly LocalizedText Department = T("部门", "部門", "department");
    public static readonly LocalizedText Owner = T("负责人", "負責人", "owner");
    public static readonly LocalizedText Severity = T("等级", "等級", "severity");
    public static readonly LocalizedText Customer = T("客户", "客戶", "customer");
    public static readonly LocalizedText CustomerLevel = T("客户级别", "客戶級別", "customer level");
    public static readonly LocalizedText Channel = T("渠道", "管道", "channel");
    public static readonly LocalizedText Place = T("地点", "地點", "place");
    public static readonly LocalizedText Product = T("产品", "產品", "product");
    public static readonly LocalizedText Title = T("内容", "內容", "subject");
    public static readonly LocalizedText Received = T("收到时间", "收到時間", "received");
    public static readonly LocalizedText NextDue = T("下一期限", "下一期限", "next due");
    public static readonly LocalizedText Overdue = T("逾期", "逾期", "overdue");
    public static readonly LocalizedText Closed = T("结案时间", "結案時間", "closed");
    public static readonly LocalizedText Rounds = T("轮次", "輪次", "rounds");
    public static readonly LocalizedText Reopened = T("重开次数", "重啟次數", "reopened");
    public static readonly LocalizedText Score = T("评分", "評分", "score");
    public static readonly LocalizedText Yes = T("是", "是", "yes");
    public static readonly LocalizedText Understood = T("问题", "問題", "question");
    public static readonly LocalizedText Count = T("投诉件数", "投訴件數", "number of complaints");
    public static readonly LocalizedText Cut = T(
        "共 {0} 条，文件只含前 {1} 条",
        "共 {0} 筆，檔案只含前 {1} 筆",
        "{0} rows in all, the file holds the first {1}"
    );
    public static readonly LocalizedText SheetData = T("数据", "資料", "data");
    public static readonly LocalizedText SheetAbout = T("说明", "說明", "about");
    public static readonly LocalizedText NotAllowed = T(
        "您无权查看“{0}”的投诉。",
        "您無權查看「{0}」的投訴。",
        "You may not see the complaints of {0}."
    );
    public static readonly LocalizedText WhichPerson = T(
        "“{0}”可能是：{1}。请问是哪一位？",
        "「{0}」可能是：{1}。請問是哪一位？",
        "\"{0}\" could be {1}. Which one?"
    );
    public static readonly LocalizedText NoSuchPerson = T(
        "没有叫“{0}”的同事。",
        "沒有叫「{0}」的同事。",
        "There is no colleague called {0}."
    );
    public static readonly LocalizedText NoQuestion = T(
        "这不像是关于投诉的问题。",
        "這不像是關於投訴的問題。",
        "This does not look like a question about complaints."
    );
    public static readonly LocalizedText UnknownWords = T("没有看懂：{0}。", "沒有看懂：{0}。", "I did not understand: {0}.");
    public static readonly LocalizedText UnknownFigure = T("没有“{0}”这个指标。", "沒有「{0}」這個指標。", "There is no figure \"{0}\".");
    public static readonly LocalizedText UnknownGrouping = T("不能“{0}”。", "不能「{0}」。", "I cannot group \"{0}\".");
    public static readonly LocalizedText SeveralValues = T(
        "一次只能问其中一个：{0}。",
        "一次只能問其中一個：{0}。",
        "Please ask for one at a time: {0}."
    );
    public static readonly LocalizedText TooLong = T("问题太长了。", "問題太長了。", "The question is too long.");
    public static readonly LocalizedText Nearest = T("您可以问：", "您可以問：", "You can ask:");
    public static readonly LocalizedText Unused = T("没有用到：{0}", "沒有用到：{0}", "not used: {0}");
    public static readonly LocalizedText ListOf = T("{0} 件", "{0} 件", "{0} complaints");

    private static LocalizedText T(string zhCn, string zhTw, string en) =>
        new([new(Languages.ZhCn, zhCn), new(Languages.ZhTw, zhTw), new(Languages.En, en)]);
}
