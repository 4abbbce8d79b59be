using System.Reflection;
using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>Conditions that all hold together; null = not said. Values within one list are alternatives.</summary>
public sealed record QueryFilters
{
    private static readonly QueryFilters Nothing = new();

    private static readonly PropertyInfo[] Properties =
    [
        .. typeof(QueryFilters)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name is not (nameof(Not) or "Item")),
    ];

    /// <summary>The conditions by their names in JSON, in the order in which they are said; all but <see cref="Not"/>.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [.. Properties.Select(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name))];

    /// <summary>States; <see cref="QueryStatus.Open"/> stands for every state before closed.</summary>
    public IReadOnlyList<QueryStatus>? Status { get; init; }

    /// <summary>Open with a deadline missed.</summary>
    public bool? Overdue { get; init; }

    /// <summary>Open with the next deadline within this length from now (ISO 8601).</summary>
    public string? DueWithin { get; init; }

    /// <summary>People's names as written, or "me".</summary>
    public OneOrMore? Owner { get; init; }

    /// <summary>Members of staff who are complained about, as written, or "me".</summary>
    public OneOrMore? About { get; init; }

    /// <summary>Department ids, or "me" for the asker's own.</summary>
    public OneOrMore? Department { get; init; }

    /// <summary>Category ids.</summary>
    public OneOrMore? Category { get; init; }

    /// <summary>Severities.</summary>
    public IReadOnlyList<Severity>? Severity { get; init; }

    /// <summary>Customer levels.</summary>
    public IReadOnlyList<string>? CustomerLevel { get; init; }

    /// <summary>A customer's name as written.</summary>
    public string? Customer { get; init; }

    /// <summary>The customer's phone number: digits alone.</summary>
    public string? Phone { get; init; }

    /// <summary>The customer's language: zh-CN, zh-TW or en.</summary>
    public OneOrMore? Language { get; init; }

    /// <summary>Places as written.</summary>
    public OneOrMore? Place { get; init; }

    /// <summary>web, teams, phone or counter.</summary>
    public OneOrMore? Channel { get; init; }

    /// <summary>Words to find in what the customer wrote.</summary>
    public string? Text { get; init; }

    /// <summary>Range of the customer's survey score, 1..5.</summary>
    public NumberRange? Score { get; init; }

    /// <summary>Reopened at least once.</summary>
    public bool? Reopened { get; init; }

    /// <summary>Rounds of handling: 1 until a result is refused or the complaint reopened, then 2 …</summary>
    public NumberRange? Rounds { get; init; }

    /// <summary>Days of the week on which it was received: mon, tue, wed, thu, fri, sat, sun.</summary>
    public OneOrMore? Weekdays { get; init; }

    /// <summary>Time of day at which it was received, on the organisation's clock.</summary>
    public HourRange? Hours { get; init; }

    /// <summary>Complaints that meet any of these are left out; one level deep.</summary>
    public QueryFilters? Not { get; init; }

    /// <summary>The condition of a field of <see cref="Fields"/>; null = not said.</summary>
    public object? this[string field] => Properties[IndexOf(field)].GetValue(this);

    /// <summary>True when nothing is said.</summary>
    public bool IsEmpty() => this == Nothing;

    /// <summary>The same with another condition for a field of <see cref="Fields"/>; null takes it away.</summary>
    public QueryFilters With(string field, object? condition)
    {
        var copy = this with { };
        Properties[IndexOf(field)].SetValue(copy, condition);
        return copy;
    }

    private static int IndexOf(string field) =>
        Array.FindIndex(Properties, p => string.Equals(p.Name, field, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Numbers <paramref name="Min"/>..<paramref name="Max"/>, both included; null = unbounded.</summary>
public sealed record NumberRange(int? Min, int? Max);

/// <summary>Hours of the day from <paramref name="From"/> o'clock until <paramref name="To"/> o'clock, which is not included; 0..24.
/// Where <paramref name="To"/> is not later it is that of the next day (22..6).</summary>
public sealed record HourRange(int From, int To);

/// <summary>States that can be asked for.</summary>
public enum QueryStatus
{
    /// <summary>Every state before closed.</summary>
    Open,

    /// <summary>Not yet assigned. 待受理</summary>
    Received,

    /// <summary>With an owner who has not accepted. 已派单</summary>
    Assigned,

    /// <summary>调查中</summary>
    Investigating,

    /// <summary>制定方案</summary>
    Planning,

    /// <summary>处理中</summary>
    InProgress,

    /// <summary>待客户确认</summary>
    AwaitingConfirmation,

    /// <summary>已结案</summary>
    Closed,

    /// <summary>已撤诉</summary>
    Withdrawn,

    /// <summary>不予受理</summary>
    NotAccepted,

    /// <summary>已并案</summary>
    Merged,
}
