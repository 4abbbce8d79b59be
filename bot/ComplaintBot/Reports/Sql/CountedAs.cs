using ComplaintBot.Reports.Figures;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>Which figure a plain count is, where it is one: then its sums are known beforehand.</summary>
internal static class CountedAs
{
    /// <summary>The source that has one row for each complaint of a list or count; null when the query asks for more than that.</summary>
    public static FigureSource? Source(ComplaintQuery query) =>
        (query.Filters?.Status, query.Period?.Of) switch
        {
            (null, null) => Of(Metric.Received),
            ([QueryStatus.Open], null) => Of(Metric.Open),
            ([QueryStatus.Closed], PeriodOf.Closed) => Of(Metric.Closed),
            _ => null,
        };

    private static FigureSource Of(Metric metric) => AllFigures.Of(metric).Sources[0];
}
