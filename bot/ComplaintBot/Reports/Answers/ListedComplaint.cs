namespace ComplaintBot.Reports.Answers;

/// <summary>A complaint as a list shows it. Ids and codes as stored; instants in UTC.</summary>
public class ListedComplaint
{
#pragma warning disable CS1591 // columns of table complaints, explained there
    public string Ticket { get; init; } = "";

    public string State { get; init; } = "";

    public bool IsOpen { get; init; }

    public string? CloseKind { get; init; }

    public string Category { get; init; } = "";

    public string Department { get; init; } = "";

    public string? Owner { get; init; }

    public string? Answerable { get; init; }

    public int Severity { get; init; }

    public string? CustomerName { get; init; }

    public string CustomerLevel { get; init; } = "";

    public string Channel { get; init; } = "";

    public string? Place { get; init; }

    public string? Product { get; init; }

    public string Title { get; init; } = "";

    /// <summary>All the words; files carry them whole.</summary>
    public string? Words { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? NextDue { get; init; }

    public string? NextDueKind { get; init; }

    public DateTimeOffset? ResolveDue { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? HoldReason { get; init; }

    public int Rounds { get; init; }

    public int ReopenCount { get; init; }

    public int? LastScore { get; init; }
#pragma warning restore CS1591

    /// <summary>True when open with the next deadline passed at <paramref name="now"/>.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsOpen && NextDue < now;
}
