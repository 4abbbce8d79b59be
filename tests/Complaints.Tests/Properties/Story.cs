using System.Globalization;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Tests.Properties;

/// <summary>A complaint that random things happen to. After each of them the invariants are looked at; what happened is kept for
/// the message of a failure.</summary>
internal sealed class Story
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromMinutes(7),
        TimeSpan.FromMinutes(50),
        TimeSpan.FromHours(3),
        TimeSpan.FromHours(9),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(2),
        TimeSpan.FromDays(3),
        TimeSpan.FromDays(8),
    ];

    private readonly List<string> _told = [];
    private readonly HistoryWatch _watch;

    public Story(int world)
    {
        _watch = new(That);
        Organisation = Worlds.Of(world);
        // Between the microseconds, as real clocks are.
        Now = new DateTimeOffset(2026, 11, 23, 1, 12, 0, TimeSpan.Zero).AddHours(world % 131).AddTicks(1_234_567 * (world % 7));
        Customer = Actor.Customer("directline:dl_1", "王先生");
        Other = Actor.Customer("directline:dl_2", "李女士");
        var category = Organisation.Categories[world % Organisation.Categories.Count];
        var severity = (Severity)(world / 7 % 4);
        string[] about = (world % 9) switch
        {
            1 => ["li"],
            2 => ["zhang"],
            3 => ["wu"],
            4 => ["alex", "li"],
            _ => [],
        };
        var level = (world % 5) switch
        {
            1 => "vip",
            2 => "key",
            _ => "standard",
        };
        var kind = world % 11 == 0 ? (RecordKind)(world / 11 % 5) : RecordKind.Complaint;
        Complaint = File("C-20261123-0001", kind, category.Id, severity, level, Customer, about);
        Survivor = File("C-20261123-0002", RecordKind.Complaint, category.Id, Severity.Medium, "standard", Other, []);
        _told.Add($"{Now:O} filed {category.Id} {severity} {level} about [{string.Join(' ', about)}] as {kind} in world {world % 4}");
        Check("file", null);
    }

    public Organisation Organisation { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public Complaint Complaint { get; private set; }

    public Complaint Survivor { get; }

    public Actor Customer { get; }

    public Actor Other { get; }

    /// <summary>Everything so far, one line each.</summary>
    public string Told => string.Join('\n', _told);

    public void Happen(Step step)
    {
        // What has ended is watched for months.
        var pause = Pauses[step.Pause % Pauses.Length] * (Complaint.IsOpen ? 1 : 5);
        // Sometimes the process is down meanwhile, and the timers come late, all at once.
        PassTime(pause + TimeSpan.FromTicks(pause.Ticks == 0 ? 0 : step.Input % 1_000_003), down: step.Pause >= 80);
        switch (step.What % 20)
        {
            case 0:
                Reload();
                break;
            case 1 when step.Input % 4 == 0:
                ChangeOrganisation();
                break;
            default:
                Command(step);
                break;
        }
        _watch.Look(Complaint, Organisation);
    }

    private void Command(Step step)
    {
        var command = AnyCommand.Of(step, this);
        var who = AnyCommand.Actor(step, command, this);
        var seen = step.Who % 10 == 9 ? Math.Max(1, Complaint.Version - (step.Input % 6)) : (int?)null;
        var (version, state) = (Complaint.Version, Complaint.State);
        var table = ProcedureTable.Refusal(command.Verb, new Situation(Complaint, who, Organisation, Now));
        var outcome = ComplaintDesk.Do(Complaint, command, As(who), seen);
        var end =
            !outcome.Ok ? outcome.Refusal!.Code
            : outcome.Repeated ? "repeated"
            : "done";
        var owner = Complaint.Owner ?? "-" + Complaint.Answerable;
        _told.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Now:O} {who.Id} {command} seen {seen} -> {end}, {Complaint.State}, owner {owner}"
            )
        );
        if (seen is null)
            That(
                table is null ? outcome.Ok || InputRefusals.Are(outcome.Refusal!) : outcome.Refusal?.Code == table.Code,
                $"The table said {table?.Code ?? "open"}."
            );
        if (!outcome.Ok || outcome.Repeated)
            That(Complaint.Version == version, "A refusal or repetition changed something.");
        Check(command.Verb, state);
        if (outcome.Ok && !outcome.Repeated && step.Who % 10 == 8 && Complaint.Version > version)
        {
            var pressedTwice = ComplaintDesk.Do(Complaint, command, As(who), version);
            That(pressedTwice.Repeated || !pressedTwice.Ok, "A button pressed twice had two effects.");
            Check(command.Verb, Complaint.State);
        }
    }

    private static string Line(ComplaintEvent happened) =>
        happened is Reminded r ? $"{r.Id} {r.Step} {r.Moment} [{string.Join(' ', r.To)}]" : happened.GetType().Name;

    private void PassTime(TimeSpan time, bool down)
    {
        var until = Now + time;
        if (down)
            Now = until;
        var atOnce = 0;
        while (Timers.Next(Complaint, Organisation) is { } next && next <= until)
        {
            atOnce = next > Now ? 0 : atOnce + 1;
            That(atOnce < 4, "Timers never come to an end.");
            Now = next > Now ? next : Now;
            var (state, version) = (Complaint.State, Complaint.Version);
            That(ComplaintDesk.Do(Complaint, new RunTimers(), As(Actor.System)).Ok, "A timer was refused.");
            That(Complaint.Version > version, $"A timer was due at {next:O} and nothing happened.");
            var timers = Complaint.History.Skip(version).Select(e => Line(e.Event));
            _told.Add($"{Now:O} timers: {string.Join(", ", timers)}");
            Check(Verbs.Timer, state);
        }
        Now = until;
    }

    /// <summary>A restart: everything is read back from what was stored.</summary>
    public void Reload()
    {
        var stored = Complaint.History.Select(e => e with { Event = EventJson.Read(e.Json) }).ToList();
        var again = Complaint.FromHistory(stored);
        That(
            Snapshot.Of(again) == Snapshot.Of(Complaint),
            "History read back gives another complaint:\n" + Snapshot.Of(Complaint) + "\n" + Snapshot.Of(again)
        );
        That(RecordedEvent.FirstBroken(stored) is null, "The stored chain is broken.");
        Complaint = again;
        _told.Add($"{Now:O} restarted");
    }

    private void ChangeOrganisation()
    {
        var before = Snapshot.Of(Complaint);
        Organisation = Worlds.Rewritten(Organisation);
        That(Snapshot.Of(Complaint) == before, "A new organisation file moved a promise.");
        _told.Add($"{Now:O} new organisation file");
    }

    private Complaint File(string ticket, RecordKind kind, string category, Severity severity, string level, Actor customer, string[] about)
    {
        var details = new ComplaintDetails(category, "宽带又断了")
        {
            AboutStaff = about,
            Remedies = ["onsite"],
            Files = [new("f1", "a.png", "image/png", "00")],
        };
        var command = new FileComplaint(kind, new(customer.Id, "zh-CN") { Level = level }, details, severity, "category");
        return ComplaintDesk.File(ticket, command, As(customer)).Complaint!;
    }

    private CommandContext As(Actor who) => new(Organisation, Now, who, who.Kind == ActorKind.Customer ? Channel.Web : Channel.Teams);

    private void Check(string verb, ComplaintState? before)
    {
        Invariants.Hold(Complaint, Organisation, Now, That);
        if (before is { } from)
            Invariants.TransitionIsInTheTable(verb, from, Complaint.State, That);
    }

    private void That(bool holds, string otherwise)
    {
        if (!holds)
            Assert.Fail($"{otherwise}\n{Told}\nPending: {string.Join("\n  ", Complaint.Deadlines.Where(d => d.Pending))}");
    }
}
