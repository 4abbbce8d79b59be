using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>Somebody takes back what they did a moment ago, as long as nobody has done anything since: a note, a pause that asked the
/// customer nothing, a grade, a category, an assignment, a snooze, a call that nobody made yet. <paramref name="Version"/> is that of
/// its first event. What was said to the customer has left and cannot be taken back.</summary>
public sealed record TakeBack(int Version) : Command
{
    /// <summary>So long after it was done.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override string Verb => Verbs.Undo;

    /// <summary>The version of what <paramref name="by"/> did last and can still take back; null when there is nothing.</summary>
    public static int? Last(Complaint complaint, Actor by, DateTimeOffset now)
    {
        var last = complaint.History.LastOrDefault(e => e.By.Kind != ActorKind.System);
        if (last is null || last.By.Id != by.Id || now - last.At > Within)
            return null;
        var together = complaint.History.Where(e => e.By.Id == by.Id && e.Command == last.Command && e.At == last.At).ToList();
        var did = together.Where(e => !FollowsByItself(e.Event)).ToList();
        return did.Count > 0 && did.All(e => CanBeTakenBack(e, complaint)) ? did[0].Version : null;
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Last(complaint, context.By, context.Now) != Version)
            return new Refusal("undoTooLate");
        var before = Before(complaint, Version);
        var together = complaint.History.Where(e => e.Version >= Version && e.By.Id == context.By.Id).Select(e => e.Event).ToList();
        foreach (var done in together)
        {
            switch (done)
            {
                case Noted:
                    complaint.Record(new NoteTakenBack(Version), context);
                    break;
                case Held:
                    complaint.Record(new Resumed("takenBack"), context);
                    break;
                case Snoozed e:
                    complaint.Record(new SnoozeTakenBack(e.Id, before.Deadlines.Last(d => d.Id == e.Id).SnoozedUntil), context);
                    break;
                case CallAsked e:
                    complaint.Record(new CallTakenBack(e.CallId), context);
                    break;
                case Categorised:
                    complaint.Record(new Categorised(before.Details.Category), context);
                    break;
                case Graded e:
                    complaint.Record(
                        new Graded(before.Severity, before.SeverityReason)
                        {
                            CustomerLevel = e.CustomerLevel is null ? null : before.Complainant.Level,
                            Complex = e.Complex is null ? null : before.Complex,
                        },
                        context
                    );
                    break;
                case Assigned:
                    complaint.Record(new Assigned(before.Department!, before.Owner!, before.OwnerName!, ["takenBack"]), context);
                    break;
                default:
                    break;
            }
        }
        return Outcome.Done;
    }

    private static Complaint Before(Complaint complaint, int version) =>
        Complaint.FromHistory(complaint.History.Where(e => e.Version < version));

    private static bool FollowsByItself(ComplaintEvent e) =>
        e is DeadlineSet or DeadlineMoved or DeadlinePaused or DeadlineMet or DeadlineCancelled;

    private static bool CanBeTakenBack(RecordedEvent done, Complaint complaint) =>
        done.Event switch
        {
            Noted { Files.Count: 0 } => true,
            Held { Reason: not HoldReason.WaitingCustomer } => true,
            Graded or Categorised or Snoozed => true,
            // It has not left: nobody rang them.
            CallAsked { About: Calls.CallAbout.Progress } e => complaint.OpenCalls.Any(c => c.Id == e.CallId && c.Tries == 0),
            Assigned => Before(complaint, done.Version).Owner is not null,
            _ => false,
        };
}
