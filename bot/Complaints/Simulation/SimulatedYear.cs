using Complaints.Assignment;
using Complaints.FollowUp;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Simulation;

/// <summary>Plays a year of customers, staff, absences and promises against the real procedure in virtual time. Deterministic: the
/// same organisation, seed and number
/// give the same events. It holds no complaint: the caller loads and stores them, in memory or in a database.
/// <code>while (year.Next() is { } turn) store(year.Play(turn, turn.Kind == TurnKind.Filed ? null : load(turn.Ticket)));</code></summary>
public sealed class SimulatedYear
{
    private readonly Organisation _organisation;
    private readonly int _seed;
    private readonly Arrivals _arrivals;
    private readonly People _people;
    private readonly PriorityQueue<(Turn Turn, int Token), (DateTimeOffset At, long Order)> _queue = new();
    private readonly Dictionary<int, Plan> _plans = [];
    private readonly Dictionary<string, Workload> _workloads = [];
    private readonly SortedDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private long _order;

    /// <summary>A year from <paramref name="from"/> with so many complaints.</summary>
    public SimulatedYear(Organisation organisation, int seed, int complaints, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        (_organisation, _seed, Until) = (organisation, seed, from.AddYears(1));
        (_arrivals, _people) = (new(organisation, seed, complaints, from), new(organisation));
        for (var i = 0; i < complaints; i++)
            Enqueue(new(i, _arrivals.Tickets[i], _arrivals.Times[i], TurnKind.Filed), 0);
    }

    /// <summary>The end of the year: nothing happens at or after it.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>What people tried and the procedure refused, by refusal code.</summary>
    public IReadOnlyDictionary<string, int> Refusals => _refusals;

    /// <summary>What everybody carries now.</summary>
    public IReadOnlyDictionary<string, Workload> Workloads => _workloads;

    /// <summary>The next thing that happens; null at the end of the year.</summary>
    public Turn? Next()
    {
        while (_queue.TryDequeue(out var next, out _))
        {
            if (next.Turn.At >= Until)
                return null;
            var current = next.Turn.Kind switch
            {
                TurnKind.Person => _plans[next.Turn.Number].ActToken == next.Token,
                TurnKind.Timer => _plans[next.Turn.Number].TimerToken == next.Token,
                _ => true,
            };
            if (current)
                return next.Turn;
        }
        return null;
    }

    /// <summary>Lets it happen to the complaint as stored (null for a new one) and returns the complaint to store.</summary>
    public Complaint Play(Turn turn, Complaint? complaint)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (ownerBefore, openBefore) = complaint is null ? (null, false) : (complaint.Owner, complaint.IsOpen);
        if (turn.Kind == TurnKind.Filed)
        {
            complaint = File(turn);
            _plans[turn.Number] = new();
        }
        else if (turn.Kind == TurnKind.Timer)
        {
            Do(complaint!, Actor.System, new RunTimers(), turn.At);
        }
        else if (_plans[turn.Number].Act is { } act)
        {
            Do(complaint!, act.By, act.Command, turn.At);
            _plans[turn.Number].Situation = "";
        }
        Carry(ownerBefore, openBefore, complaint!, turn.At);
        PlanNext(turn, complaint!);
        return complaint!;
    }

    private Complaint File(Turn turn)
    {
        var (customer, command) = _arrivals.Filed(turn.Number);
        var (complaint, outcome) = ComplaintDesk.File(turn.Ticket, command, As(customer, turn.At));
        return complaint ?? throw new InvalidOperationException($"{turn.Ticket} was not filed: {outcome.Refusal?.Code}");
    }

    private void Do(Complaint complaint, Actor by, Command command, DateTimeOffset at)
    {
        if (ComplaintDesk.Do(complaint, command, As(by, at)).Refusal is { } refusal)
            _refusals[$"{command.Verb}: {refusal.Code}"] = _refusals.GetValueOrDefault($"{command.Verb}: {refusal.Code}") + 1;
    }

    private CommandContext As(Actor who, DateTimeOffset at) =>
        new(_organisation, at, who, who.Kind == ActorKind.Customer ? Channel.Web : Channel.Teams) { Workloads = _workloads };

    private void Carry(string? ownerBefore, bool openBefore, Complaint complaint, DateTimeOffset at)
    {
        var (before, after) = (openBefore ? ownerBefore : null, complaint.IsOpen ? complaint.Owner : null);
        if (before == after)
            return;
        if (before is not null)
            _workloads[before] = _workloads[before] with { Open = _workloads[before].Open - 1 };
        if (after is not null)
            _workloads[after] = _workloads.GetValueOrDefault(after) with
            {
                Open = _workloads.GetValueOrDefault(after).Open + 1,
                LastAssigned = at,
            };
    }

    private void PlanNext(Turn turn, Complaint complaint)
    {
        var plan = _plans[turn.Number];
        if (Timers.Next(complaint, _organisation) is { } timer && timer < Until)
            Enqueue(turn with { At = timer > turn.At ? timer : turn.At, Kind = TurnKind.Timer }, ++plan.TimerToken);
        else
            plan.TimerToken++;
        // A reminder alone does not make people begin anew.
        var situation = Situation(complaint);
        if (situation == plan.Situation)
            return;
        (plan.Situation, plan.Act) = (situation, _people.Next(complaint, turn.At, Dice.For(_seed, turn.Number, plan.Decisions++)));
        plan.ActToken++;
        if (plan.Act is { } act)
            Enqueue(turn with { At = act.At > turn.At ? act.At : turn.At.AddMinutes(1), Kind = TurnKind.Person }, plan.ActToken);
    }

    private static string Situation(Complaint c) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{c.State}|{c.Owner}|{c.Answerable}|{c.Round}|{c.Hold is null}|{c.PlanWaitsForApproval}|{c.OpenMeasures.Count()}|{c.ReopenCount}|{c.OpenSurvey?.Round}|{c.Deadlines.Count(d => d.Pending)}"
        );

    private void Enqueue(Turn turn, int token) => _queue.Enqueue((turn, token), (turn.At, _order++));

    // What is meant to happen next to one complaint; tokens make what was meant before void.
    private sealed class Plan
    {
        public string Situation { get; set; } = "";

        public Act? Act { get; set; }

        public int ActToken { get; set; }

        public int TimerToken { get; set; }

        public int Decisions { get; set; }
    }
}
