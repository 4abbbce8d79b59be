using Complaints.Organisations;

namespace Complaints.Calendars;

/// <summary>Why a deadline falls due when it does. Times are in the clock's zone, to be read by people. The lengths of
/// <see cref="Counted"/> add up to <see cref="Length"/> and the last one ends at <see cref="Due"/>.</summary>
public sealed record DueExplanation
{
    /// <summary>When the clock was started.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Which hours count.</summary>
    public required ClockBase Clock { get; init; }

    /// <summary>How much time of that clock was allowed.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>When the time is up; null while a pause is open that begins before.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>The stretches that count, in order.</summary>
    public required IReadOnlyList<CountedSpan> Counted { get; init; }

    /// <summary>Whole days on which the clock stood still, in order, neighbours of one kind joined. Empty on the calendar clock.</summary>
    public required IReadOnlyList<SkippedDays> Skipped { get; init; }

    /// <summary>Days that count although the week or the list of holidays says no (调休).</summary>
    public required IReadOnlyList<DateOnly> MakeUpDays { get; init; }

    /// <summary>The pauses that held the clock back, in order, overlapping ones joined.</summary>
    public required IReadOnlyList<PausedSpan> Pauses { get; init; }

    /// <summary>What has been counted; less than <see cref="Length"/> only while <see cref="Due"/> is unknown.</summary>
    public TimeSpan Total => Counted.Aggregate(TimeSpan.Zero, (sum, span) => sum + span.Length);
}

/// <summary>A stretch that counts, <paramref name="To"/> not included.</summary>
public readonly record struct CountedSpan(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How long it is in elapsed time.</summary>
    public TimeSpan Length => To - From;
}

/// <summary>Days on which the clock stood still, both ends included; <paramref name="Kind"/> is Weekend or Holiday.</summary>
public readonly record struct SkippedDays(DayKind Kind, DateOnly First, DateOnly Last);

/// <summary>A pause and the time of the clock that it held back; <paramref name="To"/> null = still going on, then only what lies
/// before is known.</summary>
public readonly record struct PausedSpan(DateTimeOffset From, DateTimeOffset? To, TimeSpan HeldBack);
