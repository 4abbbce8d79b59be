using System.Text.Json.Serialization;

namespace Understanding.Questions;

/// <summary>A question about complaints in exact form. Null members were not said. Every answer is computed from this and nothing
/// else.</summary>
public sealed record ComplaintQuery
{
    /// <summary>What is asked for.</summary>
    public required QueryKind Kind { get; init; }

    /// <summary>The figure; needed by metric, trend and ranking.</summary>
    public Metric? Metric { get; init; }

    /// <summary>Which complaints; null = all that the asker may see.</summary>
    public QueryFilters? Filters { get; init; }

    /// <summary>Whole days in the organisation's zone.</summary>
    public QueryPeriod? Period { get; init; }

    /// <summary>One row or point per value of this.</summary>
    public Grouping? GroupBy { get; init; }

    /// <summary>Order of the rows.</summary>
    public QuerySort? Sort { get; init; }

    /// <summary>At most this many rows, 1..1000.</summary>
    public int? Limit { get; init; }

    /// <summary>Also the same figure for an earlier period.</summary>
    public Comparison? CompareTo { get; init; }

    /// <summary>The earlier period itself, when it is neither the one before nor a year before (goes beyond the shared schema).</summary>
    public QueryPeriod? CompareWith { get; init; }

    /// <summary>Only groups whose figure reaches this.</summary>
    public Threshold? Having { get; init; }

    /// <summary>The form in which the answer is wanted.</summary>
    public AnswerFormat? Format { get; init; }

    /// <summary>True when the question only changes the one before; null otherwise.</summary>
    public bool? FollowsUp { get; init; }

    /// <summary>What a follow-up takes away from the question before: names of conditions, "period", "groupBy", "sort", "limit",
    /// "compareTo" or "having".</summary>
    public IReadOnlyList<string>? Drop { get; init; }
}

/// <summary>What is asked for.</summary>
public enum QueryKind
{
    /// <summary>The complaints themselves.</summary>
    List,

    /// <summary>How many there are.</summary>
    Count,

    /// <summary>A rate, mean or time.</summary>
    Metric,

    /// <summary>A figure over time.</summary>
    Trend,

    /// <summary>Who or what has the most or least.</summary>
    Ranking,

    /// <summary>The complaints as a file.</summary>
    Export,
}

/// <summary>The figures of docs/procedure.md §9; formulas are in <c>ComplaintBot.Reports.Figures</c>.</summary>
public enum Metric
{
    /// <summary>Complaints received.</summary>
    Received,

    /// <summary>Complaints not ended.</summary>
    Open,

    /// <summary>Open complaints with a deadline missed.</summary>
    Overdue,

    /// <summary>Complaints closed.</summary>
    Closed,

    /// <summary>Resolved in time. 投诉处理及时率</summary>
    TimelinessRate,

    /// <summary>Closed with the customer content and not reopened. 投诉解决率</summary>
    ResolutionRate,

    /// <summary>The score of surveys, 1..5. 满意度</summary>
    Satisfaction,

    /// <summary>Would recommend, 0..10.</summary>
    Recommend,

    /// <summary>Closed and reopened since. 重开率</summary>
    ReopenRate,

    /// <summary>The same problem again. 重复发生率</summary>
    RecurrenceRate,

    /// <summary>Receipt to the first human answer.</summary>
    FirstResponseTime,

    /// <summary>Receipt to close. 办结时长</summary>
    ResolutionTime,

    /// <summary>Steps passed in inspections. 流程执行准确率</summary>
    ComplianceRate,

    /// <summary>Inspected cases that passed every line. 服务标准达标率</summary>
    StandardMetRate,

    /// <summary>Rectification notices answered in time. 整改按期率</summary>
    RectificationOnTime,
}

/// <summary>What rows or points stand for.</summary>
public enum Grouping
{
    /// <summary>Answerable department.</summary>
    Department,

    /// <summary>Category.</summary>
    Category,

    /// <summary>Owner.</summary>
    Owner,

    /// <summary>Severity.</summary>
    Severity,

    /// <summary>Customer level.</summary>
    CustomerLevel,

    /// <summary>Place.</summary>
    Place,

    /// <summary>The way it came in.</summary>
    Channel,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The customer's language.</summary>
    Language,

    /// <summary>The member of staff complained about; a complaint about two counts for both.</summary>
    About,

    /// <summary>Day of the week received.</summary>
    Weekday,

    /// <summary>Hour of the day received.</summary>
    Hour,

    /// <summary>Local day.</summary>
    Day,

    /// <summary>Week from Monday.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,
}

/// <summary>What rows are sorted by.</summary>
public enum SortField
{
    /// <summary>The instant received; ascending = oldest first.</summary>
    Received,

    /// <summary>The next deadline.</summary>
    Due,

    /// <summary>Severity; descending = worst first.</summary>
    Severity,

    /// <summary>Customer level; descending = key before vip before standard.</summary>
    CustomerLevel,

    /// <summary>The customer's last survey score.</summary>
    Score,

    /// <summary>Number of complaints behind a row.</summary>
    Count,

    /// <summary>The figure itself.</summary>
    Value,
}

/// <summary>Direction of a sort.</summary>
public enum SortOrder
{
    /// <summary>Smallest or earliest first.</summary>
    Asc,

    /// <summary>Largest or latest first.</summary>
    Desc,
}

/// <summary>A sort: <paramref name="By"/> what and in which <paramref name="Order"/>.</summary>
public sealed record QuerySort(SortField By, SortOrder Order);

/// <summary>Bounds of a group's figure, each null when not said: a count, or a rate as a share of 1 (0.8 = 80 %).
/// <paramref name="Min"/> and <paramref name="Max"/> are included, <paramref name="Over"/> and <paramref name="Under"/> not.</summary>
public sealed record Threshold(decimal? Min = null, decimal? Max = null, decimal? Over = null, decimal? Under = null)
{
    /// <summary>True when a figure is within the bounds.</summary>
    public bool Holds(double figure) =>
        !(figure < (double?)Min) && !(figure > (double?)Max) && !(figure <= (double?)Over) && !(figure >= (double?)Under);
}

/// <summary>The earlier period a figure is held against.</summary>
public enum Comparison
{
    /// <summary>The period of the same kind just before (环比).</summary>
    PreviousPeriod,

    /// <summary>The same days a year before (同比).</summary>
    PreviousYear,
}

/// <summary>The form of the answer.</summary>
public enum AnswerFormat
{
    /// <summary>A card in the chat.</summary>
    Card,

    /// <summary>A drawing with its table.</summary>
    Chart,

    /// <summary>A CSV file.</summary>
    Csv,

    /// <summary>An Excel file.</summary>
    Xlsx,
}

/// <summary>Which day of a complaint a period is about; null = the day received (for figures: the formula's own day).</summary>
public enum PeriodOf
{
    /// <summary>The day closed.</summary>
    Closed,

    /// <summary>The day due.</summary>
    Due,
}

/// <summary>Whole days <paramref name="From"/>..<paramref name="To"/>, both included, in the organisation's zone.</summary>
public sealed record QueryPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Which day is meant.</summary>
    [JsonPropertyOrder(1)]
    public PeriodOf? Of { get; init; }

    /// <summary>The last hours before now (ISO 8601, as in PT48H), finer than the days, which are those it touches; null = whole
    /// days.</summary>
    [JsonPropertyOrder(2)]
    public string? Last { get; init; }
}
