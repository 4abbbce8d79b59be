using System.Globalization;
using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>One piece of a question in words; <paramref name="Key"/> names what it stands for, so that a button can take it away.</summary>
public sealed record QuestionPart(string Key, string Text);

/// <summary>Says in words what a query asks, at the head of every answer, in the reader's language.</summary>
public static class QuestionInWords
{
    /// <summary>"Understood as: …" in one line.</summary>
    public static string UnderstoodAs(ComplaintQuery query, string language, Organisation organisation) =>
        QuestionTerms.UnderstoodAs.In(language) + Say(query, language, organisation);

    /// <summary>The question in one line, without a lead-in; also the text of a suggestion.</summary>
    public static string Say(ComplaintQuery query, string language, Organisation organisation) =>
        string.Join(" · ", Parts(query, language, organisation).Select(p => p.Text));

    /// <summary>The pieces; the first is what is asked for and cannot be taken away.</summary>
    public static IReadOnlyList<QuestionPart> Parts(ComplaintQuery query, string language, Organisation organisation)
    {
        var parts = new List<QuestionPart> { new("kind", Subject(query, language)) };
        if (query.Filters is { } filters)
        {
            parts.AddRange(Conditions(filters, language, organisation));
            if (filters.Not is { } not)
                parts.Add(
                    new(
                        "not",
                        string.Format(
                            CultureInfo.InvariantCulture,
                            QuestionTerms.Except.In(language),
                            string.Join(QuestionTerms.And.In(language), Conditions(not, language, organisation).Select(c => c.Text))
                        )
                    )
                );
        }
        if (query.Period is { } period)
            parts.Add(new("period", PeriodInWords.Say(period, language) + DayMeant(query, language)));
        if (query.GroupBy is { } group && query.Kind != QueryKind.Ranking)
            parts.Add(
                new(
                    "groupBy",
                    string.Format(CultureInfo.InvariantCulture, QuestionTerms.By.In(language), QuestionTerms.Groupings[group].In(language))
                )
            );
        if (query.Sort is { } sort && query.Kind != QueryKind.Ranking)
            parts.Add(new("sort", QuestionTerms.Sorts[(sort.By, sort.Order)].In(language)));
        if (query.Limit is { } limit && query.Kind != QueryKind.Ranking)
            parts.Add(new("limit", string.Format(CultureInfo.InvariantCulture, QuestionTerms.First.In(language), limit)));
        if (query.CompareTo is not null || query.CompareWith is not null)
            parts.Add(new("compareTo", Compared(query, language)));
        if (query.Format is { } format)
            parts.Add(new("format", QuestionTerms.Formats[format].In(language)));
        return parts;
    }

    /// <summary>The query without one of its <see cref="Parts"/>; unchanged for a key it does not have.</summary>
    public static ComplaintQuery Without(ComplaintQuery query, string key)
    {
        if (key.StartsWith("filters.", StringComparison.Ordinal) && query.Filters is { } filters)
        {
            var left = WithoutCondition(filters, key["filters.".Length..]);
            return query with { Filters = left.IsEmpty() ? null : left };
        }
        return key switch
        {
            "not" => query.Filters is { } f && f with { Not = null } is var rest
                ? query with
                {
                    Filters = rest.IsEmpty() ? null : rest,
                }
                : query,
            "period" => query with { Period = null, CompareTo = null, CompareWith = null },
            "groupBy" => query with { GroupBy = null, Kind = query.Kind == QueryKind.Trend ? QueryKind.Metric : query.Kind },
            "sort" => query with { Sort = null },
            "limit" => query with { Limit = null },
            "compareTo" => query with { CompareTo = null, CompareWith = null },
            "format" => query with { Format = null },
            _ => query,
        };
    }

    private static string Subject(ComplaintQuery query, string language)
    {
        string Figure() => QuestionTerms.Metrics[query.Metric ?? Metric.Received].In(language);
        switch (query.Kind)
        {
            case QueryKind.Metric:
                return Figure();
            case QueryKind.Trend:
                return string.Format(CultureInfo.InvariantCulture, QuestionTerms.TrendOf.In(language), Figure());
            case QueryKind.Ranking:
                var group = QuestionTerms.Groupings[query.GroupBy ?? Grouping.Department].In(language);
                var format = query.Sort?.Order == SortOrder.Asc ? QuestionTerms.LowestOf : QuestionTerms.HighestOf;
                return string.Format(
                    CultureInfo.InvariantCulture,
                    format.In(language),
                    Figure(),
                    group,
                    query.Limit is { } limit ? string.Format(CultureInfo.InvariantCulture, QuestionTerms.RankLimit.In(language), limit) : ""
                );
            default:
                return QuestionTerms.Kinds[query.Kind].In(language);
        }
    }

