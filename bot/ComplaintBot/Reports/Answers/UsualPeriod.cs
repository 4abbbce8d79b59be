using ComplaintBot.Reports.Figures;
using Understanding.Questions;

namespace ComplaintBot.Reports.Answers;

/// <summary>The period that is taken when a question about a figure names none: the present month for rates and means; the last
/// twelve months, twelve weeks or thirty days for trends. Counts without a period are of all time.</summary>
internal static class UsualPeriod
{
    public static QueryPeriod? For(ComplaintQuery query, Figure? figure, DateOnly today) =>
        query.Kind switch
        {
            QueryKind.Trend => query.GroupBy switch
            {
                Grouping.Day => new(today.AddDays(-29), today),
                Grouping.Week => new(today.AddDays(-((int)today.DayOfWeek + 6) % 7 - 77), today),
                _ => new(new DateOnly(today.Year, today.Month, 1).AddMonths(-11), MonthEnd(today)),
            },
            QueryKind.Metric or QueryKind.Ranking when figure is { IsCount: false } => new(
                new(today.Year, today.Month, 1),
                MonthEnd(today)
            ),
            QueryKind.Ranking when query.GroupBy is Grouping.Day or Grouping.Week or Grouping.Month => new(
                new DateOnly(today.Year, today.Month, 1).AddMonths(-11),
                MonthEnd(today)
            ),
            _ => null,
        };

    /// <summary>How a trend is cut when it was not said: days up to 31 days, weeks up to half a year, else months.</summary>
    public static Grouping Unit(QueryPeriod period) =>
        (period.To.DayNumber - period.From.DayNumber) switch
        {
            <= 31 => Grouping.Day,
            <= 184 => Grouping.Week,
            _ => Grouping.Month,
        };

    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
