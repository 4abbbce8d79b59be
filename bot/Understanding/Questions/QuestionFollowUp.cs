namespace Understanding.Questions;

/// <summary>Puts a follow-up onto the question before it: what the follow-up says replaces, what it takes away goes, what it does not
/// say stays.</summary>
public static class QuestionFollowUp
{
    /// <summary>The whole question; one that stands on its own is returned as it is. A follow-up whose words do not say what kind of
    /// answer is wanted has the kind of the question before.</summary>
    public static ComplaintQuery Merge(ComplaintQuery previous, ComplaintQuery followUp)
    {
        if (followUp.FollowsUp != true)
            return followUp;
        foreach (var part in followUp.Drop ?? [])
            previous = QuestionInWords.Without(previous, QueryFilters.Fields.Contains(part) ? "filters." + part : part);
        var merged = previous with
        {
            Metric = followUp.Metric ?? previous.Metric,
            Filters = Merge(previous.Filters, followUp.Filters),
            Period = followUp.Period is { } period ? Said(period, previous, followUp) : previous.Period,
            GroupBy = followUp.GroupBy ?? previous.GroupBy,
            Sort = followUp.Sort ?? previous.Sort,
            Limit = followUp.Limit ?? previous.Limit,
            CompareTo = followUp.CompareTo ?? (followUp.CompareWith is null ? previous.CompareTo : null),
            CompareWith = followUp.CompareWith ?? (followUp.Period is null && followUp.CompareTo is null ? previous.CompareWith : null),
            Having = followUp.Having ?? previous.Having,
            Format = followUp.Format ?? previous.Format,
            FollowsUp = null,
            Drop = null,
        };
        return WithKind(merged, previous, followUp);
    }

    // Days that come with another subject ("billing ones from October") are those received, whatever the days before were of.
    private static QueryPeriod Said(QueryPeriod period, ComplaintQuery previous, ComplaintQuery followUp) =>
        period with
        {
            Of = period.Of ?? (followUp.Filters is { } filters && !filters.IsEmpty() ? null : previous.Period?.Of),
        };

    private static ComplaintQuery WithKind(ComplaintQuery merged, ComplaintQuery previous, ComplaintQuery followUp)
    {
        var isSaid = followUp.Kind != previous.Kind;
        var figures = previous.Kind is not (QueryKind.List or QueryKind.Export);
        if (isSaid && followUp.Kind == QueryKind.Export)
            return figures ? merged with { Format = followUp.Format ?? AnswerFormat.Xlsx } : AsComplaints(merged, QueryKind.Export);
        if (isSaid && followUp.Kind == QueryKind.List)
            return AsComplaints(merged, QueryKind.List);
        // Another figure in the same shape: a trend stays a trend, a ranking a ranking.
        var kind =
            followUp.Kind == QueryKind.Metric && previous.Kind is QueryKind.Trend or QueryKind.Ranking ? previous.Kind : followUp.Kind;
        var counts =
            followUp is not { GroupBy: null, CompareTo: null, CompareWith: null, Having: null } || followUp.Format == AnswerFormat.Chart;
        if (!figures && (kind == QueryKind.Count || counts))
        {
            merged = merged with { Sort = followUp.Sort, Limit = followUp.Limit };
            kind = kind is QueryKind.List or QueryKind.Export ? QueryKind.Count : kind;
        }
        var overTime = merged.GroupBy is Grouping.Day or Grouping.Week or Grouping.Month;
        if (kind is QueryKind.Count or QueryKind.Metric && (overTime || (followUp.Format == AnswerFormat.Chart && merged.GroupBy is null)))
            kind = QueryKind.Trend;
        else if (kind == QueryKind.Trend && followUp.GroupBy is not null && !overTime)
            kind = merged.Metric is null or Metric.Received ? QueryKind.Count : QueryKind.Metric;
        return kind switch
        {
            QueryKind.Trend or QueryKind.Ranking => merged with { Kind = kind, Metric = merged.Metric ?? Metric.Received },
            QueryKind.Metric => merged with { Kind = kind },
            _ => merged with { Kind = kind, Metric = null },
        };
    }

    private static ComplaintQuery AsComplaints(ComplaintQuery merged, QueryKind kind) =>
        merged with
        {
            Kind = kind,
            Metric = null,
            GroupBy = null,
            CompareTo = null,
            CompareWith = null,
            Having = null,
            Sort = merged.Sort?.By is SortField.Value or SortField.Count ? null : merged.Sort,
        };

    private static QueryFilters? Merge(QueryFilters? previous, QueryFilters? followUp)
    {
        if (previous is null || followUp is null)
            return followUp ?? previous;
        var (merged, not) = (previous with { Not = null }, previous.Not ?? new());
        // What is closed is not overdue any more.
        if (followUp.Status?.Contains(QueryStatus.Closed) == true)
            merged = merged with { Overdue = null, DueWithin = null };
        foreach (var field in QueryFilters.Fields)
        {
            var (asked, leftOut) = (followUp[field], followUp.Not?[field]);
            if (asked is not null)
                (merged, not) = (merged.With(field, asked), not.With(field, Without(not[field], asked)));
            if (leftOut is not null)
                (merged, not) = (merged.With(field, Without(merged[field], leftOut)), not.With(field, Both(not[field], leftOut)));
        }
        merged = not.IsEmpty() ? merged : merged with { Not = not };
        return merged.IsEmpty() ? null : merged;
    }

    private static object? Without(object? kept, object gone) =>
        kept switch
        {
            OneOrMore names => Some([.. names.Except((OneOrMore)gone, StringComparer.OrdinalIgnoreCase)]),
            IReadOnlyList<QueryStatus> states => Some(states.Except((IReadOnlyList<QueryStatus>)gone)),
            IReadOnlyList<Complaints.Organisations.Severity> grades => Some(
                grades.Except((IReadOnlyList<Complaints.Organisations.Severity>)gone)
            ),
            IReadOnlyList<string> levels => Some(levels.Except((IReadOnlyList<string>)gone)),
            _ => Equals(kept, gone) ? null : kept,
        };

    private static object Both(object? first, object second) =>
        (first, second) switch
        {
            (OneOrMore a, OneOrMore b) => OneOrMore.Of([.. a.Union(b)]),
            (IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Union(b).ToList(),
            _ => second,
        };

    private static List<T>? Some<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } some ? some : null;

    private static OneOrMore? Some(OneOrMore values) => values.Count > 0 ? values : null;
}
