using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Rounds;

namespace Complaints;

/// <summary>One complaint: the fold of its events. Everything readable here follows from history; the only way to change it is
/// <see cref="Record"/>, used by the commands behind <see cref="Procedure.ComplaintDesk"/>. How each event changes it stands in
/// Complaint.Apply.cs.</summary>
public sealed partial class Complaint
{
    private readonly List<RecordedEvent> _history = [];
    private readonly List<Deadline> _deadlines = [];
    private readonly List<Evidence> _evidence = [];
    private readonly List<Party> _parties = [];
    private readonly List<string> _declinedBy = [];
    private readonly List<Linked> _links = [];
    private readonly List<Quality.Rectification> _rectifications = [];
    private readonly List<Investigation.PanelPart> _parts = [];
    private readonly List<Calls.CustomerCall> _calls = [];
    private readonly HashSet<string> _handledBy = [];
    private readonly Dictionary<string, SurveyAnswered?> _surveyed = [];

    private Complaint(string ticket) => Ticket = ticket;

    /// <summary><c>C-YYYYMMDD-NNNN</c>.</summary>
    public string Ticket { get; }

    /// <summary>Number of events so far.</summary>
    public int Version => _history.Count;

    /// <summary>How many of the events are stored already.</summary>
    public int StoredVersion { get; private set; }

    /// <summary>All events, oldest first.</summary>
    public IReadOnlyList<RecordedEvent> History => _history;

    /// <summary>Events that are not stored yet.</summary>
    public IEnumerable<RecordedEvent> NewEvents => _history.Skip(StoredVersion);

