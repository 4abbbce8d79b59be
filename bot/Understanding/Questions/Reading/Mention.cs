namespace Understanding.Questions.Reading;

/// <summary>What a stretch of a question is about. The word files name these.</summary>
internal enum Part
{
    // Which complaints: the fields of QueryFilters that are said outright.
    Status,
    Overdue,
    DueWithin,
    Owner,
    Department,
    Category,
    Severity,
    Level,
    Customer,
    Phone,
    Language,
    Place,
    Channel,
    Text,
    Score,
    Reopened,
    Rounds,
    Weekdays,
    Hours,

    // Words beside them.
    AboutCue,
    DueWord,
    ReceivedWord,
    Holding,
    UpTo,
    NotBefore,
    NotAfter,
    NotEnd,

    // When.
    Period,
    RelativePeriod,
    SoFar,
    Now,
    NotDate,
    Compare,
    Versus,

    // What is asked for, and how it is shown.
    Metric,
    UnsupportedMetric,
    GroupNoun,
    GroupBy,
    UnsupportedGroup,
    TimeGroup,
    Having,
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
    Noun,
    FollowUp,
    Drop,
    Filler,
}

/// <summary>A stretch of the question with its meaning. <paramref name="Value"/> is the schema's word for it where there is one.</summary>
internal sealed record Mention(int Start, int Length, Part Part, string Value = "")
{
    /// <summary>Higher wins where two mentions overlap; then the longer one.</summary>
    public int Weight { get; init; }

    /// <summary>Counts only where the question also speaks of this.</summary>
    public Part? If { get; init; }

    /// <summary>First and last day, of a period.</summary>
    public QueryPeriod? Days { get; init; }

    /// <summary>Where it ends, not included.</summary>
    public int End => Start + Length;

    /// <summary>True when the two share a character.</summary>
    public bool Overlaps(Mention other) => Start < other.End && other.Start < End;

    /// <summary>True when it restricts which complaints are meant.</summary>
    public bool IsCondition => Part <= Part.Hours;
}
