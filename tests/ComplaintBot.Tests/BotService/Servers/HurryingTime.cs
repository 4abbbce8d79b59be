using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.BotService.Servers;

/// <summary>A clock that moves only when told, and that can hurry from one wait on it to the next.</summary>
internal sealed class HurryingTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
{
    private readonly ConcurrentDictionary<DateTimeOffset, int> _ends = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            _ends.TryAdd(GetUtcNow() + dueTime, 0);
        return timer;
    }

    /// <summary>Moves from the end of one wait to that of the next until the work is done.</summary>
    public async Task RunAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            if (_ends.Keys.Order().Cast<DateTimeOffset?>().FirstOrDefault() is not { } end)
            {
                await Task.Delay(1);
                continue;
            }
            _ends.TryRemove(end, out _);
            if (end > GetUtcNow())
                SetUtcNow(end);
        }
        await work;
    }
}