    /// <summary>Complaint, inquiry, order question, praise.</summary>
    public RecordKind Kind { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public ComplaintState State { get; private set; }

    /// <summary>How it was closed, when it is.</summary>
    public CloseKind? CloseKind { get; private set; }

    /// <summary>True before an end.</summary>
    public bool IsOpen => State.IsOpen();

    /// <summary>The customer who filed it.</summary>
    public Complainant Complainant => _parties[0].Filed;

    /// <summary>The customers and their shares: first who filed this one, then those whose complaints were merged into it.</summary>
    public IReadOnlyList<Party> Parties => _parties;

    /// <summary>Everybody else who is answered: the customers of merged complaints, and each customer on other devices.</summary>
    public IReadOnlyList<Complainant> OtherParties => [.. _parties.SelectMany(p => p.People).Skip(1)];

    /// <summary>What it is about, as filed.</summary>
    public ComplaintDetails Details { get; private set; } = null!;

    /// <summary>Staff whom it accuses: neither they nor their line see it, own it or hear of it. Whom praise is about it accuses of
    /// nothing.</summary>
    public IReadOnlyList<string> Accused => Kind == RecordKind.Praise ? [] : Details.AboutStaff;

    /// <summary>Staff whom it praises; they are told.</summary>
    public IReadOnlyList<string> Praised => Kind == RecordKind.Praise ? Details.AboutStaff : [];

    /// <summary>True when a person corrected the category.</summary>
    public bool CategoryConfirmed { get; private set; }

    /// <summary>The way it came in.</summary>
    public Channel Channel { get; private set; }

    /// <summary>The member of staff who logged it, if any.</summary>
    public string? LoggedBy { get; private set; }

    /// <summary>Hash of the follow-up code that the customer was told with the number.</summary>
    public string? FollowUpCodeHash { get; private set; }

    /// <summary>The code for one more device that staff gave out and nobody has used.</summary>
    public OneTimeCodeGiven? OneTimeCode { get; private set; }

    /// <summary>How serious it is.</summary>
    public Severity Severity { get; private set; }

    /// <summary>Why it is that serious: a rule's code or a person's words.</summary>
    public string SeverityReason { get; private set; } = "";

    /// <summary>True when several departments work on it and the longer clock holds.</summary>
    public bool Complex { get; private set; }

    /// <summary>True once an emergency was declared.</summary>
    public bool Emergency { get; private set; }

    /// <summary>The emergency measure that is in place; null while there is none.</summary>
    public EmergencyMeasureTaken? EmergencyMeasure { get; private set; }

    /// <summary>True while an emergency needs somebody: declared, not graded down since, without a measure, not ended.</summary>
    public bool IsAlarm => Emergency && IsOpen && Severity == Severity.Critical && EmergencyMeasure is null;

    /// <summary>The department it is with.</summary>
    public string? Department { get; private set; }

    /// <summary>The owner's aadObjectId; null while it is received or waits in a queue.</summary>
    public string? Owner { get; private set; }

    /// <summary>The owner's name as it was when assigned.</summary>
    public string? OwnerName { get; private set; }

    /// <summary>Who answers for it while nobody owns it.</summary>
    public string? Answerable { get; private set; }

    /// <summary>Staff who declined it or let it lie, since it was last assigned by a person.</summary>
    public IReadOnlyList<string> DeclinedBy => _declinedBy;

    /// <summary>Everybody who took it on as its owner, now or before. They neither verify nor ask the customer how it went
    /// (docs/procedure.md §11).</summary>
    public IReadOnlySet<string> HandledBy => _handledBy;

    /// <summary>The parts that departments were asked for, of all rounds.</summary>
    public IReadOnlyList<Investigation.PanelPart> Parts => _parts;

    /// <summary>The parts that are still to come.</summary>
    public IEnumerable<Investigation.PanelPart> OpenParts => _parts.Where(p => p.Answer is null);

    /// <summary>Calls to customers without a chat, made or to be made.</summary>
    public IReadOnlyList<Calls.CustomerCall> Calls => _calls;

    /// <summary>The calls still to be made.</summary>
    public IEnumerable<Calls.CustomerCall> OpenCalls => _calls.Where(c => c.IsOpen);

    /// <summary>How often it came back unaccepted.</summary>
    public int ReturnCount { get; private set; }

    /// <summary>Everything attached by customer or staff.</summary>
    public IReadOnlyList<Evidence> Evidence => _evidence;

    /// <summary>Those of them that staff sent to the customer on purpose.</summary>
    public IEnumerable<Evidence> FilesSent =>
        _evidence.Where(f => _history.Any(e => e.Event is CustomerTold { Files: { } sent } && sent.Contains(f.Id)));

    /// <summary>The root cause of the present round.</summary>
    public CauseRecorded? Cause { get; private set; }

    /// <summary>Plan until satisfied: the rounds so far.</summary>
    public PlanUntilSatisfied Rounds { get; } = new();

    /// <summary>The number of the present round: 1 for the first plan, +1 each time the customer is not satisfied.</summary>
    public int Round => Rounds.Present.Number;

    /// <summary>Measures of all rounds.</summary>
    public IReadOnlyList<Measure> Plan => [.. Rounds.All.SelectMany(r => r.Measures)];

    /// <summary>True while the present plan waits for a manager's approval.</summary>
    public bool PlanWaitsForApproval => Rounds.Present.WaitsForApproval;

    /// <summary>The result that the customer was last told.</summary>
    public string? Answer => Rounds.All.LastOrDefault(r => r.Answer is not null)?.Answer;

    /// <summary>How often the customer was asked in this round.</summary>
    public int ConfirmationTries { get; private set; }

    /// <summary>Why the work waits, when it does.</summary>
    public Held? Hold { get; private set; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>How often it was reopened.</summary>
    public int ReopenCount { get; private set; }

    /// <summary>How high a person escalated it: 0 none, 1 department head, 2 quality, 3 executive.</summary>
    public int EscalationLevel { get; private set; }

    /// <summary>When it was filed.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When it last got an owner.</summary>
    public DateTimeOffset? AssignedAt { get; private set; }

    /// <summary>When a person first wrote to the customer.</summary>
    public DateTimeOffset? FirstResponseAt { get; private set; }

    /// <summary>When the last result was reported.</summary>
    public DateTimeOffset? ResolvedAt => Rounds.All.LastOrDefault(r => r.AnsweredAt is not null)?.AnsweredAt;

    /// <summary>When it last ended.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The number of the complaint it was merged into.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>Complaints that belong together with this one.</summary>
    public IReadOnlyList<Linked> Links => _links;

    /// <summary>The wish for more time that nobody answered yet.</summary>
    public ExtensionWish? Extension { get; private set; }

    /// <summary>Promises, met or not, in the order they were made.</summary>
    public IReadOnlyList<Deadline> Deadlines => _deadlines;

    /// <summary>What the last survey answer said; earlier ones stay in history.</summary>
    public SurveyAnswered? Survey { get; private set; }

    /// <summary>The survey that somebody may answer now: offered, not answered by everybody, not expired, not reopened since.</summary>
    public SurveyOffered? OpenSurvey { get; private set; }

    /// <summary>What a customer (<c>channel:userId</c>) answered to the survey of the last close; null = nothing yet.</summary>
    public SurveyAnswered? SurveyOf(string customer) => PartyOf(customer) is { } party ? _surveyed.GetValueOrDefault(party.Ticket) : null;

    /// <summary>True while this customer's own answer to the open survey is still to come.</summary>
    public bool IsSurveyOpenFor(string customer) =>
        OpenSurvey is not null && PartyOf(customer) is { } party && !_surveyed.ContainsKey(party.Ticket);

    /// <summary>Rectification notices.</summary>
    public IReadOnlyList<Quality.Rectification> Rectifications => _rectifications;

    /// <summary>The signed case report.</summary>
    public CaseReportSigned? CaseReport { get; private set; }

    /// <summary>The spot check that it was last drawn for.</summary>
    public InspectionDrawn? DrawnForInspection { get; private set; }

    /// <summary>The last inspection.</summary>
    public Inspected? Inspection { get; private set; }

    /// <summary>The verdict on the preventive measure.</summary>
    public EffectivenessJudged? Effectiveness { get; private set; }

    /// <summary>The measures of the present round that are neither done nor cancelled.</summary>
    public IEnumerable<Measure> OpenMeasures => Rounds.Present.OpenMeasures;

    /// <summary>The pending promise of a kind, or null.</summary>
    public Deadline? Pending(DeadlineKind kind) => _deadlines.FirstOrDefault(d => d.Kind == kind && d.Pending);

    /// <summary>The pending promises of staff, the earliest due first.</summary>
    public IEnumerable<Deadline> PendingOfStaff => _deadlines.Where(d => d.Pending && d.OfStaff).OrderBy(d => d.Due);

    /// <summary>The person who answers for it now: the owner, else whoever answers for the queue.</summary>
    public string? AnswerablePerson => Owner ?? Answerable;

    /// <summary>The share of a customer (<c>channel:userId</c>); null for somebody else.</summary>
    public Party? PartyOf(string customer) => _parties.FirstOrDefault(p => p.Has(customer));

    /// <summary>The number under which a customer knows it: their own, also when it goes on as part of another.</summary>
    public string NumberFor(string customer) => PartyOf(customer)?.Ticket ?? Ticket;

    /// <summary>A complaint that nothing has happened to yet; the first event must be <see cref="Received"/>.</summary>
    internal static Complaint New(string ticket) => new(ticket);

    /// <summary>Folds stored history.</summary>
    public static Complaint FromHistory(IEnumerable<RecordedEvent> history)
    {
        Complaint? complaint = null;
        foreach (var e in history)
        {
            complaint ??= new(e.Ticket);
            complaint._history.Add(e);
            complaint.Apply(e);
        }
        if (complaint is null)
            throw new ArgumentException("History is empty.", nameof(history));
        complaint.StoredVersion = complaint.Version;
        return complaint;
    }

    /// <summary>Says that everything recorded so far is stored.</summary>
    public void MarkStored() => StoredVersion = Version;

    /// <summary>Adds an event and applies it. Only commands call this.</summary>
    internal void Record(ComplaintEvent what, Procedure.CommandContext context)
    {
        var previous = _history.Count == 0 ? RecordedEvent.Genesis : _history[^1].Hash;
        var e = RecordedEvent.After(previous, Ticket, Version + 1, context.Now, context.By, context.Channel, context.Fingerprint, what);
        _history.Add(e);
        Apply(e);
    }
}
