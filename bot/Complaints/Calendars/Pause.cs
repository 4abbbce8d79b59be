namespace Complaints.Calendars;

/// <summary>A stretch of time that a clock does not count, <paramref name="To"/> not included; null = still going on.
/// Pauses may overlap and come in any order; one whose end is not after its beginning counts for nothing.</summary>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? To);
