using Complaints.Deadlines;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Tests.Life;

/// <summary>A complaint and the time it lives in, for tests that read like a story.</summary>
internal sealed class ALife
{
    public static readonly Actor Customer = Actor.Customer("directline:dl_1", "王先生");

    private ALife(DateTimeOffset now) => Now = now;

    public Complaint Complaint { get; private set; } = null!;

    public DateTimeOffset Now { get; set; }

    public Organisation Organisation { get; set; } = ExampleOrganisation.Instance;

    public static DateTimeOffset At(string local) =>
        DateTimeOffset.Parse(local + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

    public static ALife Filed(
        string at = "2026-11-23T09:12:00",
        string category = "broadband",
        Severity severity = Severity.Medium,
        string level = "standard",
        string ticket = "C-20261123-0001",
        bool phoned = false,
        params string[] about
    )
    {
        var life = new ALife(At(at));
        var details = new ComplaintDetails(category, "宽带又断了") { AboutStaff = about, Files = [new("f1", "a.png", "image/png", "00")] };
        var command = new FileComplaint(
            RecordKind.Complaint,
            new(phoned ? Complainant.LoggedPrefix + ticket : Customer.Id, "zh-CN") { Level = level },
            details,
            severity,
            "category"
        )
        {
            FollowUpCodeHash = "aa",
        };
        var (complaint, outcome) = ComplaintDesk.File(ticket, command, life.As(Customer, Channel.Web));
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
        life.Complaint = complaint!;
        return life;
    }

    public CommandContext As(Actor who, Channel channel = Channel.Teams) => new(Organisation, Now, who, channel);

    public Outcome Does(string staff, Command command, int? seen = null) =>
        ComplaintDesk.Do(Complaint, command, As(Actor.Staff(ExampleOrganisation.Staff(staff))), seen);

    public Outcome CustomerDoes(Command command) => ComplaintDesk.Do(Complaint, command, As(Customer, Channel.Web));

    public void Must(string staff, Command command)
    {
        var outcome = Does(staff, command);
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
    }

    /// <summary>Lets time pass, running every timer at its own moment.</summary>
    public void Until(string local)
    {
        var end = At(local);
        for (var i = 0; Timers.Next(Complaint, Organisation) is { } next && next <= end; i++)
        {
            Assert.True(i < 1000, "Timers never come to an end.");
            Now = next > Now ? next : Now;
            Assert.True(ComplaintDesk.Do(Complaint, new RunTimers(), As(Actor.System)).Ok);
        }
        Now = end;
    }
}
