using ComplaintBot.Conversations;
using ComplaintBot.People;
using ComplaintBot.Storage;
using ComplaintBot.Workers;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Procedure;
using Complaints.Quality;

namespace ComplaintBot.Quality;

/// <summary>Compares every new complaint and every new cause with what was before: the same problem again is linked and the measure
/// that failed is void; many at once are
/// one emergency (docs/procedure.md §8). Off the customer's way, so that a thousand people who complain at once do not wait for each
/// other.</summary>
public sealed class PatternWorker(
    Database database,
    ComplaintStore complaints,
    PatternStore patterns,
    OrganisationSource organisation,
    TurnEnd end,
    TimeProvider time,
    ILogger<PatternWorker> log
) : PeriodicWorker(time, log)
{
    private const int Batch = 50;

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override string Failure => "Complaints could not be compared";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken) => await CompareAsync(cancellationToken) > 0;

    /// <summary>Compares what is marked; returns how many complaints that were. What is compared together is written together: in an
    /// outage a thousand complaints join one emergency, which is then read and written some twenty times and not a thousand.</summary>
    public async Task<int> CompareAsync(CancellationToken cancellationToken)
    {
        var marked = await patterns.NextAsync(Batch, cancellationToken);
        try
        {
            await CompareAsync(marked, cancellationToken);
            return marked.Count;
        }
        catch (Exception e) when (e is not OperationCanceledException && marked.Count > 1)
        {
            Log.LogWarning(e, "{Number} complaints could not be compared together; each is now compared alone.", marked.Count);
            return await CompareOneByOneAsync(marked, cancellationToken);
        }
    }

    private async Task<int> CompareOneByOneAsync(IReadOnlyList<ToCompare> marked, CancellationToken cancellationToken)
    {
        var compared = 0;
        foreach (var one in marked)
        {
            try
            {
                await CompareAsync([one], cancellationToken);
                compared++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that fails must not hold up the others; its mark stays.
                Log.LogError(e, "{Ticket} could not be compared.", one.Ticket);
            }
        }
        return compared;
    }

    private Task CompareAsync(IReadOnlyList<ToCompare> marked, CancellationToken cancellationToken) =>
        marked.Count == 0
            ? Task.CompletedTask
            : UnitOfWork.RunAsync(
                database,
                async work =>
                {
                    var context = new CommandContext(organisation.Current, Time.GetUtcNow(), Actor.System, Channel.Teams);
                    var seen = new Touched(complaints, context);
                    foreach (var one in marked)
                    {
                        await CompareAsync(one, seen, cancellationToken);
                        work.Add(PatternStore.Compared(one));
                    }
                    foreach (var changed in seen.Changed)
                        end.Write(changed, context.Organisation, context.Now, work);
                },
                cancellationToken
            );

    private async Task CompareAsync(ToCompare marked, Touched seen, CancellationToken cancellationToken)
    {
        if (
            await seen.LoadAsync(marked.Ticket, cancellationToken) is not { Kind: RecordKind.Complaint } complaint
            || complaint.Accused.Count > 0
        )
            return;
        await RecurrenceAsync(complaint, seen, cancellationToken);
        if (complaint.IsOpen)
            await BurstAsync(complaint, seen, cancellationToken);
    }

    private async Task RecurrenceAsync(Complaint complaint, Touched seen, CancellationToken cancellationToken)
    {
        var problem = PatternStore.Of(complaint);
        var watch = seen.Context.Organisation.Quality.Effectiveness;
        var since = problem.ReceivedAt.AddMonths(-watch.Months).AddDays(-watch.Days - 1) - watch.Time;
        var earlier = Recurrence.Find(
            problem,
            await patterns.ClosedLikeAsync(problem, since, cancellationToken),
            seen.Context.Organisation.Quality
        );
        if (earlier is null || await seen.LoadAsync(earlier.Ticket, cancellationToken) is not { } before)
            return;
        seen.Do(
            complaint,
            new Link(before.Ticket, LinkKind.Recurrence)
            {
                Cause = before.Cause?.Text,
                Measure = before.CaseReport?.Prevention ?? (before.Plan is [.., var last] ? last.Text : null),
            }
        );
        if (before.Pending(DeadlineKind.Effectiveness) is not null)
            seen.Do(before, new JudgeEffectiveness(Effective: false, complaint.Ticket, Reason: null));
    }

    private async Task BurstAsync(Complaint complaint, Touched seen, CancellationToken cancellationToken)
    {
        var policy = seen.Context.Organisation.Quality;
        var problem = PatternStore.Of(complaint);
        var recent = await patterns.RecentAsync(problem, problem.ReceivedAt - policy.BurstWindow.ToTimeSpan(), cancellationToken);
        var similar = Burst.Find(problem, recent.Select(r => r.Problem), policy);
        if (similar.Count == 0)
            return;
        // What this round linked does not stand in the database yet.
        var burstOf = recent.ToDictionary(r => r.Problem.Ticket, r => seen.BurstOf(r.Problem.Ticket) ?? r.BurstOf);
        var headTicket = similar.Select(s => burstOf.GetValueOrDefault(s.Ticket)).FirstOrDefault(h => h is not null) ?? similar[0].Ticket;
        if (await seen.LoadAsync(headTicket, cancellationToken) is not { IsOpen: true } head)
            return;
        var fresh = similar.Where(s => s.Ticket != head.Ticket && burstOf.GetValueOrDefault(s.Ticket) is null).ToList();
        seen.Do(head, new RaiseBurst([.. fresh.Select(s => s.Ticket)]));
        foreach (var one in fresh)
        {
            if (await seen.LoadAsync(one.Ticket, cancellationToken) is { } member)
                seen.Do(member, new Link(head.Ticket, LinkKind.Burst));
        }
    }

    // The complaints of one comparison, each loaded once, so that what one rule changed the next one sees.
    private sealed class Touched(ComplaintStore complaints, CommandContext context)
    {
        private readonly Dictionary<string, Complaint?> _loaded = new(StringComparer.Ordinal);

        public CommandContext Context => context;

        public IEnumerable<Complaint> Changed => _loaded.Values.OfType<Complaint>().Where(c => c.NewEvents.Any());

        public async Task<Complaint?> LoadAsync(string ticket, CancellationToken cancellationToken)
        {
            if (!_loaded.TryGetValue(ticket, out var known))
                _loaded[ticket] = known = await complaints.LoadAsync(ticket, cancellationToken);
            return known;
        }

        /// <summary>The head of the burst that a loaded complaint belongs to.</summary>
        public string? BurstOf(string ticket) => _loaded.GetValueOrDefault(ticket) is { } known ? PatternKeys.BurstOf(known) : null;

        public void Do(Complaint complaint, Command command)
        {
            if (ComplaintDesk.Do(complaint, command, context).Refusal is { } refusal)
                throw new InvalidOperationException($"{command.Verb} of {complaint.Ticket} was refused: {refusal.Code}.");
        }
    }
}
