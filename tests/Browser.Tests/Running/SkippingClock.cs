namespace Browser.Tests.Running;

/// <summary>Time that runs by itself and is moved on by what a test skips; for the whole program, whose timers run on real time.</summary>
public sealed class SkippingClock : TimeProvider
{
    private TimeSpan _skipped;

    /// <summary>A clock that shows the real time.</summary>
    public SkippingClock() { }

    /// <summary>A clock that shows <paramref name="start"/> now.</summary>
    public SkippingClock(DateTimeOffset start) => _skipped = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _skipped;

    /// <summary>Moves it on.</summary>
    public void Skip(TimeSpan by) => _skipped += by;
}
