namespace ComplaintBot.BotService.Connector;

/// <summary>So many calls in so much time.</summary>
/// <param name="Calls">Calls allowed in any stretch of that length.</param>
/// <param name="Span">The length.</param>
public readonly record struct RateWindow(int Calls, TimeSpan Span);

/// <summary>
/// Hands out times for calls so that no window ever holds more than its number. Times are handed out in order of asking. Each window is
/// kept a little longer than stated, since calls bunch up on their way.
/// </summary>
internal sealed class SlidingWindows(IReadOnlyList<RateWindow> windows)
{
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(150);

    private readonly int _longest = windows.Max(w => w.Calls);
    private readonly List<DateTimeOffset> _recent = [];

    /// <summary>When the last call handed out leaves.</summary>
    public DateTimeOffset Last => _recent.Count == 0 ? DateTimeOffset.MinValue : _recent[^1];

    /// <summary>The time at which the next call may leave; it is then taken.</summary>
    public DateTimeOffset Take(DateTimeOffset now)
    {
        var at = now > Last ? now : Last;
        foreach (var window in windows)
        {
            if (_recent.Count >= window.Calls && _recent[^window.Calls] + window.Span + Jitter is var free && free > at)
                at = free;
        }

        _recent.Add(at);
        // Twice the longest window, so that the list is cut seldom.
        if (_recent.Count >= 2 * _longest)
            _recent.RemoveRange(0, _recent.Count - _longest);
        return at;
    }
}