    private static List<QuestionPart> Conditions(QueryFilters filters, string language, Organisation organisation)
    {
        var parts = new List<QuestionPart>();
        void Add(string key, string? text)
        {
            if (text is not null)
                parts.Add(new("filters." + key, text));
        }

        string Named(LocalizedText name, string value) => $"{name.In(language)}{QuestionTerms.Colon.In(language)}{value}";
        string Joined(IEnumerable<string> values) => string.Join(QuestionTerms.Or.In(language), values);
        string Person(string name) => name == "me" ? QuestionTerms.Me.In(language) : organisation.FindStaff(name)?.Name ?? name;

        Add("status", filters.Status is { } s ? Joined(s.Select(x => QuestionTerms.Statuses[x].In(language))) : null);
        Add("overdue", filters.Overdue == true ? QuestionTerms.Overdue.In(language) : null);
        Add(
            "dueWithin",
            filters.DueWithin is { } d
                ? string.Format(CultureInfo.InvariantCulture, QuestionTerms.DueWithin.In(language), PeriodInWords.Length(d, language))
                : null
        );
        Add("owner", filters.Owner is { } o ? Named(QuestionTerms.Owner, Person(o)) : null);
        Add(
            "department",
            filters.Department is { } dep
                ? Named(
                    QuestionTerms.Department,
                    dep == "me" ? QuestionTerms.MyDepartment.In(language) : organisation.FindDepartment(dep)?.Name.In(language) ?? dep
                )
                : null
        );
        Add(
            "category",
            filters.Category is { } c ? Named(QuestionTerms.Category, organisation.FindCategory(c)?.Name.In(language) ?? c) : null
        );
        Add(
            "severity",
            filters.Severity is { } sev
                ? Named(QuestionTerms.Severity, Joined(sev.Select(x => QuestionTerms.Severities[x].In(language))))
                : null
        );
        Add(
            "customerLevel",
            filters.CustomerLevel is { } l
                ? Named(
                    QuestionTerms.CustomerLevel,
                    Joined(l.Select(x => QuestionTerms.Levels.TryGetValue(x, out var level) ? level.In(language) : x))
                )
                : null
        );
        Add("customer", filters.Customer is { } cu ? Named(QuestionTerms.Customer, cu) : null);
        Add("place", filters.Place is { } p ? Named(QuestionTerms.Place, p) : null);
        Add(
            "channel",
            filters.Channel is { } ch
                ? Named(QuestionTerms.Channel, QuestionTerms.Channels.TryGetValue(ch, out var channel) ? channel.In(language) : ch)
                : null
        );
        Add("text", filters.Text is { } t ? string.Format(CultureInfo.InvariantCulture, QuestionTerms.Mentions.In(language), t) : null);
        Add(
            "score",
            filters.Score is { } score
                ? Named(
                    QuestionTerms.Score,
                    score switch
                    {
                        { Min: { } min, Max: { } max } => min == max ? $"{min}" : $"{min}–{max}",
                        { Min: { } min } => $"≥ {min}",
                        _ => $"≤ {score.Max}",
                    }
                )
                : null
        );
        Add("reopened", filters.Reopened == true ? QuestionTerms.Reopened.In(language) : null);
        return parts;
    }

    private static QueryFilters WithoutCondition(QueryFilters filters, string field) =>
        field switch
        {
            "status" => filters with { Status = null },
            "overdue" => filters with { Overdue = null },
            "dueWithin" => filters with { DueWithin = null },
            "owner" => filters with { Owner = null },
            "department" => filters with { Department = null },
            "category" => filters with { Category = null },
            "severity" => filters with { Severity = null },
            "customerLevel" => filters with { CustomerLevel = null },
            "customer" => filters with { Customer = null },
            "place" => filters with { Place = null },
            "channel" => filters with { Channel = null },
            "text" => filters with { Text = null },
            "score" => filters with { Score = null },
            "reopened" => filters with { Reopened = null },
            _ => filters,
        };

    private static string DayMeant(ComplaintQuery query, string language)
    {
        if (query.Kind is QueryKind.Metric or QueryKind.Trend or QueryKind.Ranking)
            return "";
        return " "
            + (
                query.Period?.Of switch
                {
                    PeriodOf.Closed => QuestionTerms.ClosedDay,
                    PeriodOf.Due => QuestionTerms.DueDay,
                    _ => QuestionTerms.ReceivedDay,
                }
            ).In(language);
    }

    private static string Compared(ComplaintQuery query, string language)
    {
        var with = PeriodSteps.ComparedPeriod(query) is { } period
            ? PeriodInWords.Say(period, language)
            : (query.CompareTo == Comparison.PreviousYear ? QuestionTerms.YearBefore : QuestionTerms.PeriodBefore).In(language);
        return string.Format(CultureInfo.InvariantCulture, QuestionTerms.ComparedWith.In(language), with);
    }
}
