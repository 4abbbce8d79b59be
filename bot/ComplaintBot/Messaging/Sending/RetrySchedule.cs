namespace ComplaintBot.Messaging.Sending;

/// <summary>How long the sender waits before the next try: two seconds, doubled each time, at most five minutes, one fifth more or less by
/// chance (which gives numbers 0..1) so that many lanes do not come back at one moment. Never earlier than the channel asked for.</summary>
public sealed class RetrySchedule(Func<double> chance)
{
    /// <summary>A message that could not be sent for so long is given up.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The schedule with the process's own randomness.</summary>
    public RetrySchedule()
        : this(Random.Shared.NextDouble) { }

    /// <summary>The wait after a number of failed tries (from 1).</summary>
    public TimeSpan After(int attempts, TimeSpan? asked = null)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempts - 1, 20));
        var wait = (doubled < Longest ? doubled : Longest) * (0.8 + 0.4 * chance());
        return asked > wait ? asked.Value : wait;
    }
}
