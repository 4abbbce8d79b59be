namespace Complaints.Quality;

/// <summary>A complaint as far as it matters for finding the same problem again. Texts are folded by the caller: both scripts and
/// any case look alike.</summary>
public sealed record Problem(string Ticket, string Category, string Customer, DateTimeOffset ReceivedAt)
{
    /// <summary>Product or service, folded; null when not said.</summary>
    public string? Product { get; init; }

    /// <summary>Where, folded; null when not said.</summary>
    public string? Place { get; init; }

    /// <summary>The root cause in words, folded; null until found.</summary>
    public string? Cause { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
