using System.Globalization;
using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>The order of the rows of an answer, and how many of them.</summary>
internal sealed class SortBuilder(Mentions mentions, ComplaintQuery? previous)
{
    private static readonly Metric[] LessIsBetter =
    [
        Metric.Received,
        Metric.Open,
        Metric.Overdue,
        Metric.Closed,
        Metric.ReopenRate,
        Metric.RecurrenceRate,
        Metric.FirstResponseTime,
        Metric.ResolutionTime,
    ];

    /// <summary>The query with its order and limit; <paramref name="figure"/> is the one that the words name.</summary>
    public ComplaintQuery Put(ComplaintQuery query, Metric? figure) => query with { Limit = Limit(query), Sort = Sort(query, figure) };

    private int? Limit(ComplaintQuery query)
    {
        if (
            mentions.First(Part.Limit) is { } limit
            && int.Parse(limit.Value, CultureInfo.InvariantCulture) is >= 1 and <= 1000 and var rows
        )
            return rows;
        return query is { Kind: QueryKind.Ranking, Having: null } && AsksForOne() ? 1 : null;
    }

    private bool AsksForOne()
    {
        if (mentions.Has(Part.Rank) || mentions.Of(Part.Which).Any(w => w.Value == "some"))
            return false;
        // "the department with the lowest satisfaction", "未结案件最多的承办人"
        return mentions.Has(Part.Who, Part.Which)
            || (
                mentions.Has(Part.Most) && mentions.Of(Part.GroupNoun).Any(n => !IsPlural(mentions.Words(n))) && !mentions.Has(Part.GroupBy)
            );
    }

    private static bool IsPlural(string noun) =>
        noun is "people" or "staff" || (noun.Length > 3 && noun.EndsWith('s') && char.IsAsciiLetter(noun[0]));

    private QuerySort? Sort(ComplaintQuery query, Metric? figure)
    {
        var said = mentions.First(Part.SortDirection)?.Value;
        if (said == "reverse" && !mentions.Has(Part.Sort))
            return previous?.Sort is { } before
                ? before with
                {
                    Order = before.Order == SortOrder.Asc ? SortOrder.Desc : SortOrder.Asc,
                }
                : null;
        var direction = said is "asc" or "desc" ? FilterBuilder.Parse<SortOrder>(said) : (SortOrder?)null;
        if (query.Kind == QueryKind.Ranking)
            return new(SortField.Value, direction ?? RankOrder(query, figure));
        if (mentions.First(Part.Sort) is { } sort)
        {
            var parts = sort.Value.Split(':');
            var field = FilterBuilder.Parse<SortField>(parts[0]);
            // The order people mean when they say only the field: the most pressing first.
            var usual = field is SortField.Received or SortField.Due or SortField.Score ? SortOrder.Asc : SortOrder.Desc;
            return new(field, direction ?? (parts.Length > 1 ? FilterBuilder.Parse<SortOrder>(parts[1]) : usual));
        }
        var alone = query.Kind switch
        {
            QueryKind.Metric => SortField.Value,
            QueryKind.Count => SortField.Count,
            _ => SortField.Received,
        };
        return direction is { } order ? new(alone, order) : null;
    }

    private SortOrder RankOrder(ComplaintQuery query, Metric? figure)
    {
        var less = figure is { } m && LessIsBetter.Contains(m);
        if (mentions.First(Part.Most)?.Value is { } most)
            return most switch
            {
                "least" or "fast" => SortOrder.Asc,
                "best" => less ? SortOrder.Asc : SortOrder.Desc,
                "worst" => less ? SortOrder.Desc : SortOrder.Asc,
                _ => SortOrder.Desc,
            };
        if (query.Having is { Min: null, Over: null })
            return SortOrder.Asc;
        return mentions.Of(Part.Sort).Any(s => s.Value == "score:asc") ? SortOrder.Asc : SortOrder.Desc;
    }
}
