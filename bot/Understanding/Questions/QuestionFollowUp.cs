namespace Understanding.Questions;

/// <summary>Puts a follow-up onto the question before it: what the follow-up says replaces, what it does not say stays.</summary>
public static class QuestionFollowUp
{
    /// <summary>The whole question; one that stands on its own is returned as it is. A follow-up whose words do not say what kind of
    /// answer is wanted has the kind of the question before.</summary>
    public static ComplaintQuery Merge(ComplaintQuery previous, ComplaintQuery followUp)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(followUp);
        if (followUp.FollowsUp != true)
            return followUp;
        var merged = previous with
        {
            Metric = followUp.Metric ?? previous.Metric,
            Filters = Merge(previous.Filters, followUp.Filters),
            Period = followUp.Period is { } period ? period with { Of = period.Of ?? previous.Period?.Of } : previous.Period,
            GroupBy = followUp.GroupBy ?? previous.GroupBy,
            Sort = followUp.Sort ?? previous.Sort,
            Limit = followUp.Limit ?? previous.Limit,
            CompareTo = followUp.CompareTo ?? (followUp.CompareWith is null ? previous.CompareTo : null),
            CompareWith = followUp.CompareWith ?? (followUp.Period is null && followUp.CompareTo is null ? previous.CompareWith : null),
            Format = followUp.Format ?? previous.Format,
            FollowsUp = null,
        };
        return WithKind(merged, previous, followUp);
    }

    private static ComplaintQuery WithKind(ComplaintQuery merged, ComplaintQuery previous, ComplaintQuery followUp)
    {
        var kindIsSaid = followUp.Kind != previous.Kind;
        var figures = previous.Kind is not (QueryKind.List or QueryKind.Export);
        if (kindIsSaid && followUp.Kind == QueryKind.Export)
            return figures ? merged with { Format = followUp.Format ?? AnswerFormat.Xlsx } : AsComplaints(merged, QueryKind.Export);
        if (kindIsSaid && followUp.Kind == QueryKind.List)
            return AsComplaints(merged, QueryKind.List);
        // Another figure in the same shape: a trend stays a trend, a ranking a ranking.
        var kind =
            !kindIsSaid || (followUp.Kind == QueryKind.Metric && previous.Kind is QueryKind.Trend or QueryKind.Ranking)
                ? previous.Kind
                : followUp.Kind;
        if (kind == QueryKind.Count && followUp.Kind == QueryKind.Count && kindIsSaid && !figures)
            merged = merged with { Sort = followUp.Sort, Limit = followUp.Limit };
        if (kind == QueryKind.Export)
            kind = QueryKind.List;
        if (
            kind == QueryKind.List
            && (
                followUp.GroupBy is not null
                || followUp.CompareTo is not null
                || followUp.CompareWith is not null
                || followUp.Format == AnswerFormat.Chart
            )
        )
            (kind, merged) = (QueryKind.Count, merged with { Sort = followUp.Sort, Limit = followUp.Limit });
        var overTime = merged.GroupBy is Grouping.Day or Grouping.Week or Grouping.Month;
        if (kind is QueryKind.Count or QueryKind.Metric && (overTime || (followUp.Format == AnswerFormat.Chart && merged.GroupBy is null)))
            kind = QueryKind.Trend;
        else if (kind == QueryKind.Trend && followUp.GroupBy is not null && !overTime)
            kind = merged.Metric is null or Metric.Received ? QueryKind.Count : QueryKind.Metric;
        return kind switch
        {
            QueryKind.Trend or QueryKind.Ranking => merged with { Kind = kind, Metric = merged.Metric ?? Metric.Received },
            QueryKind.Count or QueryKind.List => merged with { Kind = kind, Metric = null },
            _ => merged with { Kind = kind },
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
            Sort = merged.Sort?.By is SortField.Value or SortField.Count ? null : merged.Sort,
        };

    private static QueryFilters? Merge(QueryFilters? previous, QueryFilters? followUp)
    {
        if (previous is null || followUp is null)
            return followUp ?? previous;
        var merged = new QueryFilters
        {
            Status =
                followUp.Status
                ?? (followUp.Overdue == true || followUp.DueWithin is not null ? WithoutOpen(previous.Status) : previous.Status),
            Overdue = followUp.Overdue ?? (followUp.Status is null ? previous.Overdue : null),
            DueWithin = followUp.DueWithin ?? (followUp.Status is null ? previous.DueWithin : null),
            Owner = followUp.Owner ?? Unless(previous.Owner, followUp.Not?.Owner),
            Department = followUp.Department ?? Unless(previous.Department, followUp.Not?.Department),
            Category = followUp.Category ?? Unless(previous.Category, followUp.Not?.Category),
            Severity = followUp.Severity ?? previous.Severity,
            CustomerLevel = followUp.CustomerLevel ?? previous.CustomerLevel,
            Customer = followUp.Customer ?? Unless(previous.Customer, followUp.Not?.Customer),
            Place = followUp.Place ?? Unless(previous.Place, followUp.Not?.Place),
            Channel = followUp.Channel ?? Unless(previous.Channel, followUp.Not?.Channel),
            Text = followUp.Text ?? Unless(previous.Text, followUp.Not?.Text),
            Score = followUp.Score ?? previous.Score,
            Reopened = followUp.Reopened ?? previous.Reopened,
        };
        var not = MergeNot(previous.Not, followUp);
        return not is null ? merged : merged with { Not = not };
    }

    private static List<QueryStatus>? WithoutOpen(IReadOnlyList<QueryStatus>? statuses) =>
        statuses?.Where(s => s != QueryStatus.Open).ToList() is { Count: > 0 } left ? left : null;

    private static string? Unless(string? kept, string? leftOut) =>
        string.Equals(kept, leftOut, StringComparison.OrdinalIgnoreCase) ? null : kept;

    /// <summary>What was left out stays out unless the follow-up asks for it.</summary>
    private static QueryFilters? MergeNot(QueryFilters? previous, QueryFilters followUp)
    {
        if (previous is null)
            return followUp.Not;
        var kept = previous with
        {
            Owner = Unless(previous.Owner, followUp.Owner),
            Department = Unless(previous.Department, followUp.Department),
            Category = Unless(previous.Category, followUp.Category),
            Customer = Unless(previous.Customer, followUp.Customer),
            Place = Unless(previous.Place, followUp.Place),
            Channel = Unless(previous.Channel, followUp.Channel),
            Severity = Without(previous.Severity, followUp.Severity),
            CustomerLevel = Without(previous.CustomerLevel, followUp.CustomerLevel),
            Status = Without(previous.Status, followUp.Status),
            Not = null,
        };
        var merged = Merge(kept, followUp.Not is { } not ? not with { Not = null } : null);
        return merged is null || merged.IsEmpty() ? null : merged;
    }

    private static List<T>? Without<T>(IReadOnlyList<T>? kept, IReadOnlyList<T>? asked) =>
        kept?.Where(k => asked?.Contains(k) != true).ToList() is { Count: > 0 } left ? left : null;
}
