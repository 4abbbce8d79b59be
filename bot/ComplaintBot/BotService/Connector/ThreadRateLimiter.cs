using System.Collections.Concurrent;

namespace ComplaintBot.BotService.Connector;

/// <summary>Keeps Teams' limits by waiting before a call: per conversation 7 sends in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour,
/// and 50 calls a second per directory. It counts what this process sends.</summary>
public sealed class ThreadRateLimiter(TimeProvider time)
{
    private static readonly RateWindow[] SendWindows =
    [
        new(7, Seconds(1)),
        new(8, Seconds(2)),
        new(60, Seconds(30)),
        new(1800, Seconds(3600)),
    ];
    private static readonly RateWindow[] TenantWindows = [new(50, Seconds(1))];

    // After this long nothing of a conversation counts any more.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(3601);
    private static readonly TimeSpan CleaningPeriod = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, SlidingWindows> _windows = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private DateTimeOffset _cleanAt = time.GetUtcNow() + CleaningPeriod;

    /// <summary>Conversations and directories that are remembered now.</summary>
    public int Remembered => _windows.Count;

    /// <summary>Waits until the call may leave.</summary>
    public async Task WaitAsync(string conversationId, string? tenantId, CancellationToken cancellationToken)
    {
        await WaitAsync($"thread|{conversationId}", SendWindows, cancellationToken);
        // One after the other: a conversation that has to wait must not take a place of its directory far ahead of the others.
        if (!string.IsNullOrEmpty(tenantId))
            await WaitAsync($"tenant|{tenantId}", TenantWindows, cancellationToken);
    }

    private Task WaitAsync(string key, RateWindow[] windows, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Clean(now);
            wait = Windows(key, windows).Take(now) - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    private SlidingWindows Windows(string key, RateWindow[] windows) => _windows.GetOrAdd(key, _ => new SlidingWindows(windows));

    private void Clean(DateTimeOffset now)
    {
        if (now < _cleanAt)
            return;
        _cleanAt = now + CleaningPeriod;
        foreach (var (key, windows) in _windows)
        {
            if (windows.Last + Memory < now)
                _windows.TryRemove(key, out _);
        }
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
