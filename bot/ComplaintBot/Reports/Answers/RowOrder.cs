using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Answers;

/// <summary>The order of a figure's rows: as asked for; else severities by grade and everything else largest first. Equal rows:
/// more cases first, then by key.</summary>
internal static class RowOrder
{
    public static IReadOnlyList<FigureRow> Of(IReadOnlyList<FigureRow> rows, ComplaintQuery query)
    {
        // A ranking says who is best or worst: nobody without a value, and not "none".
        var shown = query.Kind == QueryKind.Ranking ? rows.Where(r => r.Value.Now.Value is not null && r.Key.Length > 0) : rows;
        if (query.Having is { } having)
            shown = shown.Where(r => r.Value.Now.Value is { } figure && having.Holds(figure));
        if (query.Sort is null && query.GroupBy == Grouping.Severity)
            return [.. shown.OrderByDescending(r => Enum.Parse<Severity>(r.Key, ignoreCase: true))];
        if (query.Sort is null && query.GroupBy is Grouping.Day or Grouping.Week or Grouping.Month && query.Kind != QueryKind.Ranking)
            return [.. shown];
        var ascending = query.Sort?.Order == SortOrder.Asc;
        double Key(FigureRow row) =>
            query.Sort?.By == SortField.Count
                ? row.Value.Now.Denominator
                : row.Value.Now.Value ?? (ascending ? double.MaxValue : double.MinValue);
        return
        [
            .. (ascending ? shown.OrderBy(Key) : shown.OrderByDescending(Key))
                .ThenByDescending(r => r.Value.Now.Denominator)
                .ThenBy(r => r.Key, StringComparer.Ordinal),
        ];
    }
}
