using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Figures;

namespace ComplaintBot.Reports.Charts;

/// <summary>Where the vertical axis ends.</summary>
internal static class ChartScale
{
    private static readonly int[] Steps = [1, 2, 4, 5, 8, 10];

    /// <summary>A round number at or above the largest value; shares end at 100 %, scores at the end of their scale, so that charts
    /// can be compared.</summary>
    public static double For(IReadOnlyList<FigureRow> rows, FigureUnit unit)
    {
        switch (unit)
        {
            case FigureUnit.Share:
                return 1;
            case FigureUnit.Score5:
                return 5;
            case FigureUnit.Score10:
                return 10;
        }
        var largest = rows.SelectMany(r => new[] { r.Value.Now.Value, r.Value.Before?.Value }).Max() ?? 0;
        if (largest <= 4)
            return 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        return Array.Find(Steps, m => m * power >= largest) * power;
    }
}
