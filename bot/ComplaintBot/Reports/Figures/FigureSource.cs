namespace ComplaintBot.Reports.Figures;

/// <summary>Where a figure's rows come from, each on one day. <paramref name="Day"/> is that day's column; <paramref name="Numerator"/> and
/// <paramref name="Also"/> are what one row adds to the sums. In <see cref="Now"/>, <c>{now}</c> and <c>{today}</c> are the
/// present.</summary>
internal sealed record FigureSource(string Day, string Numerator, string Also = "0")
{
    /// <summary>The table of the facts, <c>x</c> in the other texts; null when they stand with the complaint itself.</summary>
    public string? Table { get; init; }

    /// <summary>Which rows count, as far as that follows from what is stored.</summary>
    public string? Is { get; init; }

    /// <summary>Which rows count at this moment. A source that has it cannot be summed up beforehand.</summary>
    public string? Now { get; init; }

    /// <summary>A second day that must lie after the period's end.</summary>
    public string? EndedAfter { get; init; }

    /// <summary>What one row adds to the denominator.</summary>
    public string Rows { get; init; } = "1";

    /// <summary>The column of the department that answers for a row.</summary>
    public string Department { get; init; } = "c.department";

    /// <summary>True when a complaint counts once a bucket however many rows it has.</summary>
    public bool OncePerComplaint { get; init; }

    /// <summary>True when sums a day say all there is to it.</summary>
    public bool IsSummed => Now is null && !OncePerComplaint;

    /// <summary>The rows, whatever their day.</summary>
    public string From => Table is null ? "complaints c" : $"{Table} x JOIN complaints c ON c.ticket = x.ticket";
}
