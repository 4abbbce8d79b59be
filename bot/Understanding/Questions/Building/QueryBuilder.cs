using System.Globalization;
using Complaints.Organisations;
using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>Puts the mentions of a question together into a query.</summary>
internal sealed class QueryBuilder(Mentions mentions, Organisation organisation, DateOnly today, ComplaintQuery? previous)
{
    private static readonly Metric[] Counted = [Metric.Received, Metric.Open, Metric.Overdue, Metric.Closed];
    private static readonly Metric[] LessIsBetter =
    [
        .. Counted,
        Metric.ReopenRate,
        Metric.RecurrenceRate,
        Metric.FirstResponseTime,
        Metric.ResolutionTime,
    ];

    private static readonly string[] TrendWords = ["趋势", "走势", "变化", "曲线", "trend", "curve", "line"];
    private static readonly string[] Downwards = ["从高", "从大", "从新", "从晚", "从近", "从重", "从长", "从多", "倒序", "降序"];
    private static readonly string[] Upwards = ["从低", "从小", "从旧", "从早", "从远", "从轻", "从短", "从少", "从老", "升序", "正序"];

    private readonly HashSet<Mention> _used = [];
    private Grouping? _group;
    private Metric? _metric;

    /// <summary>Parts that the schema takes once and the question has several times; filled by <see cref="Build"/>.</summary>
    public List<Part> Twice { get; } = [];

    /// <summary>True when the words themselves say the kind of answer; false when it is the fallback.</summary>
    public bool KindIsSaid { get; private set; }

    /// <summary>The query.</summary>
    public ComplaintQuery Build()
    {
        var negated = Negation.In(mentions);
        var followsUp = Leaning.IsFollowUp(mentions);
        _metric = mentions.First(Part.Metric) is { } metric ? FilterBuilder.Parse<Metric>(metric.Value) : null;
        var kind = ChooseKind(followsUp);
        if (kind is QueryKind.Trend or QueryKind.Ranking && _metric is null)
            _metric = CountedMetric(negated);
        var period = Period(out var compared);
        var filters = FilterBuilder.Build(mentions, negated, _used, organisation, Twice);
        var query = new ComplaintQuery
        {
            Kind = kind,
            Metric = kind is QueryKind.List or QueryKind.Export or QueryKind.Count ? null : _metric,
            Filters = filters,
            Period = WithDay(period, filters, kind),
            GroupBy = _group,
            Limit = Limit(kind),
            Format = Format(),
            FollowsUp = followsUp ? true : null,
        };
        return Compare(query, compared) with { Sort = Sort(kind) };
    }

