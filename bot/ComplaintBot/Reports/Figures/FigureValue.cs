namespace ComplaintBot.Reports.Figures;

/// <summary>A figure with what it was counted from. <paramref name="Numerator"/> is a sum (of complaints, scores, seconds),
/// <paramref name="Denominator"/> the number of rows, <paramref name="Also"/> a second count told beside it.</summary>
public sealed record FigureValue(FigureUnit Unit, long Numerator, long Denominator, long Also)
{
    /// <summary>Fewer than this many rows are a small sample.</summary>
    public const int SmallSample = 20;

    /// <summary>Median, where the figure has a spread; seconds.</summary>
    public double? Median { get; init; }

    /// <summary>The smallest value that nine of ten do not exceed; seconds.</summary>
    public double? P90 { get; init; }

    /// <summary>The value; null (n/a) where there is nothing to divide by. A count is never n/a.</summary>
    public double? Value =>
        Unit == FigureUnit.Count ? Numerator
        : Denominator == 0 ? null
        : (double)Numerator / Denominator;

    /// <summary>True for a rate or mean of fewer than <see cref="SmallSample"/> rows.</summary>
    public bool IsSmallSample => Unit != FigureUnit.Count && Denominator < SmallSample;

    /// <summary>Nothing counted.</summary>
    public static FigureValue None(FigureUnit unit) => new(unit, 0, 0, 0);

    /// <summary>Two parts together; a spread cannot be added and is left out.</summary>
    public static FigureValue operator +(FigureValue a, FigureValue b) =>
        new(a.Unit, a.Numerator + b.Numerator, a.Denominator + b.Denominator, a.Also + b.Also);
}
