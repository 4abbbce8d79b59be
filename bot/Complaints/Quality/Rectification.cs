namespace Complaints.Quality;

/// <summary>A rectification notice (整改通知) about a complaint; <paramref name="Responsible"/> is the head (aadObjectId) who
/// answers.</summary>
public sealed record Rectification(string Number, string Department, string Requirement, string Responsible, RectificationState State)
{
    /// <summary>What the department says it did.</summary>
    public string? Evidence { get; init; }

    /// <summary>Who said so; quality verifies, never that person.</summary>
    public string? RepliedBy { get; init; }
}

/// <summary>Where a notice stands.</summary>
public enum RectificationState
{
    /// <summary>Sent to the head of the department.</summary>
    Issued,

    /// <summary>Answered; quality looks at it.</summary>
    Replied,

    /// <summary>Verified by quality.</summary>
    Verified,

    /// <summary>Not good enough; with a new due time.</summary>
    Rejected,
}
