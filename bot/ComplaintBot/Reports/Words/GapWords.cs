using ComplaintBot.Reports.Regular;
using Complaints;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Words;

/// <summary>Causes and gaps of a quality report in words.</summary>
internal static class GapWords
{
    private static readonly Dictionary<CauseClass, LocalizedText> Classes = new()
    {
        [CauseClass.People] = T("人员", "人員", "people"),
        [CauseClass.Equipment] = T("设备", "設備", "equipment"),
        [CauseClass.Material] = T("物料", "物料", "material"),
        [CauseClass.Method] = T("方法", "方法", "method"),
        [CauseClass.Environment] = T("环境", "環境", "environment"),
        [CauseClass.Measurement] = T("测量", "量測", "measurement"),
    };

    private static readonly LocalizedText Broken = T(
        "承诺未兑现 {0}（应兑现 {1}）",
        "承諾未兌現 {0}（應兌現 {1}）",
        "{0} of {1} promises broken"
    );
    private static readonly LocalizedText Missed = T(
        "未达标 {0}（抽查 {1}）",
        "未達標 {0}（抽查 {1}）",
        "{0} of {1} inspected cases below the standard"
    );

    /// <summary>A category and a kind of cause.</summary>
    public static string Name(FoundCause cause, Organisation organisation, string language) =>
        $"{organisation.FindCategory(cause.Category)?.Name.In(language) ?? cause.Category} · {Classes[cause.Class].In(language)}";

    /// <summary>Promises of a department.</summary>
    public static string Promises(DepartmentGap gap, string language) => FigureWords.Format(Broken, language, gap.Broken, gap.Due);

    /// <summary>Standards of a department.</summary>
    public static string Standards(DepartmentGap gap, string language) => FigureWords.Format(Missed, language, gap.Missed, gap.Inspected);

    /// <summary>▲ more than before, ▼ fewer, ＝ as many.</summary>
    public static string Sign(int now, int before) =>
        now > before ? "▲"
        : now < before ? "▼"
        : "＝";

    private static LocalizedText T(string zhCn, string zhTw, string en) =>
        new([new(Languages.ZhCn, zhCn), new(Languages.ZhTw, zhTw), new(Languages.En, en)]);
}
