using ComplaintBot.Reports.Regular;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Words;

/// <summary>Causes and gaps of a quality report in words.</summary>
internal static class GapWords
{
    /// <summary>A category and a kind of cause.</summary>
    public static string Name(FoundCause cause, Organisation organisation, string language) =>
        (organisation.FindCategory(cause.Category)?.Name.In(language) ?? cause.Category)
        + $" · {ReportTerms.Of($"cause.{cause.Class}").In(language)}";

    /// <summary>Promises of a department.</summary>
    public static string Promises(DepartmentGap gap, string language) =>
        FigureWords.Format(ReportTerms.Of("gap.Broken"), language, gap.Broken, gap.Due);

    /// <summary>Standards of a department.</summary>
    public static string Standards(DepartmentGap gap, string language) =>
        FigureWords.Format(ReportTerms.Of("gap.Missed"), language, gap.Missed, gap.Inspected);

    /// <summary>▲ more than before, ▼ fewer, ＝ as many.</summary>
    public static string Sign(int now, int before) =>
        now > before ? "▲"
        : now < before ? "▼"
        : "＝";
}
