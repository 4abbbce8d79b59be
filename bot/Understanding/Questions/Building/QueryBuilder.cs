using Complaints.Organisations;
using Understanding.Questions.Reading;
using Understanding.Questions.Words;

namespace Understanding.Questions.Building;

/// <summary>Puts the mentions of a question together into a query.</summary>
internal sealed class QueryBuilder(Mentions mentions, Organisation organisation, DateOnly today, ComplaintQuery? previous)
{
    private readonly HashSet<Mention> _used = [];
    private readonly bool _followsUp = Leaning.IsFollowUp(mentions, previous);
    private readonly FilterBuilder _filters = new(
        mentions,
        organisation,
        previous?.Filters is { About: not null, Owner: null } && Leaning.IsFollowUp(mentions, previous)
    );
    private Grouping? _group;
    private Metric? _metric;

    /// <summary>A part that the schema takes once and the question has several times, or null; known after <see cref="Build"/>.</summary>
    public Part? Twice => _filters.Twice.Count > 0 ? _filters.Twice[0] : null;

    /// <summary>True when the words themselves say the kind of answer; false when it is the fallback.</summary>
    public bool KindIsSaid { get; private set; } = true;

    /// <summary>Words that were read and still changed nothing, as typed; known after <see cref="Build"/>.</summary>
    public List<string> Unused { get; } = [];

    /// <summary>The query.</summary>
    public ComplaintQuery Build()
    {
        var negated = Negation.In(mentions);
        _metric = mentions.First(Part.Metric) is { } metric ? FilterBuilder.Parse<Metric>(metric.Value) : null;
        var kind = ChooseKind();
        var figure = _metric ?? (kind is QueryKind.Trend or QueryKind.Ranking ? CountedMetric(negated) : null);
        var drop = Dropped(negated);
        var query = new ComplaintQuery
        {
            Kind = kind,
            Metric = kind is QueryKind.List or QueryKind.Export or QueryKind.Count ? null : figure,
            Filters = _filters.Build(negated, _used),
            GroupBy = _group,
            Having = Having(),
            Format = Format(),
            FollowsUp = _followsUp ? true : null,
            Drop = drop.Count > 0 ? drop : null,
        };
        query = new PeriodBuilder(mentions, today, previous).Put(query);
        return new SortBuilder(mentions, previous).Put(SideBySide(query), figure);
    }

    private QueryKind ChooseKind()
    {
        var format = Format();
        var time = mentions.First(Part.TimeGroup);
        _group = (time ?? mentions.Of(Part.GroupBy).FirstOrDefault(g => !IsSortedBy(g))) is { } grouped ? Parse(grouped) : null;
        if (mentions.Has(Part.Export))
            return QueryKind.Export;
        var ranks =
            mentions.Has(Part.Most, Part.Rank, Part.Limit)
            || mentions.Has(Part.Having)
            || (mentions.Of(Part.Sort).Any(s => s.Value is "score:asc" or "score:desc") && !mentions.Has(Part.Noun));
        if (ranks && time is null && RankedGroup() is { } ranked)
        {
            _group = ranked;
            return QueryKind.Ranking;
        }
        if (
            mentions.Has(Part.Trend)
            || (time is not null && !_followsUp)
            || mentions.Of(Part.Format).Any(f => f.Value == "chart" && Details.Say("trend", mentions.Words(f)))
        )
            return QueryKind.Trend;
        if (_metric is not null)
            return QueryKind.Metric;
        if (format is AnswerFormat.Csv or AnswerFormat.Xlsx)
            return QueryKind.Export;
        if (mentions.Has(Part.HowMany))
        {
            _group ??= WhichGroup();
            return QueryKind.Count;
        }
        KindIsSaid = mentions.Has(Part.List);
        if (_followsUp)
            return KindIsSaid && previous is not null && ListsAnew() ? QueryKind.List : previous?.Kind ?? QueryKind.List;
        _group ??= WhichGroup();
        var compares = mentions.Has(Part.Compare) || (mentions.Has(Part.Versus) && mentions.Has(Part.Period));
        return _group is not null || compares ? QueryKind.Count : QueryKind.List;
    }

    // "列出来看看" after a number asks for the complaints; "show by month" and "what about August" do not.
    private bool ListsAnew() =>
        mentions.Of(Part.List).Any(l => l.Value == "complaints") && _group is null && !mentions.Has(Part.Format, Part.Compare, Part.Limit);

    private static Grouping Parse(Mention group) => FilterBuilder.Parse<Grouping>(group.Value);

    /// <summary>"Open ones by severity, most severe first" sorts a list and groups nothing.</summary>
    private bool IsSortedBy(Mention grouped) =>
        _metric is null && !mentions.Has(Part.HowMany) && mentions.Of(Part.Sort).Any(s => s.Value.Split(':')[0] == grouped.Value);

    /// <summary>What is ranked: a grouping said outright, who, or a bare noun beside "which", "most" or a number.</summary>
    private Grouping? RankedGroup()
    {
        if (mentions.First(Part.GroupBy) is { } grouped)
            return Accused(Parse(grouped));
        if (mentions.Has(Part.Who))
            return Accused(Grouping.Owner);
        // "客户最不满意的部门": the customer is the noun only where there is no other.
        var nouns = mentions.Of(Part.GroupNoun).OrderBy(n => n.Value == "customer").ToList();
        nouns = nouns.Exists(n => n.Value != "customer") ? nouns.FindAll(n => n.Value != "customer") : nouns;
        if (nouns.Count == 0)
            return mentions.Of(Part.Which).Any(w => Details.Say("where", mentions.Words(w))) ? Grouping.Place : null;
        var anchor = mentions.First(Part.Which) ?? mentions.First(Part.Limit) ?? mentions.First(Part.Most) ?? mentions.First(Part.Rank);
        return Accused(
            Parse(anchor is null ? nouns[0] : nouns.MinBy(n => n.Start >= anchor.End ? n.Start - anchor.End : 1 + anchor.Start - n.End)!)
        );
    }

