using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>Decides whether enough of a question was read to answer it, and what to offer instead when not.</summary>
internal static class Understandable
{
    /// <summary>Questions that can always be answered; offered when nothing nearer is known.</summary>
    public static readonly IReadOnlyList<ComplaintQuery> Usual =
    [
        new()
        {
            Kind = QueryKind.List,
            Filters = new() { Overdue = true },
        },
        new()
        {
            Kind = QueryKind.Count,
            GroupBy = Grouping.Department,
            Filters = new() { Status = [QueryStatus.Open] },
        },
        new()
        {
            Kind = QueryKind.Metric,
            Metric = Metric.TimelinessRate,
            GroupBy = Grouping.Department,
        },
    ];

    private static readonly ComplaintQuery ByCategory = new() { Kind = QueryKind.Count, GroupBy = Grouping.Category };
    private static readonly ComplaintQuery ByMonth = new()
    {
        Kind = QueryKind.Trend,
        Metric = Metric.Received,
        GroupBy = Grouping.Month,
    };

    /// <summary>Why the question cannot be answered, or null when it can. <paramref name="follows"/>: there is a question before, so
    /// that "show them" is enough.</summary>
    public static Unclear? WhyNot(Mentions mentions, bool follows)
    {
        if (mentions.First(Part.UnsupportedMetric) is { } figure)
            return new(UnclearReason.UnknownFigure, [mentions.Typed(figure)], NearFigure(figure.Value));
        if (mentions.First(Part.UnsupportedGroup) is { } group)
            return new(
                UnclearReason.UnknownGrouping,
                [mentions.Typed(group)],
                [ByCategory, ByCategory with { GroupBy = Grouping.Department }, ByMonth]
            );
        // "几件?" after a list asks of the same ones.
        if (mentions.Has(Part.HowMany) && mentions.Leftover.Count == 0)
            return null;
        var firm = mentions.Has(
            Part.Metric,
            Part.Status,
            Part.Overdue,
            Part.DueWithin,
            Part.DueWord,
            Part.Reopened,
            Part.Rounds,
            Part.Score,
            Part.Severity,
            Part.Category,
            Part.Owner,
            Part.Level,
            Part.Language,
            Part.Phone,
            Part.Weekdays,
            Part.Hours
        );
        var changing = mentions.Has(
            Part.Sort,
            Part.SortDirection,
            Part.Compare,
            Part.GroupBy,
            Part.TimeGroup,
            Part.Format,
            Part.Limit,
            Part.Export,
            Part.RelativePeriod,
            Part.Department,
            Part.Place,
            Part.Channel,
            Part.Period,
            Part.Customer,
            Part.Text,
            Part.Rank,
            Part.Who,
            Part.Drop,
            Part.Having
        );
        var speaks = mentions.Has(Part.Noun) || mentions.Of(Part.HowMany).Any(m => Leaning.NamesComplaints(mentions.Words(m)));
        if (!firm && !changing && !speaks && !(follows && mentions.Has(Part.List, Part.Trend)))
            return new(UnclearReason.NoQuestion, mentions.Leftover, Usual);
        var (left, read) = (mentions.Leftover.Sum(Weight), mentions.All.Sum(m => Weight(mentions.Words(m))));
        // A list of everything must not answer a question whose only restriction was not read.
        var isRestricted = changing || mentions.Has(Part.HowMany);
        var isTooMuch = firm || (mentions.Has(Part.Noun) && isRestricted) ? left > read : left >= 2;
        return isTooMuch ? new(UnclearReason.UnknownWords, mentions.Leftover, Usual) : null;
    }

    /// <summary>One question for each of the values that cannot stand in one.</summary>
    public static Unclear SeveralValues(Mentions mentions, Part part, ComplaintQuery query)
    {
        var values = mentions.Of(part).DistinctBy(v => (v.Value, v.Days)).ToList();
        var field = part == Part.Period ? "period" : part.ToString();
        return new(
            UnclearReason.SeveralValues,
            [.. values.Select(mentions.Typed)],
            [
                .. values
                    .Take(3)
                    .Select(v =>
                        part == Part.Period ? query with { Period = v.Days }
                        : part is Part.Customer or Part.Text ? query with { Filters = (query.Filters ?? new()).With(field, v.Value) }
                        : query
                    )
                    .Distinct(),
            ]
        );
    }

    private static ComplaintQuery[] NearFigure(string figure) =>
        figure switch
        {
            "overdueRate" => [new() { Kind = QueryKind.Metric, Metric = Metric.TimelinessRate }, Usual[0] with { Kind = QueryKind.Count }],
            "firstResponseRate" =>
            [
                new() { Kind = QueryKind.Metric, Metric = Metric.FirstResponseTime },
                new() { Kind = QueryKind.Metric, Metric = Metric.TimelinessRate },
            ],
            _ => [ByMonth, ByCategory],
        };

    /// <summary>About how much is said: one per Chinese character, two per word in letters.</summary>
    private static int Weight(string words)
    {
        var han = words.Count(c => c is >= '\u3400' and <= '\u9FFF');
        return han + 2 * words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsAsciiLetterOrDigit));
    }
}
