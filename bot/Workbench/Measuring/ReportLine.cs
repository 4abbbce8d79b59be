using System.Globalization;

namespace Workbench.Measuring;

/// <summary>One line of the report: a task in a set and language, how many texts, the share of right answers and, where there are
/// classes, macro-F1.</summary>
internal sealed record ReportLine(string Set, string Language, string Task, Scores Scores)
{
    /// <summary>Above the lines.</summary>
    public const string Header = "set                          language task                 texts   right  macro-F1";

    /// <inheritdoc/>
    public override string ToString()
    {
        var f1 = Scores.HasClasses ? Scores.MacroF1.ToString("F3", CultureInfo.InvariantCulture) : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Set,-28} {Language,-8} {Task,-20} {Scores.Count,5}  {Scores.Accuracy,6:F3}  {f1,8}"
        );
    }
}
