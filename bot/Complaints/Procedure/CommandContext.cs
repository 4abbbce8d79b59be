using Complaints.Assignment;
using Complaints.Calendars;
using Complaints.Organisations;

namespace Complaints.Procedure;

/// <summary>Under which circumstances a command is done: by whom, when, from which channel, in which organisation. Everything a
/// rule may look at besides the complaint.</summary>
public sealed record CommandContext(Organisation Organisation, DateTimeOffset Now, Actor By, Channel Channel)
{
    /// <summary>When it is done, in whole microseconds as history keeps it.</summary>
    public DateTimeOffset Now { get; init; } = Microseconds.Floor(Now);

    /// <summary>Verb and digest of the inputs; set by the desk.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>How much everybody has to do, by aadObjectId: needed where an owner is chosen.</summary>
    public IReadOnlyDictionary<string, Workload> Workloads { get; init; } = new Dictionary<string, Workload>();

    /// <summary>Who is there today.</summary>
    public Attendance Attendance => new(Organisation, Today) { Away = Organisation.Away };

    /// <summary>The acting member of staff, when it is one.</summary>
    public StaffMember? Staff => By.Kind == ActorKind.Staff ? Organisation.FindStaff(By.Id) : null;

    /// <summary>The same circumstances with the bot itself acting.</summary>
    public CommandContext AsSystem() => this with { By = Actor.System };

    /// <summary>The acting person in front of a complaint, for the table to judge.</summary>
    public Situation Before(Complaint complaint) => new(complaint, By, Organisation, Now);

    /// <summary>Today in the organisation's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Organisation.Local(Now).DateTime);
}
