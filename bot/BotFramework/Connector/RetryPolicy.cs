namespace BotFramework.Connector;

/// <summary>
/// When a call is tried again: 408, 412, 429, 502, 503, 504, and no answer at all. Gaps grow from 2 s to 30 s, give or take a fifth;
/// Retry-After is a lower bound. Not 500, which the channels' documents exclude. A repeated send may arrive twice.
/// </summary>
public sealed class RetryPolicy(int maxAttempts, Random? random = null)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Random _random = random ?? Random.Shared;

    /// <summary>How long to wait before the next try; null when there is none. A longer wish of the channel is left to whoever
    /// stores the message.</summary>
    public TimeSpan? NextDelay(ErrorResponseException failure, int attemptsMade)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (attemptsMade >= maxAttempts || !IsRepeatable(failure))
            return null;
        var gap = First * Math.Pow(2, attemptsMade - 1);
        gap = (gap < Longest ? gap : Longest) * (0.8 + (0.4 * _random.NextDouble()));
        if (failure.RetryAfter is not { } asked)
            return gap;
        return asked > Longest ? null
            : asked > gap ? asked
            : gap;
    }

    private static bool IsRepeatable(ErrorResponseException failure) =>
        failure.Failure == ConnectorFailure.Retry && (int?)failure.Status is null or 408 or 412 or 429 or 502 or 503 or 504;
}
