namespace Complaints.Simulation;

/// <summary>Chances drawn from a seed: the same seed gives the same draws on every machine.</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL);

    /// <summary>Dice of their own for one decision of one complaint: what others do does not shift them.</summary>
    public static Dice For(int seed, int complaint, int decision) =>
        new(unchecked((((long)seed * 1_000_003) + complaint) * 1_000_003 + decision));

    /// <summary>0 and more, below 1.</summary>
    public double Share()
    {
        // SplitMix64: short, and fixed by its definition, which System.Random is not.
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        var z = _state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>True in this share of the cases.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>0 and more, below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Share() * end);

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A waiting time around the mean: mostly shorter, sometimes much longer, in whole seconds, at most ten times the
    /// mean.</summary>
    public TimeSpan Around(TimeSpan mean) => TimeSpan.FromSeconds(Math.Round(Math.Min(-Math.Log(1 - Share()), 10) * mean.TotalSeconds));
}
