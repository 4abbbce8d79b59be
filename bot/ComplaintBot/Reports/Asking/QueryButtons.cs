using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>The buttons under an answer: each carries the whole question as it would then be, so that one press is exact and works
/// on an old card too.</summary>
internal static class QueryButtons
{
    // What fits into a row of a card, and the bytes that a card leaves for its buttons beside ten complaints. Each carries the
    // query twice: for new clients and for old ones.
    private const int Most = 6;
    private const int Bytes = 10_000;
    private const int BytesOfButton = 150;
    private const int PagesAndFiles = 5;

    /// <summary>One button for each condition that can be taken away.</summary>
    public static JsonArray Without(ComplaintQuery query, string language, Organisation organisation) =>
        Buttons(
            QuestionInWords
                .Parts(query, language, organisation)
                .Where(p => p.Key is not "kind" && !(p.Key == "groupBy" && query.Kind == QueryKind.Trend))
                .Select(p => ("✕ " + p.Text, QuestionInWords.Without(query, p.Key)))
                .Where(b => b.Item2 != query)
                .Take(MostFor(query))
        );

    /// <summary>Buttons that ask the same another way: order, groups, an earlier period, a drawing, the complaints themselves.</summary>
    public static JsonArray Changes(ComplaintQuery query, string language) =>
        Buttons(
            (query.Kind is QueryKind.List or QueryKind.Export ? OfList(query, language) : OfFigure(query, language)).Take(MostFor(query))
        );

    /// <summary>A button for each question.</summary>
    public static JsonArray Buttons(IEnumerable<(string Title, ComplaintQuery Query)> buttons) =>
        new([.. buttons.Take(Most).Select(b => new JsonObject { ["title"] = b.Title, ["query"] = Node(b.Query) })]);

    // A long question leaves room for fewer buttons.
    private static int MostFor(ComplaintQuery query) =>
        Math.Clamp((Bytes / (2 * (Encoding.UTF8.GetByteCount(QueryJson.Write(query)) + BytesOfButton)) - PagesAndFiles) / 2, 1, Most);

    /// <summary>A query as card data carries it.</summary>
    public static JsonNode? Node(ComplaintQuery query) => JsonSerializer.SerializeToNode(query, QueryJson.Options);

    private static IEnumerable<(string, ComplaintQuery)> OfList(ComplaintQuery query, string language)
    {
        foreach (
            var sort in new[]
            {
                new QuerySort(SortField.Due, SortOrder.Asc),
                new(SortField.Severity, SortOrder.Desc),
                new(SortField.CustomerLevel, SortOrder.Desc),
                new(SortField.Received, SortOrder.Asc),
            }
        )
        {
            if (query.Sort != sort)
                yield return (QuestionTerms.Of(sort).In(language), query with { Sort = sort });
        }
        foreach (var group in new[] { Grouping.Owner, Grouping.Category })
            yield return (
                By(group, language),
                query with
                {
                    Kind = QueryKind.Count,
                    GroupBy = group,
                    Sort = null,
                    Limit = null,
                    Format = null,
                }
            );
    }

    private static IEnumerable<(string, ComplaintQuery)> OfFigure(ComplaintQuery query, string language)
    {
        if (AsList(query) is { } list)
            yield return (QuestionTerms.Of(QueryKind.List).In(language), list);
        if (query.CompareTo is null && query.CompareWith is null && query.Period is not null)
            yield return (
                string.Format(
                    CultureInfo.InvariantCulture,
                    QuestionTerms.Of("comparedWith").In(language),
                    QuestionTerms.Of("periodBefore").In(language)
                ),
                query with
                {
                    CompareTo = Comparison.PreviousPeriod,
                }
            );
        foreach (var group in new[] { Grouping.Department, Grouping.Category, Grouping.Owner })
        {
            if (query.GroupBy != group)
                yield return (By(group, language), Grouped(query, group));
        }
        if (query.GroupBy != Grouping.Month)
            yield return (
                By(Grouping.Month, language),
                query with
                {
                    Kind = QueryKind.Trend,
                    Metric = query.Metric ?? Metric.Received,
                    GroupBy = Grouping.Month,
                    Sort = null,
                    Limit = null,
                    Period = null,
                    CompareTo = null,
                    CompareWith = null,
                }
            );
        if (query.Format != AnswerFormat.Chart && query.GroupBy is not null && query.Kind != QueryKind.Trend)
            yield return (QuestionTerms.Of(AnswerFormat.Chart).In(language), query with { Format = AnswerFormat.Chart });
    }

    private static ComplaintQuery Grouped(ComplaintQuery query, Grouping group) =>
        query.Kind switch
        {
            QueryKind.Trend => query with { Kind = QueryKind.Metric, GroupBy = group },
            _ => query with { GroupBy = group },
        };

    /// <summary>The complaints behind a number; null where it is no count of complaints.</summary>
    public static ComplaintQuery? AsList(ComplaintQuery query)
    {
        var filters = query.Filters ?? new();
        var list = new ComplaintQuery
        {
            Kind = QueryKind.List,
            Filters = query.Filters,
            Period = query.Period,
        };
        return (query.Kind, query.Metric) switch
        {
            (QueryKind.Count, _) or (_, Metric.Received) => list,
            (_, Metric.Open) when query.Period is null => list with { Filters = filters with { Status = [QueryStatus.Open] } },
            (_, Metric.Overdue) when query.Period is null => list with { Filters = filters with { Overdue = true } },
            (_, Metric.Closed) when query.Period is { } period => list with { Period = period with { Of = PeriodOf.Closed } },
            _ => null,
        };
    }

    private static string By(Grouping group, string language) =>
        string.Format(CultureInfo.InvariantCulture, QuestionTerms.Of("by").In(language), QuestionTerms.Of(group).In(language));
}