    // "哪个员工被投诉最多" is about the accused, not about who handles the complaints.
    private Grouping Accused(Grouping group) =>
        group == Grouping.Owner && mentions.Cues.Any(c => c is { Part: Part.AboutCue, Value: "after" }) ? Grouping.About : group;

    private Grouping? WhichGroup() =>
        mentions.First(Part.Which) is { } which
        && mentions.Of(Part.GroupNoun).FirstOrDefault(n => n.Start >= which.End && n.Start - which.End <= 2) is { } noun
            ? Parse(noun)
            : null;

    /// <summary>For a trend or ranking without a rate: lateness and open or closed states are the figure, not a condition.</summary>
    private Metric? CountedMetric(IReadOnlySet<Mention> negated)
    {
        if (mentions.Of(Part.Sort).Any(s => s.Value is "score:asc" or "score:desc"))
            return Metric.Satisfaction;
        if (mentions.Of(Part.Most).Any(m => m.Value is "slow" or "fast") && !mentions.Has(Part.HowMany))
            return Metric.ResolutionTime;
        var figure = mentions.All.FirstOrDefault(m =>
            !negated.Contains(m) && m is { Part: Part.Overdue } or { Part: Part.Status, Value: "open" or "closed" }
        );
        if (figure is null)
            return mentions.Has(Part.Holding) && _group == Grouping.Owner ? Metric.Open
                : previous is not null && _followsUp ? null // the figure of the question before stays
                : Metric.Received;
        var isOverdue = figure.Part == Part.Overdue;
        _used.UnionWith(
            mentions.All.Where(m =>
                (m.Part == figure.Part && m.Value == figure.Value) || (isOverdue && m is { Part: Part.Status, Value: "open" })
            )
        );
        return isOverdue ? Metric.Overdue
            : figure.Value == "open" ? Metric.Open
            : Metric.Closed;
    }

    private Threshold? Having()
    {
        if (mentions.First(Part.Having) is not { } said)
            return null;
        if (_group is null && !(_followsUp && previous?.GroupBy is not null))
        {
            Unused.Add(mentions.Typed(said));
            return null;
        }
        var parts = said.Value.Split(':');
        var bound = decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "min" => new(Min: bound),
            "max" => new(Max: bound),
            "over" => new(Over: bound),
            _ => new(Under: bound),
        };
    }

    /// <summary>What a follow-up takes away: fields by their names ("部门不限"), and what the question before asks for ("去掉VIP").</summary>
    private List<string> Dropped(IReadOnlySet<Mention> negated)
    {
        var dropped = Leaning.Drops(mentions, previous).ToList();
        if (previous?.Filters is not { } filters || !mentions.All.Any(m => m is { Part: Part.NotBefore or Part.NotAfter, Value: "drop" }))
            return dropped;
        foreach (var mention in negated)
        {
            var alone = _filters.Build(new HashSet<Mention>(), mentions.All.Where(other => other != mention).ToHashSet());
            if (QueryFilters.Fields.FirstOrDefault(f => alone?[f] is { } value && Text(value) == Text(filters[f])) is not { } field)
                continue;
            dropped.Add(field);
            _used.Add(mention);
        }
        return dropped;
    }

    private static string? Text(object? value) =>
        value is null ? null : System.Text.Json.JsonSerializer.Serialize(value, QueryJson.Options);

    /// <summary>Two people, departments or levels side by side are compared: a row for each.</summary>
    private ComplaintQuery SideBySide(ComplaintQuery query)
    {
        if (
            query.GroupBy is not null
            || query.Kind is not (QueryKind.Count or QueryKind.Metric or QueryKind.List)
            || query.Filters is not { } filters
        )
            return query;
        var compares = mentions.Has(Part.Versus) || mentions.Has(Part.Most);
        Grouping? group = filters switch
        {
            { Owner.Count: > 1 } => Grouping.Owner,
            { About.Count: > 1 } => Grouping.About,
            { Department.Count: > 1 } => Grouping.Department,
            { Category.Count: > 1 } => Grouping.Category,
            { Place.Count: > 1 } => Grouping.Place,
            { Channel.Count: > 1 } => Grouping.Channel,
            { CustomerLevel.Count: > 1 } when compares => Grouping.CustomerLevel,
            { Severity.Count: > 1 } when compares => Grouping.Severity,
            _ => null,
        };
        if (group is null || (query.Kind == QueryKind.List && !compares))
            return query;
        var fast = mentions.Of(Part.Most).Any(m => m.Value is "slow" or "fast") || mentions.Of(Part.Versus).Any(v => v.Value == "time");
        return query.Kind == QueryKind.List && fast
            ? query with
            {
                Kind = QueryKind.Metric,
                Metric = Metric.ResolutionTime,
                GroupBy = group,
            }
            : query with
            {
                Kind = query.Kind == QueryKind.List ? QueryKind.Count : query.Kind,
                GroupBy = group,
            };
    }

    private AnswerFormat? Format() => mentions.First(Part.Format) is { } format ? FilterBuilder.Parse<AnswerFormat>(format.Value) : null;
}
