using System.Globalization;

namespace Workbench.Measuring;

/// <summary>One line of the report: a task in a set and language, with the baselines beside it.</summary>
internal sealed record ReportLine(string Set, string Language, string Task, Scores Scores, double? Majority, double? Keyword)
{
    /// <summary>Above the lines.</summary>
    public const string Header = "set                          language task                 texts   right  macro-F1  majority  keyword";

    /// <inheritdoc/>
    public override string ToString()
    {
        double? f1 = Majority is null && Keyword is null ? null : Scores.MacroF1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Set,-28} {Language,-8} {Task,-20} {Scores.Count,5}  {Scores.Accuracy,6:F3}  "
                + $"{Figure(f1),8}  {Figure(Majority),8}  {Figure(Keyword),7}"
        );
    }

    private static string Figure(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";
}
