using System.Globalization;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Figures;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Words;

/// <summary>Figures as people read them: "86.4%", "38 ÷ 44", "down 3.9 percentage points from 90.2% in September 2026". Rounded
/// only here.</summary>
public static class FigureWords
{
    /// <summary>The value, or n/a.</summary>
    public static string Value(FigureValue value, string language) =>
        value.Value is { } v ? Say(v, value.Unit, language) : ReportTerms.NotAvailable.In(language);

    /// <summary>What the value was counted from: numerator and denominator of a share, the sample of a mean; empty for a count.</summary>
    public static string Basis(FigureValue value, string language) =>
        value.Unit switch
        {
            FigureUnit.Count => "",
            FigureUnit.Share =>
                $"{value.Numerator.ToString(CultureInfo.InvariantCulture)} ÷ {value.Denominator.ToString(CultureInfo.InvariantCulture)}",
            _ => Format(ReportTerms.Sample, language, value.Denominator),
        };

    /// <summary>The comparison with the earlier period; null when none was asked for.</summary>
    public static string? Comparison(FigureAnswer answer, Compared compared, string language)
    {
        if (compared.Before is not { } before || answer.Before is not { } period)
            return null;
        var (when, was) = (
            PeriodInWords.Say(period, language),
            Value(before, language) + (Basis(before, language) is { Length: > 0 } basis ? $" ({basis})" : "")
        );
        if (compared.Change is not { } change)
            return Format(ReportTerms.NoBefore, language, when);
        var size =
            before.Unit == FigureUnit.Share
                ? Format(ReportTerms.PercentPoints, language, Rounded(Math.Abs(change) * 100, 1))
                : Say(Math.Abs(change), before.Unit, language);
        return Format(
            change == 0 ? ReportTerms.Same
                : change > 0 ? ReportTerms.Up
                : ReportTerms.Down,
            language,
            when,
            was,
            size
        );
    }

    /// <summary>True when the change is for the better, false for the worse; null when there is none or it has no direction.</summary>
    public static bool? IsBetter(FigureAnswer answer, Compared compared) =>
        compared.Change is { } change && change != 0 && answer.Figure is { } figure ? change > 0 == figure.MoreIsBetter : null;

    /// <summary>What else has to be said with the number: spread, small sample, the figure's own second count, the period when it
    /// was not said.</summary>
    public static IReadOnlyList<string> Notes(FigureAnswer answer, string language)
    {
        var (notes, value) = (new List<string>(), answer.Whole.Now);
        if (value.Median is { } median && value.P90 is { } p90)
            notes.Add(Format(ReportTerms.Spread, language, Say(median, value.Unit, language), Say(p90, value.Unit, language)));
        if (answer.Figure?.AlsoText is { } also && value.Also != 0)
            notes.Add(Format(also, language, value.Also));
        if (value.IsSmallSample)
            notes.Add(ReportTerms.SmallSample.In(language));
        if (answer.PeriodIsUsual && answer.Period is { } period)
            notes.Add(Format(ReportTerms.PeriodUsual, language, PeriodInWords.Say(period, language)));
        if (answer.Tied > 0)
            notes.Add(Format(ReportTerms.Tied, language, answer.Tied));
        return notes;
    }

    /// <summary>The figure's name.</summary>
    public static string Name(FigureAnswer answer, string language) =>
        answer.Figure is { } figure ? QuestionTerms.Of(figure.Metric).In(language) : ReportTerms.Count.In(language);

    /// <summary>How it is counted; null for a plain count.</summary>
    public static string? Formula(FigureAnswer answer, string language) =>
        ((answer.Query.Kind == QueryKind.Trend ? answer.Figure?.TrendFormula : null) ?? answer.Figure?.Formula)?.In(language);

    /// <summary>What a row stands for.</summary>
    public static string Label(FigureRow row, Grouping? group, Organisation organisation, string language) =>
        row switch
        {
            { Days: { } days } => PeriodInWords.Say(days, language),
            { Key: "" } => ReportTerms.None.In(language),
            _ => group switch
            {
                Grouping.Department => organisation.FindDepartment(row.Key)?.Name.In(language) ?? row.Key,
                Grouping.Category => organisation.FindCategory(row.Key)?.Name.In(language) ?? row.Key,
                Grouping.Owner => organisation.FindStaff(row.Key)?.Name ?? row.Key,
                Grouping.Severity => QuestionTerms.Of(Enum.Parse<Severity>(row.Key, ignoreCase: true)).In(language),
                Grouping.CustomerLevel => QuestionTerms.Named("level", row.Key, language),
                Grouping.About => organisation.FindStaff(row.Key)?.Name ?? row.Key,
                Grouping.Channel => QuestionTerms.Named("channel", row.Key, language),
                Grouping.Language => QuestionTerms.Named("language", row.Key, language),
                Grouping.Weekday => QuestionTerms.Named("weekday", QueryRules.Weekdays[row.Key[0] - '0'], language),
                Grouping.Hour => $"{row.Key}:00–{row.Key}:59",
                _ => row.Key,
            },
        };

    internal static string Format(LocalizedText text, string language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text.In(language), values);

    private static string Say(double value, FigureUnit unit, string language) =>
        unit switch
        {
            FigureUnit.Count => Format(ReportTerms.Cases, language, value.ToString("N0", CultureInfo.InvariantCulture)),
            FigureUnit.Share => Rounded(value * 100, 1) + "%",
            FigureUnit.Score5 or FigureUnit.Score10 => Format(ReportTerms.Points, language, Rounded(value, 1)),
            _ => value switch
            {
                >= 86400 => Format(ReportTerms.Days, language, Rounded(value / 86400, 1)),
                >= 3600 => Format(ReportTerms.Hours, language, Rounded(value / 3600, 1)),
                _ => Format(ReportTerms.Minutes, language, Rounded(value / 60, 0)),
            },
        };

    private static string Rounded(double value, int digits) =>
        Math.Round(value, digits, MidpointRounding.AwayFromZero)
            .ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
