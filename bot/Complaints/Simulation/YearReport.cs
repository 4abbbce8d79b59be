using System.Globalization;
using System.Text;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;

namespace Complaints.Simulation;

/// <summary>The figures of a simulated year, counted from the complaints themselves; they must balance.</summary>
public sealed class YearReport
{
    private readonly SortedDictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _ended = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);

    private readonly Organisation _organisation;
    private readonly DateTimeOffset _now;

    /// <summary>A report without complaints yet; each is counted as it stands at <paramref name="now"/>.</summary>
    public YearReport(Organisation organisation, DateTimeOffset now) => (_organisation, _now) = (organisation, now);

    /// <summary>A report on complaints as they stand at <paramref name="now"/>.</summary>
    public YearReport(IEnumerable<Complaint> complaints, Organisation organisation, DateTimeOffset now)
        : this(organisation, now)
    {
        foreach (var complaint in complaints)
            Add(complaint);
    }

    /// <summary>Complaints filed.</summary>
    public int Received { get; private set; }

    /// <summary>Not ended.</summary>
    public int Open => _open.Values.Sum();

    /// <summary>Closed, withdrawn, not accepted, merged.</summary>
    public int Ended => _ended.Values.Sum();

    /// <summary>Promises made.</summary>
    public int Promises { get; private set; }

    /// <summary>Kept in time.</summary>
    public int MetInTime { get; private set; }

    /// <summary>Kept late.</summary>
    public int MetLate { get; private set; }

    /// <summary>No longer needed: the complaint ended, or the owner changed.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Standing still.</summary>
    public int Paused { get; private set; }

    /// <summary>Not due yet.</summary>
    public int Running { get; private set; }

    /// <summary>Past due, not met, and not standing still.</summary>
    public int Overdue { get; private set; }

    /// <summary>Open complaints without a pending promise, or that nothing would ever happen to by itself.</summary>
    public int Forgotten { get; private set; }

    /// <summary>Open complaints that nobody answers for.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Promises of staff that fell due longer ago than a night and an hour, and nobody was reminded since.</summary>
    public int SilentlyOverdue { get; private set; }

    /// <summary>Complaints whose chain of hashes does not verify.</summary>
    public int BrokenChains { get; private set; }

    /// <summary>Reminders sent.</summary>
    public int Reminders { get; private set; }

    /// <summary>Events of all complaints.</summary>
    public int Events { get; private set; }

    /// <summary>Times a customer was not satisfied.</summary>
    public int Rejections { get; private set; }

    /// <summary>Times one was reopened.</summary>
    public int Reopenings { get; private set; }

    /// <summary>True when received = open + ended, every promise is accounted for, and nothing was forgotten.</summary>
    public bool Balances =>
        Received == Open + Ended
        && Promises == MetInTime + MetLate + Cancelled + Paused + Running + Overdue
        && Forgotten == 0
        && Unanswered == 0
        && SilentlyOverdue == 0
        && BrokenChains == 0;

    /// <summary>The report as text, the same bytes for the same complaints.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        void Line(string name, long value) => text.Append(CultureInfo.InvariantCulture, $"{name,-34}{value,10:N0}\n");
        Line("received", Received);
        foreach (var (kind, count) in _kinds)
            Line($"  {kind}", count);
        Line("open", Open);
        foreach (var (state, count) in _open)
            Line($"  {state}", count);
        Line("ended", Ended);
        foreach (var (how, count) in _ended)
            Line($"  {how}", count);
        Line("promises", Promises);
        Line("  met in time", MetInTime);
        Line("  met late", MetLate);
        Line("  cancelled", Cancelled);
        Line("  paused", Paused);
        Line("  running", Running);
        Line("  overdue", Overdue);
        Line("not satisfied", Rejections);
        Line("reopened", Reopenings);
        Line("reminders", Reminders);
        Line("events", Events);
        Line("open and forgotten", Forgotten);
        Line("open and nobody answers", Unanswered);
        Line("overdue and nobody reminded", SilentlyOverdue);
        Line("broken chains", BrokenChains);
        return text.Append(Balances ? "balances\n" : "DOES NOT BALANCE\n").ToString();
    }

    /// <summary>Counts a complaint.</summary>
    public void Add(Complaint complaint)
    {
        Received++;
        Count(_kinds, complaint.Kind.ToString());
        Count(complaint.IsOpen ? _open : _ended, complaint.CloseKind is { } how ? $"{complaint.State} {how}" : complaint.State.ToString());
        Events += complaint.Version;
        Reminders += complaint.History.Count(e => e.Event is Reminded);
        Rejections += complaint.History.Count(e => e.Event is Unsatisfied);
        Reopenings += complaint.ReopenCount;
        BrokenChains += RecordedEvent.FirstBroken(complaint.History) is null ? 0 : 1;
        Promises += complaint.History.Count(e => e.Event is DeadlineSet);
        foreach (var deadline in complaint.Deadlines)
            Add(deadline, _now);
        if (complaint.IsOpen)
        {
            Unanswered += complaint.AnswerablePerson is null ? 1 : 0;
            Forgotten += complaint.Deadlines.Any(d => d.Pending) && Timers.Next(complaint, _organisation) is not null ? 0 : 1;
        }
    }

    private void Add(Deadline deadline, DateTimeOffset now)
    {
        switch (deadline)
        {
            case { Pending: false, InTime: true }:
                MetInTime++;
                break;
            case { Pending: false, InTime: false }:
                MetLate++;
                break;
            case { Pending: false }:
                Cancelled++;
                break;
            case { PausedSince: not null }:
                Paused++;
                break;
            case var d when d.IsOverdue(now):
                Overdue++;
                SilentlyOverdue += d.OfStaff && d.Due < now.AddHours(-11) && (d.LastReminded is null || d.LastReminded < d.Due) ? 1 : 0;
                break;
            default:
                Running++;
                break;
        }
    }

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
