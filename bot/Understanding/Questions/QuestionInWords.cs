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
        QuestionTerms.Of("understoodAs").In(language) + Say(query, language, organisation);

    /// <summary>The question in one line, without a lead-in; also the text of a suggestion.</summary>
    public static string Say(ComplaintQuery query, string language, Organisation organisation) =>
        string.Join(" · ", Parts(query, language, organisation).Select(p => p.Text));

    /// <summary>The pieces; the first is what is asked for and cannot be taken away.</summary>
    public static IReadOnlyList<QuestionPart> Parts(ComplaintQuery query, string language, Organisation organisation)
    {
        var parts = new List<QuestionPart> { new("kind", Subject(query, language)) };
        void Add(string key, string? text)
        {
            if (text is not null)
                parts.Add(new(key, text));
        }

        foreach (var (field, text) in Conditions(query.Filters, language, organisation))
            Add("filters." + field, text);
        var except = Conditions(query.Filters?.Not, language, organisation).Select(c => c.Text).ToList();
        Add(
            "not",
            except.Count > 0 ? QuestionTerms.Say("except", language, string.Join(QuestionTerms.Of("and").In(language), except)) : null
        );
        Add("period", query.Period is { } period ? PeriodInWords.Say(period, language) + DayMeant(query, language) : null);
        var isRanking = query.Kind == QueryKind.Ranking;
        Add(
            "groupBy",
            query.GroupBy is { } group && !isRanking ? QuestionTerms.Say("by", language, QuestionTerms.Of(group).In(language)) : null
        );
        Add("having", query.Having is { } having ? Bounds(having, query, language) : null);
        Add("sort", query.Sort is { } sort && !isRanking ? QuestionTerms.Of(sort).In(language) : null);
        Add("limit", query.Limit is { } limit && !isRanking ? QuestionTerms.Say("first", language, limit) : null);
        Add("compareTo", query.CompareTo is not null || query.CompareWith is not null ? Compared(query, language) : null);
        Add("format", query.Format is { } format ? QuestionTerms.Of(format).In(language) : null);
        return parts;
    }

    /// <summary>The query without one of its <see cref="Parts"/>; unchanged for a key it does not have.</summary>
    public static ComplaintQuery Without(ComplaintQuery query, string key)
    {
        if (query.Filters is { } filters && (key == "not" || key.StartsWith("filters.", StringComparison.Ordinal)))
        {
            var left = key == "not" ? filters with { Not = null } : filters.With(key["filters.".Length..], null);
            return query with { Filters = left.IsEmpty() ? null : left };
        }
        return key switch
        {
            "period" => query with { Period = null, CompareTo = null, CompareWith = null },
            "groupBy" => query with { GroupBy = null, Having = null, Kind = query.Kind == QueryKind.Trend ? QueryKind.Metric : query.Kind },
            "having" => query with { Having = null },
            "sort" => query with { Sort = null },
            "limit" => query with { Limit = null },
            "compareTo" => query with { CompareTo = null, CompareWith = null },
            "format" => query with { Format = null },
            _ => query,
        };
    }

    private static string Subject(ComplaintQuery query, string language)
    {
        var figure = QuestionTerms.Of(query.Metric ?? Metric.Received).In(language);
        return query.Kind switch
        {
            QueryKind.Metric => figure,
            QueryKind.Trend => QuestionTerms.Say("trendOf", language, figure),
            QueryKind.Ranking => QuestionTerms.Say(
                query.Sort?.Order == SortOrder.Asc ? "lowestOf" : "highestOf",
                language,
                figure,
                QuestionTerms.Of(query.GroupBy ?? Grouping.Department).In(language),
                query.Limit is { } limit ? QuestionTerms.Say("rankLimit", language, limit) : ""
            ),
            _ => QuestionTerms.Of(query.Kind).In(language),
        };
    }

    private static IEnumerable<(string Field, string Text)> Conditions(QueryFilters? filters, string language, Organisation organisation)
    {
        foreach (var field in filters is null ? [] : QueryFilters.Fields)
        {
            if (filters![field] is not { } value || value is false)
                continue;
            yield return (
                field,
                (field, value) switch
                {
                    ("overdue" or "reopened", _) => QuestionTerms.Of(field).In(language),
                    ("dueWithin", string length) => QuestionTerms.Say(field, language, PeriodInWords.Length(length, language)),
                    ("text", string words) => QuestionTerms.Say("mentions", language, words),
                    (_, HourRange hours) => QuestionTerms.Say(field, language, hours.From, hours.To),
                    (_, IReadOnlyList<QueryStatus> states) => Joined(states.Select(s => QuestionTerms.Of(s).In(language))),
                    (_, IReadOnlyList<Severity> grades) => Named(Joined(grades.Select(s => QuestionTerms.Of(s).In(language)))),
                    (_, NumberRange range) => Named(Range(range)),
                    (_, IReadOnlyList<string> names) => Named(Joined(names.Select(n => Name(field, n)))),
                    _ => Named(value.ToString()!),
                }
            );

            string Named(string text) => QuestionTerms.Of(field).In(language) + QuestionTerms.Of("colon").In(language) + text;
        }

        string Joined(IEnumerable<string> values) => string.Join(QuestionTerms.Of("or").In(language), values);

        string Name(string field, string value) =>
            field switch
            {
                "owner" or "about" => value == "me" ? QuestionTerms.Of("me").In(language) : organisation.FindStaff(value)?.Name ?? value,
                "department" when value == "me" => QuestionTerms.Of("myDepartment").In(language),
                "department" => organisation.FindDepartment(value)?.Name.In(language) ?? value,
                "category" => organisation.FindCategory(value)?.Name.In(language) ?? value,
                "customerLevel" => QuestionTerms.Named("level", value, language),
                "weekdays" => QuestionTerms.Named("weekday", value, language),
                _ => QuestionTerms.Named(field, value, language),
            };
    }

    private static string Range(NumberRange range) =>
        range switch
        {
            { Min: { } min, Max: { } max } => min == max ? $"{min}" : $"{min}–{max}",
            { Min: { } min } => $"≥ {min}",
            _ => $"≤ {range.Max}",
        };

    private static string Bounds(Threshold having, ComplaintQuery query, string language)
    {
        var bounds = new[] { ("≥", having.Min), (">", having.Over), ("≤", having.Max), ("<", having.Under) }
            .Where(b => b.Item2 is not null)
            .Select(b =>
                $"{b.Item1} {(b.Item2 < 1 ? $"{(b.Item2 * 100)!.Value.ToString("0.##", CultureInfo.InvariantCulture)} %" : $"{b.Item2}")}"
            );
        return QuestionTerms.Say(
            "having",
            language,
            QuestionTerms.Of(query.Metric ?? Metric.Received).In(language),
            string.Join(" ", bounds)
        );
    }

    private static string DayMeant(ComplaintQuery query, string language)
    {
        if (query.Kind is QueryKind.Metric or QueryKind.Trend or QueryKind.Ranking)
            return "";
        return " "
            + QuestionTerms
                .Of(
                    query.Period?.Of switch
                    {
                        PeriodOf.Closed => "closedDay",
                        PeriodOf.Due => "dueDay",
                        _ => "receivedDay",
                    }
                )
                .In(language);
    }

    private static string Compared(ComplaintQuery query, string language) =>
        QuestionTerms.Say(
            "comparedWith",
            language,
            PeriodSteps.ComparedPeriod(query) is { } period
                ? PeriodInWords.Say(period, language)
                : QuestionTerms.Of(query.CompareTo == Comparison.PreviousYear ? "yearBefore" : "periodBefore").In(language)
        );
}
