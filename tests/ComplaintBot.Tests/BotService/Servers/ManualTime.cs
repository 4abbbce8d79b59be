namespace ComplaintBot.Tests.BotService.Servers;

/// <summary>A clock that moves only when told; waits on it end in order of their due time.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _timers = [];
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many waits are pending.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
                return _timers.Count;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (true)
        {
            Waiting? due;
            lock (_gate)
            {
                due = _timers.Where(t => t.Due <= until).MinBy(t => t.Due);
                _now =
                    due is null ? until
                    : due.Due > _now ? due.Due
                    : _now;
                if (due is null)
                    return;
                if (due.Period > TimeSpan.Zero)
                    due.Due += due.Period;
                else
                    _timers.Remove(due);
            }

            due.Fire();
        }
    }

    /// <summary>
    /// Waits until somebody waits on this clock for no longer than <paramref name="atMost"/> (longer waits are time-outs of calls under
    /// way), then moves it to the end of the shortest wait and returns how far it moved.
    /// </summary>
    public async Task<TimeSpan> AdvanceToNextAsync(TimeSpan? atMost = null)
    {
        while (true)
        {
            if (TryAdvanceToNext(atMost ?? TimeSpan.MaxValue) is { } wait)
                return wait;
            await Task.Delay(1);
        }
    }

    /// <summary>Moves the clock from wait to wait until the work is done; returns the waits.</summary>
    public async Task<List<TimeSpan>> RunAsync(Task work, TimeSpan? atMost = null)
    {
        var waits = new List<TimeSpan>();
        while (!work.IsCompleted)
        {
            if (TryAdvanceToNext(atMost ?? TimeSpan.MaxValue) is { } wait)
                waits.Add(wait);
            else
                await Task.Delay(1);
        }

        await work;
        return waits;
    }

    private TimeSpan? TryAdvanceToNext(TimeSpan atMost)
    {
        TimeSpan? next;
        lock (_gate)
            next = _timers.Count == 0 ? null : _timers.Min(t => t.Due) - _now;
        if (next is not { } wait || wait > atMost)
            return null;
        Advance(wait);
        return wait;
    }

    private sealed class Waiting(ManualTime owner, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                owner._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = owner._now + dueTime;
                Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                owner._timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (owner._gate)
                owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
