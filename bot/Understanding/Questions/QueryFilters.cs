using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>Conditions that all hold together; null = not said. Values within one list are alternatives.</summary>
public sealed record QueryFilters
{
    /// <summary>States; <see cref="QueryStatus.Open"/> stands for every state before closed.</summary>
    public IReadOnlyList<QueryStatus>? Status { get; init; }

    /// <summary>Open with a deadline missed.</summary>
    public bool? Overdue { get; init; }

    /// <summary>Open with the next deadline within this length from now (ISO 8601).</summary>
    public string? DueWithin { get; init; }

    /// <summary>A person's name as written, or "me".</summary>
    public string? Owner { get; init; }

    /// <summary>Department id, or "me" for the asker's own.</summary>
    public string? Department { get; init; }

    /// <summary>Category id.</summary>
    public string? Category { get; init; }

    /// <summary>Severities.</summary>
    public IReadOnlyList<Severity>? Severity { get; init; }

    /// <summary>Customer levels.</summary>
    public IReadOnlyList<string>? CustomerLevel { get; init; }

    /// <summary>A customer's name as written.</summary>
    public string? Customer { get; init; }

    /// <summary>A place as written.</summary>
    public string? Place { get; init; }

    /// <summary>web, teams, phone or counter.</summary>
    public string? Channel { get; init; }

    /// <summary>Words to find in what the customer wrote.</summary>
    public string? Text { get; init; }

    /// <summary>Range of the customer's survey score, 1..5.</summary>
    public ScoreRange? Score { get; init; }

    /// <summary>Reopened at least once.</summary>
    public bool? Reopened { get; init; }

    /// <summary>Complaints that meet any of these are left out; one level deep.</summary>
    public QueryFilters? Not { get; init; }

    /// <summary>True when nothing is said.</summary>
    public bool IsEmpty() => this == Nothing;

    private static readonly QueryFilters Nothing = new();
}

/// <summary>Survey scores <paramref name="Min"/>..<paramref name="Max"/>, both included; null = unbounded.</summary>
public sealed record ScoreRange(int? Min, int? Max);

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
