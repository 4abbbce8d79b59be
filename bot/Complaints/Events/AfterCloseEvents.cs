using System.Text.Json.Serialization;

namespace Complaints.Events;

/// <summary>The customer was asked for a score. <paramref name="Close"/> is the close it belongs to: 1 for the first, +1 after each
/// reopening.</summary>
public sealed record SurveyOffered([property: JsonPropertyName("round")] int Close, bool LongForm) : ComplaintEvent;

/// <summary>The customer was reminded of the survey.</summary>
public sealed record SurveyReminded([property: JsonPropertyName("round")] int Close) : ComplaintEvent;

/// <summary>The survey is over without an answer.</summary>
public sealed record SurveyExpired([property: JsonPropertyName("round")] int Close) : ComplaintEvent;

/// <summary>The customer answered. Scores 1..5; recommend 0..10; dimensions by name as (expected, perceived) 1..5.</summary>
public sealed record SurveyAnswered(
    [property: JsonPropertyName("round")] int Close,
    int Score,
    string? Solved,
    int? Recommend,
    string? Comment
) : ComplaintEvent
{
    /// <summary>SERVQUAL answers of the long form.</summary>
    public IReadOnlyDictionary<string, DimensionScore>? Dimensions { get; init; }

    /// <summary>The number of the customer who answered, where several share the complaint; null = who filed it.</summary>
    public string? Party { get; init; }
}

/// <summary>Expectation and perception, each 1..5; the gap is perception minus expectation.</summary>
public sealed record DimensionScore(int? Expected, int? Perceived);

/// <summary>A return visit was made by phone or in person, never by the owner. Outcome: answered, declined, unreachable.</summary>
public sealed record VisitRecorded(string Outcome, int? Score, string? Comment) : ComplaintEvent;

/// <summary>The closed complaint was drawn for a spot check (抽查) by the policy's share or a rule: sample, reopened, late, lowScore.
/// <paramref name="Inspector"/> (aadObjectId) is asked.</summary>
public sealed record InspectionDrawn(string Because, string Inspector) : ComplaintEvent;

/// <summary>Quality inspected how it was handled. Scores by checklist item id: 1 passed, 0 failed, absent = not applicable.</summary>
public sealed record Inspected(IReadOnlyDictionary<string, int> Scores, string? Comment) : ComplaintEvent;

/// <summary>Quality demands that a department puts something right.</summary>
public sealed record RectificationIssued(string Number, string Department, string Requirement, DateTimeOffset Due, string Responsible)
    : ComplaintEvent;

/// <summary>The department says what it did.</summary>
public sealed record RectificationReplied(string Number, string Evidence) : ComplaintEvent;

/// <summary>Quality verified or rejected the reply.</summary>
public sealed record RectificationJudged(string Number, bool Verified, string? Reason) : ComplaintEvent;

/// <summary>A person signed the case report (案例报告).</summary>
public sealed record CaseReportSigned(string Text, string? Prevention) : ComplaintEvent;

/// <summary>The preventive measure worked, or failed (<paramref name="RecurredAs"/> is the ticket that showed it).</summary>
public sealed record EffectivenessJudged(bool Effective, string? RecurredAs, string? Reason) : ComplaintEvent;
