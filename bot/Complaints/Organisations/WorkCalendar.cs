namespace Complaints.Organisations;

/// <summary>A span of the working day, local wall time, <paramref name="To"/> not included. To = 00:00 means midnight at the end of
/// the day; a To before From is on the next morning.</summary>
public readonly record struct WorkPeriod(TimeOnly From, TimeOnly To)
{
    /// <summary>True for a night shift, which belongs to the day on which it begins.</summary>
    public bool IsOverMidnight => To < From && To != TimeOnly.MinValue;
}

/// <summary>When the organisation works. Business clocks run only inside these hours.</summary>
public sealed record WorkCalendar
{
    /// <summary>Days of an ordinary week on which people work.</summary>
    public required IReadOnlySet<DayOfWeek> WorkingDays { get; init; }

    /// <summary>Working periods of a working day, in order, not overlapping; several allow for lunch and split shifts, and the last may
    /// end on the next morning.</summary>
    public required IReadOnlyList<WorkPeriod> Hours { get; init; }

    /// <summary>Days on which nobody works although the week says so.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Days on which people work although the week says no (调休).</summary>
    public IReadOnlySet<DateOnly> MakeUpWorkingDays { get; init; } = new HashSet<DateOnly>();

    /// <summary>The month with which the fiscal year begins, 1..12.</summary>
    public int FiscalYearStart { get; init; } = 1;

    /// <summary>When only critical matters may disturb people; may span midnight. Null = never quiet.</summary>
    public WorkPeriod? QuietHours { get; init; }
}
