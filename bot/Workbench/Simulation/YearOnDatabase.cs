using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Operation;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Organisations;
using Complaints.Simulation;

namespace Workbench.Simulation;

/// <summary>Plays a simulated year on the real store: everything that happens is written, much of it in one transaction, and
/// complaints that have become quiet are read again when they go on. At the end every complaint is read back and compared with what
/// it was when it was last in memory.</summary>
public sealed class YearOnDatabase(Database database, Organisation organisation)
{
    // So many turns share a transaction: the disk is asked once for all of them, and what one complaint went through in them is
    // written together.
    private const int TurnsATransaction = 10_000;

    private const int TurnsBetweenReports = 1_000;

    // Complaints kept folded between turns; about a month of them in a year of 20,000.
    private const int KeptInMemory = 3_000;

    private readonly ComplaintStore _store = new(database, new SumsBeside());
    private readonly Dictionary<string, Kept> _kept = [];
    private readonly Dictionary<string, Complaint> _changed = [];
    private readonly Dictionary<string, Standing> _standings = [];

    /// <summary>How many turns were played.</summary>
    public long Turns { get; private set; }

    /// <summary>How many turns began with a complaint that was read from the database.</summary>
    public long Reloads { get; private set; }

    /// <summary>How long storing took.</summary>
    public TimeSpan Storing { get; private set; }

    /// <summary>Plays until the end of the year, all of it written.</summary>
    public async Task PlayAsync(SimulatedYear year, IProgress<WorkStep>? progress = null, CancellationToken cancellationToken = default)
    {
        DateTimeOffset? began = null;
        while (year.Next() is { } turn)
        {
            began ??= turn.At;
            var before = turn.Kind == HappeningKind.Filed ? null : await LoadAsync(turn.Ticket, cancellationToken);
            var complaint = year.Play(turn, before);
            _kept[turn.Ticket] = new(complaint, ++Turns);
            if (complaint.NewEvents.Any())
                _changed[turn.Ticket] = complaint;
            if (Turns % TurnsATransaction == 0)
                await StoreAsync(cancellationToken);
            if (Turns % TurnsBetweenReports == 0)
                progress?.Report(new("Playing the year", (turn.At - began.Value) / (year.Until - began.Value)));
        }
        await StoreAsync(cancellationToken);
        progress?.Report(new("Playing the year", 1));
        foreach (var (ticket, kept) in _kept)
            _standings[ticket] = Standing.Of(kept.Complaint);
    }

    /// <summary>Reads every complaint back and counts it; answers the tickets that are not as they were, or are not there.</summary>
    public async Task<IReadOnlyList<string>> ReadBackAsync(
        YearReport report,
        IProgress<WorkStep>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var read = 0;
        var (missing, other) = (_standings.Keys.ToHashSet(), new List<string>());
        await foreach (var complaint in _store.AllAsync(cancellationToken))
        {
            report.Add(complaint);
            missing.Remove(complaint.Ticket);
            if (!_standings.TryGetValue(complaint.Ticket, out var known) || known != Standing.Of(complaint))
                other.Add(complaint.Ticket);
            if (++read % TurnsBetweenReports == 0 || read == _standings.Count)
                progress?.Report(new("Reading back and verifying", (double)read / _standings.Count));
        }
        return [.. other, .. missing.Order(StringComparer.Ordinal)];
    }

    private async Task<Complaint> LoadAsync(string ticket, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(ticket, out var kept))
            return kept.Complaint;
        Reloads++;
        return await _store.LoadAsync(ticket, cancellationToken)
            ?? throw new InvalidOperationException($"{ticket} is not in the database.");
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        var work = new UnitOfWork(database);
        foreach (var complaint in _changed.Values)
            work.Add(_store.Save(complaint, organisation));
        await work.CommitAsync(cancellationToken);
        foreach (var complaint in _changed.Values)
            complaint.MarkStored();
        _changed.Clear();
        Storing += Stopwatch.GetElapsedTime(since);
        if (_kept.Count <= KeptInMemory)
            return;
        foreach (var (ticket, kept) in _kept.OrderBy(k => k.Value.Touched).Take(_kept.Count - (KeptInMemory / 2)).ToList())
        {
            _standings[ticket] = Standing.Of(kept.Complaint);
            _kept.Remove(ticket);
        }
    }

    private readonly record struct Kept(Complaint Complaint, long Touched);

    // What a complaint is like: its history by the last hash, which stands for all before, and what follows from it.
    private readonly record struct Standing(int Version, string Hash, ComplaintState State, string? Owner, int Round, string Deadlines)
    {
        // The promises as a digest: tens of thousands of complaints stay in memory until the end.
        public static Standing Of(Complaint c) =>
            new(
                c.Version,
                c.History[^1].Hash,
                c.State,
                c.AnswerablePerson,
                c.Round,
                Digest(
                    string.Join(
                        ' ',
                        c.Deadlines.Select(d =>
                            $"{d.Id}:{d.Due.UtcTicks}:{d.EndedAt?.UtcTicks}:{d.InTime}:{d.PausedSince?.UtcTicks}:{d.Snoozes}"
                        )
                    )
                )
            );

        private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 16);
    }
}
