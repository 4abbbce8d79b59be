using ComplaintBot.Telemetry;
using Complaints;
using Complaints.Events;
using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>The log that an operator reads: what happened to complaints and who had to do with it, one line each, once it is written
/// down for good. Ticket numbers and the ids of staff stand in it; never a customer's id, name, phone or words, and no reasons, which
/// people type freely. The same is counted and stands on the trace.</summary>
public sealed partial class Happenings(ILogger<Happenings> log)
{
    /// <summary>Tells what happened to a complaint, in order.</summary>
    public void Tell(Complaint complaint, IReadOnlyList<RecordedEvent> events)
    {
        foreach (var e in events)
        {
            Spans.Happened(complaint.Ticket, e.Event.GetType().Name);
            Count(complaint, e.Event);
            Log(complaint, e.Ticket, Who(e.By), e.Event, e.Channel);
        }
    }

    private void Log(Complaint complaint, string ticket, string who, ComplaintEvent happened, Channel channel)
    {
        switch (happened)
        {
            case Received e:
                Filed(ticket, e.Kind, e.Details.Category, e.Severity, channel, who);
                break;
            case Assigned e:
                HasOwner(ticket, e.Owner, e.Department);
                break;
            case Queued e:
                Waits(ticket, e.Department, e.Answerable);
                break;
            case Accepted:
                TakenOn(ticket, who);
                break;
            case Declined e:
                GivenBack(ticket, e.Owner);
                break;
            case DeadlineMet { InTime: true } e:
                Kept(ticket, Promise(complaint, e.Id));
                break;
            case DeadlineMet e:
                Late(ticket, Promise(complaint, e.Id));
                break;
            case Reminded e:
                if (e.Moment == Complaints.Deadlines.ReminderMoment.AtDue)
                    Broken(ticket, Promise(complaint, e.Id));
                Reminds(ticket, Promise(complaint, e.Id), string.Join(", ", e.To));
                break;
            case Escalated e:
                Higher(ticket, e.Level, string.Join(", ", e.To), who);
                break;
            case EmergencyDeclared e:
                Emergency(ticket, string.Join(", ", e.Told));
                break;
            case ResultReported:
                Result(ticket, who);
                break;
            case Satisfied or ClosedUnconfirmed or ClosedUnresolved or Withdrawn or NotAccepted or MergedInto:
                Closed(ticket, happened.GetType().Name, who);
                break;
            case Unsatisfied or Reopened:
                GoesOn(ticket, happened.GetType().Name, who);
                break;
        }
    }

    private static void Count(Complaint complaint, ComplaintEvent happened)
    {
        var (id, outcome) = happened switch
        {
            DeadlineMet e => (e.Id, e.InTime ? "kept" : "late"),
            Reminded { Moment: Complaints.Deadlines.ReminderMoment.AtDue } e => (e.Id, "missed"),
            _ => (null, ""),
        };
        if (id is not null)
            Figures.Promises.Add(1, new("promise", Promise(complaint, id)), new("outcome", outcome));
    }

    // The kind of promise; ids of several of one kind have a number.
    private static string Promise(Complaint complaint, string id) => complaint.Deadlines.Last(d => d.Id == id).Kind.ToString();

    private static string Who(Actor by) =>
        by.Kind switch
        {
            ActorKind.Staff => by.Id,
            ActorKind.System => "the bot",
            _ => "the customer",
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} filed: {Kind}, {Category}, {Severity}, over {Channel}, by {Who}")]
    private partial void Filed(string ticket, RecordKind kind, string category, Severity severity, Channel channel, string who);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} assigned to {Staff} of {Department}")]
    private partial void HasOwner(string ticket, string staff, string department);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} waits in the queue of {Department}; {Staff} answers for it")]
    private partial void Waits(string ticket, string department, string staff);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} accepted by {Staff}")]
    private partial void TakenOn(string ticket, string staff);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} given back by {Staff}")]
    private partial void GivenBack(string ticket, string staff);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} promise kept: {Promise}")]
    private partial void Kept(string ticket, string promise);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} promise kept late: {Promise}")]
    private partial void Late(string ticket, string promise);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} promise broken: {Promise}")]
    private partial void Broken(string ticket, string promise);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} reminder of {Promise} to {Staff}")]
    private partial void Reminds(string ticket, string promise, string staff);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} escalated to level {Level}, to {Staff}, by {Who}")]
    private partial void Higher(string ticket, int level, string staff, string who);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} is an emergency; told: {Staff}")]
    private partial void Emergency(string ticket, string staff);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} result reported by {Staff}")]
    private partial void Result(string ticket, string staff);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} closed: {How}, by {Who}")]
    private partial void Closed(string ticket, string how, string who);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Ticket} goes on: {Why}, by {Who}")]
    private partial void GoesOn(string ticket, string why, string who);
}
