using ComplaintBot.Conversations;
using ComplaintBot.People;
using ComplaintBot.Storage;
using ComplaintBot.Telemetry;
using ComplaintBot.Workers;
using Complaints;
using Complaints.Deadlines;
using Complaints.Procedure;

namespace ComplaintBot.FollowUp;

/// <summary>Does what is due by time: claims complaints whose next timer has come and lets the domain act. Several processes share
/// the work; what passed while none
/// ran is done at start.</summary>
public sealed class TimerWorker(
    Database database,
    ComplaintStore complaints,
    ITurnStore store,
    OrganisationSource organisation,
    TurnEnd end,
    ReminderLoad load,
    ReminderDigests digests,
    HeldSending held,
    QueueSweep queue,
    LeaverSweep leavers,
    TimeProvider time,
    ILogger<TimerWorker> log
) : PeriodicWorker(time, log)
{
    // How many are claimed at once, and how long one process may work on them before another takes over.
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);
    private DateTimeOffset _nextRound;

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override string Failure => "Timers could not run";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await RunRoundAsync(cancellationToken);
        await held.SendDueAsync(organisation.Current, Time.GetUtcNow(), cancellationToken);
        return await RunDueAsync(cancellationToken) > 0;
    }

    // What is looked at every half minute: digests whose time has come, what leavers left, queues that somebody may have become free for.
    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        if (now < _nextRound)
            return;
        _nextRound = now + Round;
        await digests.SendDueAsync(organisation.Current, now, cancellationToken);
        await leavers.RunAsync(organisation.Current, now, cancellationToken);
        await queue.RunAsync(organisation.Current, now, cancellationToken);
    }

    /// <summary>Does everything that is due now; returns how many complaints had something to do.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var due = await complaints.ClaimDueAsync(Time.GetUtcNow(), Lease, Batch, cancellationToken);
        foreach (var ticket in due)
        {
            try
            {
                using var span = Spans.Continue("timers", System.Diagnostics.ActivityKind.Internal, mark: null);
                span?.SetTag("complaint.ticket", ticket);
                await UnitOfWork.RunAsync(database, work => RunAsync(ticket, work, cancellationToken), cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One broken complaint must not stop the reminders of the others; its claim runs out and it is tried again.
                Log.LogError(e, "Timers of {Ticket} failed.", ticket);
            }
        }
        return due.Count;
    }

    private async Task RunAsync(string ticket, UnitOfWork work, CancellationToken cancellationToken)
    {
        var complaint = await complaints.LoadAsync(ticket, cancellationToken);
        if (complaint is null)
            return;
        var current = organisation.Current;
        var now = Time.GetUtcNow();
        var context = new CommandContext(current, now, Actor.System, Channel.Teams)
        {
            Workloads = await store.WorkloadsAsync(cancellationToken),
        };
        // One command does each due promise once; several may follow from it at the same moment.
        for (var round = 0; round < 20 && Timers.Next(complaint, current) <= now; round++)
        {
            var outcome = ComplaintDesk.Do(complaint, new RunTimers(), context);
            if (!outcome.Ok)
                throw new InvalidOperationException($"The timers of {ticket} were refused: {outcome.Refusal!.Code}.");
        }
        if (complaint.NewEvents.Any())
        {
            var bundled = await load.BundledAsync(complaint, current, now, cancellationToken);
            work.Add(ReminderLoad.Count(complaint, bundled, current, now));
            end.Write(complaint, current, now, work, bundled);
        }
        else
            work.Add(complaints.Reschedule(complaint, current));
    }
}
