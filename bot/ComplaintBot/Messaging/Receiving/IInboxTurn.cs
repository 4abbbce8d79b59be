using ComplaintBot.Storage;
using Microsoft.Bot.Builder;

namespace ComplaintBot.Messaging.Receiving;

/// <summary>What is done with an activity. May be called several times for one activity (after a crash, a conflict, a failure): its only
/// effects are the writes it adds to the unit of work, of which exactly one set is committed.</summary>
public interface IInboxTurn
{
    /// <summary>Runs the turn; answers what the channel's request shall get (invokes and expectReplies), or null.</summary>
    Task<InvokeResponse?> RunAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken);

    /// <summary>Tells the person that this one could not be handled, after the last try; the conversation goes on with what came
    /// after it.</summary>
    Task<InvokeResponse?> TellFailedAsync(InboxItem item, UnitOfWork work, CancellationToken cancellationToken);
}
