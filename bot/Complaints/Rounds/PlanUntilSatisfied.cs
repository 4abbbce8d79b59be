using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;

namespace Complaints.Rounds;

/// <summary>Plan until satisfied: a complaint goes round from plan to answer until the customer is satisfied. Each further round
/// begins with the customer's own words, all rounds run on one clock, and from the second on the head of the department is told
/// (docs/procedure.md §1; ISO 10002:2018, 8.9). Built by folding events.</summary>
public sealed class PlanUntilSatisfied
{
    /// <summary>The head of the department is told of this round and each later one.</summary>
    public const int HeadIsToldFrom = 2;

    /// <summary>The one clock: promised once, it stands still while the customer looks at an answer and goes on with the time that was
    /// left when the answer does not satisfy.</summary>
    public const DeadlineKind Clock = DeadlineKind.Resolve;

    private readonly List<Round> _rounds = [];

    /// <summary>All rounds, the first one first; never empty once the complaint is filed.</summary>
    public IReadOnlyList<Round> All => _rounds;

    /// <summary>The round that is worked on, or was worked on last.</summary>
    public Round Present => _rounds[^1];

    /// <summary>What the customer said that began the present round; null in the first.</summary>
    public string? Words => Present.Words;

    /// <summary>Changes what a round consists of; other events change nothing.</summary>
    internal void Apply(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case Received:
                _rounds.Add(new(1, recorded.At, null));
                break;
            case PlanProposed e:
                Measure measure = new(e.MeasureId, e.Round, e.Measure, e.Owner, e.Due, MeasureState.Open);
                Change(r => r with { Measures = [.. r.Measures, measure], WaitsForApproval = e.NeedsApproval });
                break;
            case PlanApproved:
                Change(r => r with { WaitsForApproval = false });
                break;
            case MeasureDone e:
                Change(e.MeasureId, m => m with { State = MeasureState.Done, DoneText = e.Text });
                break;
            case MeasureCancelled e:
                Change(e.MeasureId, m => m with { State = MeasureState.Cancelled, DoneText = e.Reason });
                break;
            case TaskHandedOver e when e.Deadline.Split(':', '#') is ["measure", var id, ..]:
                Change(id, m => m with { Owner = e.To });
                break;
            case ResultReported e:
                Change(r => r with { Answer = e.Answer, AnsweredAt = recorded.At });
                break;
            case Unsatisfied e:
                Begin(recorded.At, e.Reason);
                break;
            case Reopened e:
                Begin(recorded.At, e.Reason);
                break;
            default:
                break;
        }
    }

    /// <summary>The customer was told a result: the clock stands still until they say whether it satisfies, for which they are asked
    /// again.</summary>
    internal static void Answered(DeadlineChange change, ConfirmationPolicy policy)
    {
        change.Pause("resultReported", d => d.Kind == Clock);
        change.Start(DeadlineKind.Confirmation, policy.AskAgainAfter);
    }

    /// <summary>The next round: the clock goes on with the time that was left; a new plan and the next word to the customer are
    /// promised.</summary>
    internal static void GoOn(DeadlineChange change)
    {
        change.Cancel(DeadlineKind.Confirmation);
        change.Continue("notSatisfied", d => d.Kind == Clock);
        change.Start(DeadlineKind.Plan, DeadlineKind.Progress);
    }

    // A round that is left behind keeps what it had; nothing of it waits any more.
    private void Begin(DateTimeOffset at, string words)
    {
        Change(r => r with { WaitsForApproval = false });
        _rounds.Add(new(Present.Number + 1, at, words));
    }

    private void Change(Func<Round, Round> change) => _rounds[^1] = change(Present);

    private void Change(string measure, Func<Measure, Measure> change) =>
        Change(r => r with { Measures = [.. r.Measures.Select(m => m.Id == measure ? change(m) : m)] });
}
