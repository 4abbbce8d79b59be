using ComplaintBot.BotService.Connector;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Storage;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>Shows people in Teams that the bot is at work while the answer to their words takes longer than a moment. The signal goes
/// past the outbox: worth nothing a moment later, it is never tried again and holds nothing up.</summary>
public sealed class TypingWhileWorking(IInboxTurn turn, IEnumerable<IOutboundChannel> channels, TimeProvider time) : IInboxTurn
{
    /// <summary>How long an answer may take before the signal is shown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    // Clients show it for about that long.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    private static readonly string Teams = LaneKey.Conversation(Channels.Msteams, "");
    private readonly IReadOnlyList<IOutboundChannel> _channels = [.. channels];

    /// <inheritdoc/>
    public async Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (item.Type != ActivityTypes.Message || !item.Lane.StartsWith(Teams, StringComparison.Ordinal))
            return await turn.RunAsync(item, work, cancellationToken);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(item, answered.Token);
        try
        {
            return await turn.RunAsync(item, work, cancellationToken);
        }
        finally
        {
            // Waited for, so that no signal comes behind the answer.
            await answered.CancelAsync();
            await typing;
        }
    }

    /// <inheritdoc/>
    public Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken) =>
        turn.TellFailedAsync(item, work, cancellationToken);

    private async Task TypeAsync(InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            for (var wait = Patience; ; wait = Again)
            {
                await Task.Delay(wait, time, cancellationToken);
                var reference = item.ReadActivity().GetConversationReference();
                var signal = ProtocolJson.Copy(new Activity(ActivityTypes.Typing)).ApplyConversationReference(reference);
                if (_channels.FirstOrDefault(c => c.Serves(reference)) is not { } channel)
                    return;
                await channel.DeliverAsync(new(item.Id, OutboxKind.Send, reference, signal, null), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Answered.
        }
        catch (ChannelFailureException)
        {
            // The answer itself will say whether the person can be reached.
        }
    }
}