    private QueryKind ChooseKind(bool followsUp)
    {
        var format = Format();
        var time = mentions.First(Part.TimeGroup);
        _group = (time ?? mentions.Of(Part.GroupBy).FirstOrDefault(g => !IsSortedBy(g))) is { } grouped
            ? FilterBuilder.Parse<Grouping>(grouped.Value)
            : null;
        KindIsSaid = true;
        if (mentions.Has(Part.Export))
            return QueryKind.Export;
        var isRanked =
            RankedGroup() is { } ranked
            && (mentions.Has(Part.Most) || mentions.Has(Part.Rank) || mentions.Has(Part.Limit) || SortedByFigure());
        if (isRanked && time is null)
        {
            _group = RankedGroup();
            return QueryKind.Ranking;
        }
        if (
            mentions.Has(Part.Trend)
            || (time is not null && !followsUp)
            || mentions.Of(Part.Format).Any(f => f.Value == "chart" && SaysTrend(f))
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
        if (followsUp)
            return previous?.Kind ?? QueryKind.List;
        _group ??= WhichGroup();
        return _group is not null || mentions.Has(Part.Compare) ? QueryKind.Count : QueryKind.List;
    }

    /// <summary>"Open ones by severity, most severe first" sorts a list and groups nothing.</summary>
    private bool IsSortedBy(Mention grouped) =>
        _metric is null && !mentions.Has(Part.HowMany) && mentions.Of(Part.Sort).Any(s => s.Value.Split(':')[0] == grouped.Value);

    private bool SaysTrend(Mention format) => TrendWords.Any(w => mentions.Words(format).Contains(w, StringComparison.Ordinal));

    /// <summary>What is ranked: a grouping said outright, who, or a bare noun beside "which", "most" or a number.</summary>
    private Grouping? RankedGroup()
    {
        if (mentions.First(Part.GroupBy) is { } grouped)
            return FilterBuilder.Parse<Grouping>(grouped.Value);
        if (mentions.Has(Part.Who))
            return Grouping.Owner;
        var nouns = mentions.Of(Part.GroupNoun).ToList();
        if (nouns.Count == 0)
            return mentions.Of(Part.Which).Any(w => mentions.Words(w) is "where" or "哪里") ? Grouping.Place : null;
        var anchor = mentions.First(Part.Which) ?? mentions.First(Part.Limit) ?? mentions.First(Part.Most) ?? mentions.First(Part.Rank);
        var noun = anchor is null
            ? nouns[0]
            : nouns.OrderBy(n => n.Start >= anchor.End ? n.Start - anchor.End : 1 + anchor.Start - n.End).First();
        return FilterBuilder.Parse<Grouping>(noun.Value);
    }

    private Grouping? WhichGroup() =>
        mentions.First(Part.Which) is { } which
        && mentions.Of(Part.GroupNoun).FirstOrDefault(n => n.Start >= which.End && n.Start - which.End <= 2) is { } noun
            ? FilterBuilder.Parse<Grouping>(noun.Value)
            : null;

    private bool SortedByFigure() => mentions.Of(Part.Sort).Any(s => s.Value is "score:asc" or "score:desc") && !mentions.Has(Part.Noun);

    /// <summary>For a trend or ranking without a rate: lateness and open or closed states are the figure, not a condition.</summary>
    private Metric CountedMetric(IReadOnlySet<Mention> negated)
    {
        if (mentions.Of(Part.Sort).FirstOrDefault(s => s.Value is "score:asc" or "score:desc") is not null)
            return Metric.Satisfaction;
        if (mentions.Of(Part.Most).Any(m => m.Value is "slow" or "fast") && !mentions.Has(Part.HowMany))
            return Metric.ResolutionTime;
        var figure = mentions.All.FirstOrDefault(m =>
            !negated.Contains(m) && (m.Part == Part.Overdue || (m.Part == Part.Status && m.Value is "open" or "closed"))
        );
        if (figure is null)
            return Metric.Received;
        _used.UnionWith(
            mentions.All.Where(m =>
                m.Part == figure.Part && m.Value == figure.Value
                || (figure.Part == Part.Overdue && m is { Part: Part.Status, Value: "open" })
            )
        );
        return figure.Part == Part.Overdue ? Metric.Overdue
            : figure.Value == "open" ? Metric.Open
            : Metric.Closed;
    }

    private QueryPeriod? Period(out Mention? compared)
    {
        compared = mentions.First(Part.Compare);
        var periods = mentions.Of(Part.Period).Select(m => m.Days!).Distinct().ToList();
        if (periods.Count == 2 && Join(periods[0], periods[1]) is { } joined)
            return joined;
        if (periods.Count > 1)
            Twice.Add(Part.Period);
        if (periods.Count > 0)
            return periods[0];
        if (mentions.First(Part.RelativePeriod) is not { } step)
            return null;
        if (previous?.Period is { } before)
            return PeriodSteps.UnitBefore(before, step.Value) with { Of = null };
        var unit = step.Value == "same" ? "month" : step.Value;
        return PeriodSteps.UnitBefore(new(UnitStart(unit), today), unit);
    }

    private DateOnly UnitStart(string unit) =>
        unit switch
        {
            "day" => today,
            "week" => today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
            "quarter" => new(today.Year, (today.Month - 1) / 3 * 3 + 1, 1),
            "year" => new(today.Year, 1, 1),
            _ => new(today.Year, today.Month, 1),
        };

    private static QueryPeriod? Join(QueryPeriod a, QueryPeriod b) =>
        a.To.AddDays(1) == b.From ? new(a.From, b.To)
        : b.To.AddDays(1) == a.From ? new(b.From, a.To)
        : null;

    private QueryPeriod? WithDay(QueryPeriod? period, QueryFilters? filters, QueryKind kind)
    {
        if (period is null || kind is not (QueryKind.List or QueryKind.Count or QueryKind.Export))
            return period;
        if (filters?.Overdue == true && mentions.Of(Part.Period).Any(p => p.Value == "age"))
            return period with { Of = PeriodOf.Due }; // "overdue by more than three days"
        if (mentions.Has(Part.DueWord) && filters?.DueWithin is null && filters?.Overdue is null)
            return period.From == DateOnly.MinValue || IsLatest() ? DueUntil(period.To) : Upcoming(period) with { Of = PeriodOf.Due };
        return filters?.Status is [QueryStatus.Closed] && !mentions.Has(Part.ReceivedWord) ? period with { Of = PeriodOf.Closed } : period;
    }

    /// <summary>"By Friday": the period is the last day, not the first.</summary>
    private bool IsLatest() =>
        mentions.First(Part.Period) is { } period
        && mentions.Folded.AsSpan(0, period.Start).TrimEnd().EndsWith(" by", StringComparison.Ordinal);

    /// <summary>"Due on Friday" means the next one.</summary>
    private QueryPeriod Upcoming(QueryPeriod period) =>
        period.From == period.To
        && period.To < today
        && today.DayNumber - period.To.DayNumber < 7
        && mentions.First(Part.Period) is { } said
        && IsBareWeekday(mentions.Words(said))
            ? new(period.From.AddDays(7), period.To.AddDays(7))
            : period;

    private static bool IsBareWeekday(string words) =>
        words.Length is 2 or 3
            ? words[..^1] is "周" or "星期" or "礼拜" || words is "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun"
            : words.EndsWith("day", StringComparison.Ordinal)
                && !words.Contains(' ', StringComparison.Ordinal)
                && words is not ("today" or "yesterday");

    /// <summary>"Due before Friday" means the next one; the recogniser takes the last.</summary>
    private QueryPeriod DueUntil(DateOnly last) =>
        new(
            today,
            last >= today ? last
                : today.DayNumber - last.DayNumber <= 7 ? last.AddDays(7)
                : today
        )
        {
            Of = PeriodOf.Due,
        };

    private ComplaintQuery Compare(ComplaintQuery query, Mention? compared)
    {
        if (compared is null)
            return query;
        if (compared.Days is not { } days)
            return query with { CompareTo = FilterBuilder.Parse<Comparison>(compared.Value) };
        if ((query.Period ?? previous?.Period) is not { } period)
            return query with { CompareTo = Comparison.PreviousPeriod };
        var (from, to) = (days.From, days.To);
        bool Same(QueryPeriod other) => other.From == from && other.To == to;
        if (Same(PeriodSteps.YearBefore(period)))
            return query with { CompareTo = Comparison.PreviousYear };
        return Same(PeriodSteps.Previous(period))
            ? query with
            {
                CompareTo = Comparison.PreviousPeriod,
            }
            : query with
            {
                CompareWith = new(from, to),
            };
    }

    private AnswerFormat? Format() => mentions.First(Part.Format) is { } format ? FilterBuilder.Parse<AnswerFormat>(format.Value) : null;

    private int? Limit(QueryKind kind)
    {
        if (mentions.First(Part.Limit) is { } limit)
            return int.Parse(limit.Value, CultureInfo.InvariantCulture);
        return kind == QueryKind.Ranking && AsksForOne() ? 1 : null;
    }

    private bool AsksForOne()
    {
        if (mentions.Has(Part.Rank) || mentions.Of(Part.Which).Any(w => w.Value == "some"))
            return false;
        if (mentions.Has(Part.Who) || mentions.Of(Part.Which).Any(w => w.Value == "one"))
            return true;
        // "the department with the lowest satisfaction", "未结案件最多的承办人"
        return mentions.Has(Part.Most) && mentions.Of(Part.GroupNoun).Any(n => !IsPlural(mentions.Words(n))) && !mentions.Has(Part.GroupBy);
    }

    private static bool IsPlural(string noun) =>
        noun is "people" or "staff" || (noun.Length > 3 && noun.EndsWith('s') && char.IsAsciiLetter(noun[0]) && noun != "s");

    private QuerySort? Sort(QueryKind kind)
    {
        var direction = mentions.First(Part.SortDirection) is { } d ? FilterBuilder.Parse<SortOrder>(d.Value) : (SortOrder?)null;
        if (kind == QueryKind.Ranking)
            return new(SortField.Value, direction ?? RankOrder());
        if (mentions.First(Part.Sort) is { } sort)
        {
            var parts = sort.Value.Split(':');
            var field = FilterBuilder.Parse<SortField>(parts[0]);
            if (direction is null && InWords(mentions.Words(sort)) is { } inWords)
                direction = inWords;
            return new(field, direction ?? (parts.Length > 1 ? FilterBuilder.Parse<SortOrder>(parts[1]) : Usual(field)));
        }
        if (direction is not { } alone)
            return null;
        return new(
            kind is QueryKind.Metric ? SortField.Value
                : kind == QueryKind.Count ? SortField.Count
                : SortField.Received,
            alone
        );
    }

    /// <summary>A direction inside the sort's own words ("按到期时间从晚到早排").</summary>
    private static SortOrder? InWords(string words)
    {
        if (Downwards.Any(w => words.Contains(w, StringComparison.Ordinal)))
            return SortOrder.Desc;
        return Upwards.Any(w => words.Contains(w, StringComparison.Ordinal)) ? SortOrder.Asc : null;
    }

    private SortOrder RankOrder()
    {
        var less = _metric is { } m && LessIsBetter.Contains(m);
        if (
            mentions.Of(Part.Sort).FirstOrDefault(s => s.Value.Contains(':', StringComparison.Ordinal)) is { } sort
            && !mentions.Has(Part.Most)
        )
            return sort.Value.StartsWith("score", StringComparison.Ordinal)
                ? FilterBuilder.Parse<SortOrder>(sort.Value.Split(':')[1])
                : SortOrder.Desc;
        return mentions.First(Part.Most)?.Value switch
        {
            "least" or "fast" => SortOrder.Asc,
            "best" => less ? SortOrder.Asc : SortOrder.Desc,
            "worst" => less ? SortOrder.Desc : SortOrder.Asc,
            _ => SortOrder.Desc,
        };
    }

    /// <summary>The order people mean when they say only the field: the most pressing first.</summary>
    private static SortOrder Usual(SortField field) =>
        field is SortField.Received or SortField.Due or SortField.Score ? SortOrder.Asc : SortOrder.Desc;
}
