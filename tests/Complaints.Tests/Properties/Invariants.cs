using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Work;

namespace Complaints.Tests.Properties;

/// <summary>What holds for every complaint at every moment, whatever happened to it.</summary>
internal static class Invariants
{
    /// <summary>What may still be promised when it has ended.</summary>
    internal static readonly DeadlineKind[] AfterClose =
    [
        DeadlineKind.Survey,
        DeadlineKind.CaseReport,
        DeadlineKind.Recovery,
        DeadlineKind.Inspection,
        DeadlineKind.Rectification,
        DeadlineKind.Effectiveness,
    ];

    public static void Hold(Complaint complaint, Organisation organisation, DateTimeOffset now, Action<bool, string> that)
    {
        OneAnswerablePerson(complaint, organisation, that);
        Promises(complaint, organisation, now, that);
        Clocks(complaint, that);
        that(
            (complaint.State == ComplaintState.Closed) == (complaint.CloseKind is not null),
            "Closed without a close kind, or the other way round."
        );
        that((complaint.State == ComplaintState.Merged) == (complaint.MergedInto is not null), "Merged into nothing.");
        that(complaint.IsOpen == (complaint.ClosedAt is null), "Open with an end, or ended without a time.");
        that(
            complaint
                .Deadlines.Where(d => d.Pending && d.Kind == DeadlineKind.Measure)
                .All(d => complaint.OpenMeasures.Any(i => d.Id == $"measure:{i.Id}")),
            "A measure of the past is still promised."
        );
        SomebodysTurn(complaint, organisation, now, that);
        that(complaint.OpenSurvey is null || complaint.State == ComplaintState.Closed, "A survey can be answered before the close.");
        that(complaint.OpenSurvey is null || complaint.Pending(DeadlineKind.Survey) is not null, "A survey stays open for ever.");
    }

    /// <summary>The table has a row that leads from one state to the other by this verb.</summary>
    public static void TransitionIsInTheTable(string verb, ComplaintState from, ComplaintState to, Action<bool, string> that)
    {
        if (from == to)
            return;
        if (verb == Verbs.Timer)
            that(
                (from, to)
                    is
                        (ComplaintState.Assigned, ComplaintState.Received)
                        or
                        (ComplaintState.AwaitingConfirmation, ComplaintState.Closed),
                $"A timer led from {from} to {to}."
            );
        else
            that(ProcedureTable.For(verb).Any(r => r.From.Contains(from) && r.To.Contains(to)), $"{verb} led from {from} to {to}.");
    }

    private static void SomebodysTurn(Complaint complaint, Organisation organisation, DateTimeOffset now, Action<bool, string> that)
    {
        var work = WhoseTurn.Of(complaint, new CommandContext(organisation, now, Actor.System, Channel.Teams));
        var rests = complaint is { State: ComplaintState.AwaitingConfirmation } or { Hold: not null } or { IsOpen: false };
        that(rests || work.Count > 0, "It is open and nobody's turn.");
        that(
            !work.Any(i => Relations.IsConflicted(i.Person, complaint, organisation)),
            "Something waits for a person whom it accuses, or their line."
        );
        that(work.Count(i => i.Subject == "" && i.Person == complaint.Owner && i.What == "resolve") <= 1, "One step stands there twice.");
        // Whatever somebody was asked for by name waits for them, and only while it is pending.
        var named = complaint.Deadlines.Where(d => d.Subject.Length > 0 && d.PausedSince is null).ToList();
        that(
            named
                .Where(d =>
                    d.Pending && d.Kind != DeadlineKind.Measure && !Relations.IsConflicted(d.Responsible ?? "", complaint, organisation)
                )
                .All(d => work.Any(i => i.Subject == d.Subject)),
            "A promise with a name on it is in nobody's work."
        );
        that(
            work.Where(i => i.Subject.Length > 0).All(i => named.Any(d => d.Pending && d.Subject == i.Subject)),
            "Somebody's work names what is done."
        );
    }

    private static void OneAnswerablePerson(Complaint complaint, Organisation organisation, Action<bool, string> that)
    {
        if (!complaint.IsOpen)
            return;
        that(complaint.AnswerablePerson is not null, "Nobody answers for it.");
        that(complaint.Owner is null || complaint.Answerable is null, "Two people answer for it.");
        that(complaint.State == ComplaintState.Received || complaint.Owner is not null, $"{complaint.State} without an owner.");
        that(organisation.FindStaff(complaint.AnswerablePerson) is not null, "Who answers for it is not of the staff.");
        that(
            !Relations.IsConflicted(complaint.AnswerablePerson!, complaint, organisation),
            "Somebody whom it is about, or of their line, answers for it."
        );
        that(organisation.FindDepartment(complaint.Department) is not null, "It is with no department.");
    }

    private static void Promises(Complaint complaint, Organisation organisation, DateTimeOffset now, Action<bool, string> that)
    {
        var pending = complaint.Deadlines.Where(d => d.Pending).ToList();
        that(!complaint.IsOpen || pending.Count > 0, "Open without a promise.");
        that(!complaint.IsOpen || Timers.Next(complaint, organisation) is not null, "Open, and nothing will ever happen by itself.");
        that(complaint.IsOpen || pending.TrueForAll(d => AfterClose.Contains(d.Kind)), "Ended with a promise of the open time.");
        that(complaint.Deadlines.Select(d => d.Id).Distinct().Count() == complaint.Deadlines.Count, "Two promises with one id.");
        that(
            pending
                .Where(d => d.Kind is not (DeadlineKind.Measure or DeadlineKind.Part or DeadlineKind.Rectification))
                .GroupBy(d => d.Kind)
                .All(g => g.Count() == 1),
            "The same promise twice."
        );
        that(
            (complaint.State == ComplaintState.Assigned) || complaint.Pending(DeadlineKind.Accept) is null,
            "Waits to be accepted although nobody is asked."
        );
        that(
            complaint.State != ComplaintState.AwaitingConfirmation || complaint.Pending(DeadlineKind.Confirmation) is not null,
            "The customer is not going to be asked."
        );
        that(complaint.Deadlines.All(d => d.EndedAt is null || d.EndedAt <= now), "A promise ended in the future.");
        that(
            complaint.OpenParts.All(p =>
                !complaint.IsOpen
                || pending.Exists(d => d.Kind == DeadlineKind.Part && d.Id.StartsWith($"part:{p.Id}", StringComparison.Ordinal))
            ),
            "A part of a panel without a deadline."
        );
        that(
            complaint.OpenMeasures.All(i =>
                !complaint.IsOpen || pending.Exists(d => d.Kind == DeadlineKind.Measure && d.Id == $"measure:{i.Id}")
            ),
            "A measure without a deadline."
        );
    }

    private static void Clocks(Complaint complaint, Action<bool, string> that)
    {
        foreach (var d in complaint.Deadlines.Where(d => d.Pending && d.PausesForCustomer))
        {
            var waits =
                complaint.Hold?.Reason == HoldReason.WaitingCustomer
                || (complaint.State == ComplaintState.AwaitingConfirmation && d.Kind == DeadlineKind.Resolve);
            that(
                waits == (d.PausedSince is not null),
                $"{d.Id} is {(waits ? "running" : "paused")} although the work {(waits ? "waits" : "goes on")}."
            );
        }
        that(complaint.Hold is null || complaint.IsOpen, "An ended complaint is on hold.");
        that(
            complaint.Pending(DeadlineKind.HoldEnd) is null || complaint.Hold is not null,
            "The end of a hold that is over is still to come."
        );
    }
}
