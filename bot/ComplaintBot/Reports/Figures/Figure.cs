using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Figures;

/// <summary>What a figure's value is.</summary>
public enum FigureUnit
{
    /// <summary>A number of complaints.</summary>
    Count,

    /// <summary>0..1, shown in percent.</summary>
    Share,

    /// <summary>A mean of scores 1..5.</summary>
    Score5,

    /// <summary>A mean of scores 0..10.</summary>
    Score10,

    /// <summary>A mean of lengths, in seconds.</summary>
    Seconds,
}

/// <summary>A figure of docs/procedure.md §9: how it is counted, written once. The SQL speaks of <c>complaints c</c>, joined with
/// <c>x</c> where facts have a table of their own.</summary>
public sealed record Figure
{
    /// <summary>Which one.</summary>
    public required Metric Metric { get; init; }

    /// <summary>What its value is.</summary>
    public required FigureUnit Unit { get; init; }

    /// <summary>True when more is better.</summary>
    public required bool MoreIsBetter { get; init; }

    /// <summary>How it is counted, in words, shown with the number.</summary>
    public required LocalizedText Formula { get; init; }

    /// <summary>What <see cref="FigureValue.Also"/> counts, in words with the place {0}; null when it counts nothing.</summary>
    public LocalizedText? AlsoText { get; init; }

    /// <summary>Sources of rows, joined by UNION ALL; more than one where the day of a row can be one of two.</summary>
    internal IReadOnlyList<FigureSource> Sources { get; init; } = [];

    /// <summary>Sources for a figure over time, where a state of the past is not the state of now; null = the same.</summary>
    internal IReadOnlyList<FigureSource>? TrendSources { get; init; }

    /// <summary>How the figure over time is counted, where that differs.</summary>
    public LocalizedText? TrendFormula { get; init; }

    /// <summary>True when the spread (median, 90th percentile) is told as well.</summary>
    internal bool HasSpread { get; init; }

    /// <summary>Figures that count complaints as they stand; without a period they mean all of them.</summary>
    public bool IsCount => Unit == FigureUnit.Count;
}
