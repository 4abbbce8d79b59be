namespace DirectLine.Access;

/// <summary>So many at once (<paramref name="Burst"/> ≥ 1), then one more each <paramref name="Every"/>.</summary>
public sealed record RateLimit(int Burst, TimeSpan Every);

/// <summary>How much one visitor may do. The counts live in the store, so that several processes count together.</summary>
public sealed record DirectLineLimits
{
    /// <summary>Activities of one user, over all conversations.</summary>
    public RateLimit PerUser { get; init; } = new(60, TimeSpan.FromSeconds(1));

    /// <summary>Activities in one conversation.</summary>
    public RateLimit PerConversation { get; init; } = new(60, TimeSpan.FromSeconds(1));

    /// <summary>Activities, tokens and starts from one address; many customers can sit behind one.</summary>
    public RateLimit PerAddress { get; init; } = new(600, TimeSpan.FromMilliseconds(50));

    /// <summary>Uploaded megabytes (begun ones count) of one user.</summary>
    public RateLimit UploadMegabytesPerUser { get; init; } = new(100, TimeSpan.FromSeconds(5));

    /// <summary>Reads and stream openings of one conversation; counted in each process for itself, as it only protects that
    /// process.</summary>
    public RateLimit ReadsPerConversation { get; init; } = new(100, TimeSpan.FromMilliseconds(100));

    /// <summary>All of them, for checks.</summary>
    public IEnumerable<RateLimit> All() => [PerUser, PerConversation, PerAddress, UploadMegabytesPerUser, ReadsPerConversation];
}

/// <summary>One thing to count: <paramref name="Cost"/> units against the limit of a key such as <c>user:dl_1</c>.</summary>
public sealed record RateCharge(string Key, RateLimit Limit, int Cost = 1);

/// <summary>The arithmetic of a limit (generic cell rate algorithm): the only state of a key is the time at which it is empty
/// again.</summary>
public static class RateArithmetic
{
    /// <summary>The key's new time when the charge fits, or how long to wait until it does. <paramref name="emptyAt"/> = the stored
    /// time, null when none.</summary>
    public static (DateTimeOffset? NewEmptyAt, TimeSpan Wait) Charge(RateCharge charge, DateTimeOffset? emptyAt, DateTimeOffset now)
    {
        var start = emptyAt is { } at && at > now ? at : now;
        var next = start + charge.Limit.Every * charge.Cost;
        var wait = next - now - charge.Limit.Every * charge.Limit.Burst;
        return wait <= TimeSpan.Zero ? (next, TimeSpan.Zero) : (null, wait);
    }
}
