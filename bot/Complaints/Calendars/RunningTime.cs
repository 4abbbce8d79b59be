namespace Complaints.Calendars;

/// <summary>The stretches of time in which a clock is not paused.</summary>
internal static class RunningTime
{
    /// <summary>What remains of the time from <paramref name="start"/> on when the pauses are taken away, in order, in UTC.
    /// The last stretch ends at <see cref="DateTime.MaxValue"/> unless a pause is still open.</summary>
    public static IEnumerable<(DateTime From, DateTime To)> From(DateTime start, IReadOnlyList<Pause> pauses)
    {
        var from = start;
        foreach (var pause in Merged(start, pauses))
        {
            if (pause.From > from)
                yield return (from, pause.From);
            from = pause.To;
        }
        if (from < DateTime.MaxValue)
            yield return (from, DateTime.MaxValue);
    }

    /// <summary>The pauses after <paramref name="start"/>, ordered, overlapping and touching ones joined, in UTC. An open pause
    /// ends at <see cref="DateTime.MaxValue"/>.</summary>
    public static List<(DateTime From, DateTime To)> Merged(DateTime start, IReadOnlyList<Pause> pauses)
    {
        var merged = new List<(DateTime From, DateTime To)>(pauses.Count);
        var clipped = pauses
            .Select(p => (From: Later(p.From.UtcDateTime, start), To: p.To?.UtcDateTime ?? DateTime.MaxValue))
            .Where(p => p.From < p.To)
            .OrderBy(p => p.From);
        foreach (var pause in clipped)
        {
            if (merged.Count > 0 && pause.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Later(merged[^1].To, pause.To));
            else
                merged.Add(pause);
        }
        return merged;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
