using Complaints.Calendars;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Deadlines;

/// <summary>The bot does what is due by time: reminds, passes on what was not accepted, ends holds, asks again, closes, sends and
/// ends surveys (T15; docs/procedure.md §6, §7). One call does each due deadline once; the host calls again while
/// <see cref="Timers.Next"/> is not in the future.</summary>
public sealed record RunTimers : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Timer;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var clock = BusinessClock.Of(context.Organisation, complaint.Department);
        foreach (var id in complaint.Deadlines.Where(d => d.Pending).Select(d => d.Id).ToList())
        {
            // An earlier one may have ended this one: look again.
            var deadline = complaint.Deadlines.Last(d => d.Id == id);
            if (deadline.Pending && Timers.At(deadline, complaint, context.Organisation, clock) is { } at && at <= context.Now)
                Run(deadline, complaint, context, clock);
        }
        return Outcome.Done;
    }

    private static void Run(Deadline deadline, Complaint complaint, CommandContext context, BusinessClock clock)
    {
        switch (deadline.Kind)
        {
            case DeadlineKind.Accept when context.Now >= deadline.Due:
                complaint.Record(new DeadlineMet(deadline.Id, context.Now, InTime: false), context);
                complaint.Record(new Declined(complaint.Owner!, "notAcceptedInTime"), context);
                Handling.OwnerFinder.Assign(complaint, context);
                break;
            case DeadlineKind.HoldEnd:
                complaint.Record(new Resumed("holdEnded"), context);
                break;
            case DeadlineKind.Confirmation:
                AskOrClose(deadline, complaint, context);
                break;
            case DeadlineKind.Survey:
                Surveys.SurveyTimer.Run(deadline, complaint, context);
                break;
            default:
                Remind(deadline, complaint, context, clock);
                break;
        }
    }

    private static void Remind(Deadline deadline, Complaint complaint, CommandContext context, BusinessClock clock)
    {
        var ladder = context.Organisation.Ladder;
        var moment =
            context.Now < deadline.Due ? ReminderMoment.BeforeDue
            : deadline.LastReminded is { } last && last >= deadline.Due ? ReminderMoment.Overdue
            : ReminderMoment.AtDue;
        var rungs = ReminderLadder.RungsAt(deadline, ladder, clock, context.Now, complaint.Severity == Severity.Critical);
        complaint.Record(new Reminded(deadline.Id, deadline.Steps + 1, moment, Rungs.People(rungs, complaint, deadline, context)), context);
    }

    private static void AskOrClose(Deadline deadline, Complaint complaint, CommandContext context)
    {
        var policy = context.Organisation.Confirmation;
        var closeAt = complaint.ResolvedAt!.Value + policy.CloseAfter.ToTimeSpan();
        if (context.Now >= closeAt && complaint.ConfirmationTries >= policy.Tries)
        {
            complaint.Record(new ClosedUnconfirmed(complaint.ConfirmationTries), context);
            return;
        }
        if (complaint.ConfirmationTries < policy.Tries)
        {
            Calls.Telling.Call(complaint, complaint.Answer!, Calls.CallAbout.Result, context);
            complaint.Record(new ConfirmationAsked(complaint.ConfirmationTries + 1), context);
        }
        var next = complaint.ConfirmationTries < policy.Tries ? context.Now + policy.AskAgainAfter.ToTimeSpan() : closeAt;
        // A close time that passed while the process was down must still leave a moment to answer the last question.
        complaint.Record(
            new DeadlineMoved(deadline.Id, next > context.Now ? next : context.Now + policy.AskAgainAfter.ToTimeSpan(), "askedAgain"),
            context
        );
    }
}
