using BotFramework.Authentication;
using BotFramework.Hosting;
using BotFramework.Schema;

namespace ComplaintBot.Messaging.Receiving;

/// <summary>Stores what a channel delivers before it is told 202. An invoke and expectReplies wait for the answer of their turn.</summary>
public sealed class InboxReceiver(Inbox inbox) : IActivityReceiver
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<ReceiveResult> ReceiveAsync(Activity activity, AuthenticateRequestResult auth, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var receipt = await inbox.ReceiveAsync(activity, auth, cancellationToken);
        var waits = activity.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies;
        if (!waits)
            return ReceiveResult.Accepted;
        // No answer in time: the turn goes on; the channel may ask again and gets the stored answer.
        return await inbox.AnswerAsync(receipt, Inbox.AnswerDeadline, cancellationToken) is { } answer
            ? new(answer.Status, answer.Body)
            : ReceiveResult.Busy(TryAgain);
    }
}
