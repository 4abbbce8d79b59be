using Complaints.Assignment;
using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Simulation;

/// <summary>Plays a year of customers, staff, absences and promises against the real procedure in virtual time. Deterministic: the
/// same organisation, seed and number give the same events. It holds no complaint: the caller loads and stores them, in memory or in
/// a database. <code>
/// while (year.Next() is { } h)
///     store(year.Play(h, h.Kind == HappeningKind.Filed ? null : load(h.Ticket)));
/// </code></summary>
public sealed class SimulatedYear
{
    private readonly Organisation _organisation;
    private readonly int _seed;
    private readonly Arrivals _arrivals;
    private readonly People _people;
    private readonly PriorityQueue<(Happening What, int Token), (DateTimeOffset At, long Order)> _queue = new();
    private readonly Dictionary<int, Plan> _plans = [];
    private readonly Dictionary<string, Workload> _workloads = [];
    private readonly SortedDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private long _order;

    /// <summary>A year from <paramref name="from"/> with so many complaints.</summary>
    public SimulatedYear(Organisation organisation, int seed, int complaints, DateTimeOffset from)
    {
        (_organisation, _seed, Until) = (organisation, seed, from.AddYears(1));
        (_arrivals, _people) = (new(organisation, seed, complaints, from), new(organisation));
        for (var i = 0; i < complaints; i++)
            Enqueue(new(i, _arrivals.Tickets[i], _arrivals.Times[i], HappeningKind.Filed), 0);
    }

    /// <summary>The end of the year: nothing happens at or after it.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>What people tried and the procedure refused, by refusal code.</summary>
    public IReadOnlyDictionary<string, int> Refusals => _refusals;

    /// <summary>What everybody carries now.</summary>
    public IReadOnlyDictionary<string, Workload> Workloads => _workloads;

    /// <summary>The next thing that happens; null at the end of the year.</summary>
    public Happening? Next()
    {
        while (_queue.TryDequeue(out var next, out _))
        {
            if (next.What.At >= Until)
                return null;
            var current = next.What.Kind switch
            {
                HappeningKind.Person => _plans[next.What.Number].ActToken == next.Token,
                HappeningKind.Timer => _plans[next.What.Number].TimerToken == next.Token,
                _ => true,
            };
            if (current)
                return next.What;
        }
        return null;
    }

    /// <summary>Lets it happen to the complaint as stored (null for a new one) and returns the complaint to store.</summary>
    public Complaint Play(Happening happening, Complaint? complaint)
    {
        var (ownerBefore, openBefore) = complaint is null ? (null, false) : (complaint.Owner, complaint.IsOpen);
        if (happening.Kind == HappeningKind.Filed)
        {
            complaint = File(happening);
            _plans[happening.Number] = new();
        }
        else if (happening.Kind == HappeningKind.Timer)
        {
            Do(complaint!, Actor.System, new RunTimers(), happening.At);
        }
        else if (_plans[happening.Number].Act is { } act)
        {
            Do(complaint!, act.By, act.Command, happening.At);
            _plans[happening.Number].Situation = "";
        }
        Carry(ownerBefore, openBefore, complaint!, happening.At);
        PlanNext(happening, complaint!);
        return complaint!;
    }

    private Complaint File(Happening happening)
    {
        var (customer, command) = _arrivals.Filed(happening.Number);
        var (complaint, outcome) = ComplaintDesk.File(happening.Ticket, command, As(customer, happening.At));
        return complaint ?? throw new InvalidOperationException($"{happening.Ticket} was not filed: {outcome.Refusal?.Code}");
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

    private void PlanNext(Happening happening, Complaint complaint)
    {
        var plan = _plans[happening.Number];
        if (Timers.Next(complaint, _organisation) is { } timer && timer < Until)
            Enqueue(happening with { At = timer > happening.At ? timer : happening.At, Kind = HappeningKind.Timer }, ++plan.TimerToken);
        else
            plan.TimerToken++;
        // A reminder alone does not make people begin anew.
        var situation = Situation(complaint);
        if (situation == plan.Situation)
            return;
        plan.Situation = situation;
        plan.Act = _people.Next(complaint, happening.At, Dice.For(_seed, happening.Number, plan.Decisions++));
        plan.ActToken++;
        if (plan.Act is not { } act)
            return;
        var at = act.At > happening.At ? act.At : happening.At.AddMinutes(1);
        Enqueue(happening with { At = at, Kind = HappeningKind.Person }, plan.ActToken);
    }

    private static string Situation(Complaint c) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{c.State}|{c.Owner}|{c.Answerable}|{c.Round}|{c.Hold is null}|{c.PlanWaitsForApproval}|"
                + $"{c.OpenMeasures.Count()}|{c.ReopenCount}|{c.OpenSurvey?.Close}|{c.Deadlines.Count(d => d.Pending)}"
        );

    private void Enqueue(Happening happening, int token) => _queue.Enqueue((happening, token), (happening.At, _order++));

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
