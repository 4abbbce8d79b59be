namespace Understanding.Questions.Reading;

/// <summary>What a stretch of a question is about.</summary>
internal enum Part
{
    Period,
    RelativePeriod,
    Compare,
    DueWithin,
    DueWord,
    ReceivedWord,
    Department,
    Category,
    Owner,
    Customer,
    Place,
    Channel,
    Level,
    Severity,
    Status,
    Overdue,
    Score,
    Reopened,
    Text,
    Metric,
    UnsupportedMetric,
    GroupNoun,
    GroupBy,
    UnsupportedGroup,
    TimeGroup,
    Sort,
    SortDirection,
    Limit,
    Most,
    Rank,
    Which,
    Who,
    HowMany,
    List,
    Export,
    Trend,
    Format,
    FollowUp,
    NotBefore,
    NotAfter,
    NotEnd,
    UpTo,
    Noun,
    Me,
    Filler,
}

/// <summary>A stretch of the question with its meaning. <paramref name="Value"/> is the schema's word for it where there is one.</summary>
internal sealed record Mention(int Start, int Length, Part Part, string Value = "")
{
    /// <summary>Higher wins where two mentions overlap; then the longer one.</summary>
    public int Weight { get; init; }

    /// <summary>First and last day, of a period.</summary>
    public QueryPeriod? Days { get; init; }

    /// <summary>Further values when more than one thing is meant by one name.</summary>
    public int End => Start + Length;

    /// <summary>True when the two share a character.</summary>
    public bool Overlaps(Mention other) => Start < other.End && other.Start < End;
}
