using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Handling;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.FollowUp;

/// <summary>Gives what waits in queues to whoever has become free: first in, first out (a freed person must not get the
/// newest).</summary>
public sealed class QueueSweep(Database database, ComplaintStore complaints, ITurnStore store, TurnEnd end)
{
    private const int Most = 100;

    /// <summary>Looks at every waiting complaint once, the longest waiting first; returns how many found an owner.</summary>
    public async Task<int> RunAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await database.QueryAsync<string>(
            "SELECT ticket FROM complaints WHERE owner IS NULL AND is_open = 1 ORDER BY received_at, ticket LIMIT @Most",
            new { Most },
            cancellationToken
        );
        var found = 0;
        foreach (var ticket in waiting)
            await UnitOfWork.RunAsync(
                database,
                async work => found += await AssignAsync(ticket, organisation, now, work, cancellationToken) ? 1 : 0,
                cancellationToken
            );
        return found;
    }

    private async Task<bool> AssignAsync(
        string ticket,
        Organisation organisation,
        DateTimeOffset now,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        if (await complaints.LoadAsync(ticket, cancellationToken) is not { State: ComplaintState.Received, Owner: null } complaint)
            return false;
        var context = new CommandContext(organisation, now, Actor.System, Channel.Teams)
        {
            Workloads = await store.WorkloadsAsync(cancellationToken),
        };
        if (!OwnerFinder.SomebodyIsFree(complaint, context))
            return false;
        var outcome = ComplaintDesk.Do(complaint, new AssignAutomatically(), context);
        if (!outcome.Ok)
            throw new InvalidOperationException($"The waiting {ticket} could not be assigned: {outcome.Refusal!.Code}.");
        end.Write(complaint, organisation, now, work);
        return complaint.Owner is not null;
    }
}
