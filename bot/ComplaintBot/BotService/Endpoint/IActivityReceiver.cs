using System.Text.Json;
using ComplaintBot.BotService.Proof;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ComplaintBot.BotService.Endpoint;

/// <summary>Takes authenticated activities: stores them, runs their turns.</summary>
public interface IActivityReceiver
{
    /// <summary>
    /// Takes one activity. When this returns <see cref="ReceiveResult.Accepted"/> the activity must be safe, since the channel will not
    /// send it again. The token never follows the HTTP request: a client that hangs up stops no turn.
    /// </summary>
    Task<ReceiveResult> ReceiveAsync(Activity activity, Caller caller, CancellationToken cancellationToken);
}

/// <summary>What the sender of an activity is told.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body; null for an empty one.</param>
/// <param name="RetryAfter">When to try again, for refusals that pass.</param>
public sealed record ReceiveResult(int Status, JsonElement? Body = null, TimeSpan? RetryAfter = null)
{
    /// <summary>202 without a body: stored, the answer comes later.</summary>
    public static ReceiveResult Accepted { get; } = new(202);

    /// <summary>The answer to an invoke; null means that nothing took it: 501.</summary>
    public static ReceiveResult Invoke(InvokeResponse? response) =>
        response is null ? new(501) : new(response.Status, ProtocolJson.ToElement(response.Body));

    /// <summary>503: not stored, try again later.</summary>
    public static ReceiveResult Busy(TimeSpan retryAfter) => new(503, null, retryAfter);

    /// <summary>429: this sender is too fast.</summary>
    public static ReceiveResult TooManyRequests(TimeSpan retryAfter) => new(429, null, retryAfter);
}
