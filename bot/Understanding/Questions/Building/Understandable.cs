using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>Decides whether enough of a question was read to answer it, and what to offer instead when not.</summary>
internal static class Understandable
{
    private static readonly Part[] Firm =
    [
        Part.Metric,
        Part.Status,
        Part.Overdue,
        Part.DueWithin,
        Part.DueWord,
        Part.Reopened,
        Part.Score,
        Part.Severity,
        Part.Category,
        Part.Owner,
        Part.Level,
    ];

    private static readonly Part[] Changing =
    [
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
    ];

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

    /// <summary>Why the question cannot be answered, or null when it can.</summary>
    public static Unclear? WhyNot(Mentions mentions)
    {
        if (mentions.First(Part.UnsupportedMetric) is { } figure)
            return new(UnclearReason.UnknownFigure, [Typed(mentions, figure)], NearFigure(figure.Value));
        if (mentions.First(Part.UnsupportedGroup) is { } group)
            return new(
                UnclearReason.UnknownGrouping,
                [Typed(mentions, group)],
                [
                    new() { Kind = QueryKind.Count, GroupBy = Grouping.Category },
                    new() { Kind = QueryKind.Count, GroupBy = Grouping.Department },
                    new()
                    {
                        Kind = QueryKind.Trend,
                        Metric = Metric.Received,
                        GroupBy = Grouping.Month,
                    },
                ]
            );
        // "几件?" after a list asks of the same ones.
        if (
            mentions.Has(Part.HowMany)
            && mentions.Leftover.Count == 0
            && !mentions.All.Any(m => m.Part is Part.UnsupportedMetric or Part.UnsupportedGroup)
        )
            return null;
        var (firm, changing) = (mentions.All.Any(m => Firm.Contains(m.Part)), mentions.All.Any(m => Changing.Contains(m.Part)));
        if (
            !firm
            && !changing
            && !mentions.Has(Part.Noun)
            && !mentions.Of(Part.HowMany).Any(m => Leaning.NamesComplaints(mentions.Words(m)))
        )
            return new(UnclearReason.NoQuestion, mentions.Leftover, Usual);
        var (left, read) = (
            mentions.Leftover.Sum(Weight),
            mentions.All.Where(m => m.Part != Part.Filler).Sum(m => Weight(mentions.Words(m)))
        );
        // A list of everything must not answer a question whose only restriction was not read.
        var isRestricted = mentions.All.Any(m =>
            m.Part is Part.HowMany or Part.Period or Part.Place or Part.Channel or Part.Department || Changing.Contains(m.Part)
        );
        var isTooMuch = firm || (mentions.Has(Part.Noun) && isRestricted) ? left > read : left >= 2;
        return isTooMuch ? new(UnclearReason.UnknownWords, mentions.Leftover, Usual) : null;
    }

    /// <summary>One question for each of the values that cannot stand in one.</summary>
    public static Unclear SeveralValues(Mentions mentions, IReadOnlyList<Part> twice, ComplaintQuery query)
    {
        var part = twice[0];
        var values = mentions.Of(part).ToList();
        var nearest = new List<ComplaintQuery>();
        foreach (var value in values.DistinctBy(v => (v.Value, v.Days)).Take(3))
        {
            var filters = query.Filters ?? new();
            nearest.Add(
                part switch
                {
                    Part.Department => query with { Filters = filters with { Department = value.Value } },
                    Part.Category => query with { Filters = filters with { Category = value.Value } },
                    Part.Owner => query with { Filters = filters with { Owner = value.Value } },
                    Part.Place => query with { Filters = filters with { Place = value.Value } },
                    Part.Period => query with { Period = value.Days },
                    _ => query,
                }
            );
        }
        return new(UnclearReason.SeveralValues, [.. values.Select(v => Typed(mentions, v))], [.. nearest.Distinct()]);
    }

    private static string Typed(Mentions mentions, Mention mention) => mentions.Original.Substring(mention.Start, mention.Length).Trim();

    private static ComplaintQuery[] NearFigure(string figure) =>
        figure switch
        {
            "overdueRate" =>
            [
                new() { Kind = QueryKind.Metric, Metric = Metric.TimelinessRate },
                new()
                {
                    Kind = QueryKind.Count,
                    Filters = new() { Overdue = true },
                },
            ],
            "firstResponseRate" =>
            [
                new() { Kind = QueryKind.Metric, Metric = Metric.FirstResponseTime },
                new() { Kind = QueryKind.Metric, Metric = Metric.TimelinessRate },
            ],
            _ =>
            [
                new()
                {
                    Kind = QueryKind.Trend,
                    Metric = Metric.Received,
                    GroupBy = Grouping.Month,
                },
                new() { Kind = QueryKind.Count, GroupBy = Grouping.Category },
            ],
        };

    /// <summary>About how much is said: one per Chinese character, two per word in letters.</summary>
    private static int Weight(string words)
    {
        var han = words.Count(c => c is >= '\u3400' and <= '\u9FFF');
        return han + 2 * words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsAsciiLetterOrDigit));
    }
}
