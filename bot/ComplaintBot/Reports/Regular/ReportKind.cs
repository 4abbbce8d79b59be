namespace ComplaintBot.Reports.Regular;

/// <summary>Reports that come by themselves.</summary>
public enum ReportKind
{
    /// <summary>The digest of a working day: what is open, late, due today, new.</summary>
    Daily,

    /// <summary>The quality report of the week before, on the first working day of a week.</summary>
    Weekly,

    /// <summary>The quality report of the month before, on the first working day of a month.</summary>
    Monthly,
}
