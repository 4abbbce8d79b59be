using System.Data.Common;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Proof;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Receiving;

/// <summary>What stands between the endpoint and the inbox: says 202 when the activity is stored, waits for the answers that a channel
/// waits for, and asks the channel to come back when nothing can be stored now.</summary>
public sealed partial class ActivityReceiver(Inbox inbox, IFailureNotice notice, ILogger<ActivityReceiver> log) : IActivityReceiver
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<ReceiveResult> ReceiveAsync(Activity activity, Caller caller, CancellationToken cancellationToken)
    {
        // Worth nothing a moment later.
        if (activity.Type == ActivityTypes.Typing)
            return ReceiveResult.Accepted;
        try
        {
            var receipt = await inbox.ReceiveAsync(activity, caller, cancellationToken);
            var isInvoke = activity.Type == ActivityTypes.Invoke;
            if (!isInvoke && activity.DeliveryMode != DeliveryModes.ExpectReplies)
                return ReceiveResult.Accepted;
            var answer = await inbox.AnswerAsync(receipt, Inbox.AnswerDeadline, cancellationToken);
            return answer is not null ? ReceiveResult.Invoke(answer)
                : isInvoke ? ReceiveResult.Invoke(Late(activity))
                : ReceiveResult.Accepted;
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            NotStored(log, e);
            return ReceiveResult.Busy(ComeBackAfter);
        }
    }

    // A card shows a sentence; everything else gets what a gateway would say, and may ask again for the stored answer.
    private InvokeResponse Late(Activity invoke) =>
        invoke.Name == CardAnswers.InvokeName
            ? new() { Status = StatusCodes.Status200OK, Body = CardAnswers.Message(notice.StillWorking(invoke)) }
            : new() { Status = StatusCodes.Status504GatewayTimeout };

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity could not be stored; the channel was asked to come back.")]
    private static partial void NotStored(ILogger log, Exception exception);
}
