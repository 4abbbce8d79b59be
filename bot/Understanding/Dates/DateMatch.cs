namespace Understanding.Dates;

/// <summary>Words of a text that name a day or a stretch of days. <paramref name="Start"/> and <paramref name="Length"/> count
/// UTF-16 units of the text; <paramref name="From"/> and <paramref name="To"/> are whole days, both included.
/// <see cref="DateOnly.MinValue"/> as From means: open towards the past.</summary>
public sealed record DateMatch(int Start, int Length, string Text, DateOnly From, DateOnly To)
{
    /// <summary>True for words that name a time only loosely ("the week", "最近", "前几天"): good for a search, too weak to be put on
    /// record as a fact.</summary>
    public bool IsVague { get; init; }
}

/// <summary>How the last day of "from A to B" and of "the last N days" is read.</summary>
public enum RangeReading
{
    /// <summary>As people here mean it: B belongs to it, and the last 7 days end today.</summary>
    IncludesEnd,

    /// <summary>As the public date specifications have it: it stops when B begins, and the last 7 days end yesterday.</summary>
    ExcludesEnd,
}
