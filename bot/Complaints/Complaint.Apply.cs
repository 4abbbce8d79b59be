using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Quality;

namespace Complaints;

/// <content>How each event changes a complaint. No decisions here: an event is a fact.</content>
public sealed partial class Complaint
{
    private void Apply(RecordedEvent recorded)
    {
        var at = recorded.At;
        Rounds.Apply(recorded);
        switch (recorded.Event)
        {
            case Received e:
                Apply(e, recorded);
                break;
            case InformationAdded e:
                _evidence.AddRange(e.Files);
                Details = Details with { NotNamed = e.NotNamed ?? Details.NotNamed };
                break;
            case FactsCorrected e:
                Apply(e, recorded);
                break;
            case Withdrawn:
                Share(recorded, ShareState.Withdrawn);
                End(ComplaintState.Withdrawn, null, at);
                break;
            case NotAccepted:
                End(ComplaintState.NotAccepted, null, at);
                break;
            case MergedInto e:
                End(ComplaintState.Merged, null, at);
                MergedInto = e.Ticket;
                break;
            case OneTimeCodeGiven e:
                OneTimeCode = e;
                break;
            case Joined e:
                Apply(e);
                OneTimeCode = e.WithOneTimeCode ? null : OneTimeCode;
                break;
            case Linked e:
                _links.Add(e);
                break;
            // They say something about history and readers, not about the complaint.
            case PersonalDataErased or NoteTakenBack or EvidenceSeen:
                break;

            case Assigned e:
                (Department, Owner, OwnerName, Answerable, AssignedAt) = (e.Department, e.Owner, e.OwnerName, null, at);
                if (State == ComplaintState.Received)
                    State = ComplaintState.Assigned;
                else
                    _handledBy.Add(e.Owner);
                if (recorded.By.Kind == ActorKind.Staff)
                    _declinedBy.Clear();
                break;
            case Queued e:
                (Department, Owner, OwnerName, Answerable) = (e.Department, null, null, e.Answerable);
                break;
            case TaskHandedOver e:
                ChangeDeadline(e.Deadline, d => d with { Responsible = e.To });
                HandOver(_deadlines.Last(d => d.Id == e.Deadline), e.To);
                break;
            case Accepted:
                State = ComplaintState.Investigating;
                _handledBy.Add(Owner!);
                break;
            case Declined e:
                _declinedBy.Add(e.Owner);
                (ReturnCount, State, Answerable, Owner, OwnerName) = (ReturnCount + 1, ComplaintState.Received, e.Owner, null, null);
                break;
            case Noted e:
                _evidence.AddRange(e.Files);
                break;
            case CustomerTold e:
                FirstResponseAt ??= e.ByPhone || !_parties[0].HasNoChat ? at : null;
                break;
            case CallAsked e:
                // The words of an earlier call for the same reason are old.
                for (var i = 0; i < _calls.Count; i++)
                    _calls[i] = _calls[i].Party == e.Party && _calls[i].About == e.About ? _calls[i] with { IsOpen = false } : _calls[i];
                _calls.Add(new(e.CallId, e.Party, e.About, e.Text));
                break;
            case CallTakenBack e:
                Replace(_calls, c => c.Id == e.CallId, c => c with { IsOpen = false });
                break;
            case CallReported e:
                Replace(
                    _calls,
                    c => c.Id == e.CallId,
                    c =>
                        c with
                        {
                            Tries = c.Tries + 1,
                            Outcome = e.Outcome,
                            IsOpen =
                                e.Outcome == Complaints.Calls.CallOutcome.CallBack
                                || (e.Outcome == Complaints.Calls.CallOutcome.NoAnswer && c.Tries + 1 < Complaints.Calls.ReportCall.Most),
                        }
                );
                break;
            case Graded e:
                (Severity, SeverityReason, Complex) = (e.Severity, e.Reason, e.Complex ?? Complex);
                if (e.CustomerLevel is not null)
                    ChangeFiled(0, c => c with { Level = e.CustomerLevel });
                break;
            case Categorised e:
                (Details, CategoryConfirmed) = (Details with { Category = e.Category }, true);
                break;
            case EmergencyDeclared:
                Emergency = true;
                break;
            case PartAsked e:
                _parts.Add(new(e.PartId, e.Department, e.Responsible, e.Text, e.Due));
                break;
            case PartAnswered e:
                Replace(_parts, p => p.Id == e.PartId, p => p with { Answer = e.Text });
                break;
            case Held e:
                (Hold, HeldSince) = (e, at);
                break;
            case Resumed:
                (Hold, HeldSince) = (null, null);
                break;

            case CauseRecorded e:
                (Cause, State) = (e, ComplaintState.Planning);
                break;
            case PlanProposed e:
                if (!e.NeedsApproval)
                    State = ComplaintState.InProgress;
                break;
            case PlanApproved:
                State = ComplaintState.InProgress;
                break;
            // What became of a measure is told by its round.
            case MeasureDone or MeasureCancelled:
                break;
            case ResultReported:
                (State, ConfirmationTries, Extension) = (ComplaintState.AwaitingConfirmation, 0, null);
                FirstResponseAt ??= _parties[0].HasNoChat ? null : at;
                break;
            case ConfirmationAsked e:
                ConfirmationTries = e.Try;
                break;
            case PartySatisfied e:
                ChangeParty(e.Party, p => p with { Share = ShareState.Satisfied });
                break;
            case PartyWithdrew e:
                ChangeParty(e.Party, p => p with { Share = ShareState.Withdrawn });
                break;
            case PartyReturned e:
                ChangeParty(e.Party, p => p with { Share = ShareState.Open });
                break;
            case Satisfied:
                foreach (var party in _parties.Where(p => p.IsOpen).Select(p => p.Ticket).ToList())
                    ChangeParty(party, p => p with { Share = ShareState.Satisfied });
                End(ComplaintState.Closed, Complaints.CloseKind.Confirmed, at);
                break;
            case ClosedUnconfirmed:
                End(ComplaintState.Closed, Complaints.CloseKind.Unconfirmed, at);
                break;
            case ClosedUnresolved:
                End(ComplaintState.Closed, Complaints.CloseKind.Unresolved, at);
                break;
            case Unsatisfied e:
                if (e.Party is { } unsatisfied)
                    ChangeParty(unsatisfied, p => p with { Share = ShareState.Open });
                else
                    Share(recorded, ShareState.Open);
                State = ComplaintState.Planning;
                break;
            case Reopened e:
                OpenShares(recorded);
                // What nobody owned yet looks for an owner first.
                State = Owner is null ? ComplaintState.Received : ComplaintState.Investigating;
                (CloseKind, ReopenCount, ClosedAt, OpenSurvey) = (null, e.Count, null, null);
                _surveyed.Clear();
                // What a department still owed was given up when it ended.
                _parts.RemoveAll(p => p.Answer is null);
                break;

            case EmergencyMeasureTaken e:
                EmergencyMeasure = e;
                break;
            case ArrivedOnSite:
                break;
            case ExtensionAsked e:
                Extension = new(recorded.By.Id, e.Until, e.Reason, e.Head);
                break;
            case ExtensionDeclined:
                Extension = null;
                break;
            case Escalated e:
                EscalationLevel = Math.Max(EscalationLevel, e.Level);
                break;

            case SurveyOffered e:
                OpenSurvey = e;
                _surveyed.Clear();
                break;
            case SurveyReminded:
                break;
            case SurveyExpired:
                OpenSurvey = null;
                break;
            case SurveyAnswered e:
                Survey = e;
                Surveyed(e.Party ?? Ticket, e);
                break;
            case VisitRecorded e:
                // A visit asks for the one who cannot be written to.
                if (e.Outcome != "unreachable")
                    Surveyed((_parties.Find(p => p.HasNoChat) ?? _parties[0]).Ticket, null);
                break;
            case InspectionDrawn e:
                DrawnForInspection = e;
                break;
            case Inspected e:
                Inspection = e;
                break;
            case RectificationIssued e:
                _rectifications.Add(new(e.Number, e.Department, e.Requirement, e.Responsible, RectificationState.Issued));
                break;
            case RectificationReplied e:
                ChangeNotice(
                    e.Number,
                    r => r with { State = RectificationState.Replied, Evidence = e.Evidence, RepliedBy = recorded.By.Id }
                );
                break;
            case RectificationJudged e:
                ChangeNotice(e.Number, r => r with { State = e.Verified ? RectificationState.Verified : RectificationState.Rejected });
                break;
            case CaseReportSigned e:
                (CaseReport, Effectiveness) = (e, null);
                break;
            case EffectivenessJudged e:
                Effectiveness = e;
                break;

            default:
                ApplyToDeadline(recorded);
                break;
        }
    }

    private void Apply(FactsCorrected e, RecordedEvent recorded)
    {
        // Somebody whose complaint was merged in puts their own name and number right, not the facts of the other.
        var party = Math.Max(0, _parties.FindIndex(p => p.Has(recorded.By.Id)));
        ChangeFiled(party, e.Facts.Onto);
        if (party == 0)
            Details = e.Facts.Onto(Details);
    }

    // The same customer on another device, or a customer with a complaint of their own.
    private void Apply(Joined e)
    {
        if (_parties.FindIndex(p => p.Ticket == e.Ticket) is >= 0 and var known)
            _parties[known] = _parties[known] with { People = [.. _parties[known].People, e.Complainant] };
        else
            _parties.Add(new(e.Ticket, [e.Complainant]));
    }

    private void ChangeFiled(int party, Func<Complainant, Complainant> change) =>
        _parties[party] = _parties[party] with { People = [change(_parties[party].Filed), .. _parties[party].People.Skip(1)] };

    // The survey is over when everybody who did not take their share back has answered.
    private void Surveyed(string party, SurveyAnswered? answer)
    {
        _surveyed[party] = answer ?? _surveyed.GetValueOrDefault(party);
        if (_parties.TrueForAll(p => p.Share == ShareState.Withdrawn || _surveyed.ContainsKey(p.Ticket)))
            OpenSurvey = null;
    }

    private void ChangeParty(string ticket, Func<Party, Party> change) => Replace(_parties, p => p.Ticket == ticket, change);

    private void Share(RecordedEvent recorded, ShareState share)
    {
        if (PartyOf(recorded.By.Id) is { } own)
            ChangeParty(own.Ticket, p => p with { Share = share });
    }

    // A customer opens their own share again; staff open it for everybody who did not take it back.
    private void OpenShares(RecordedEvent recorded)
    {
        var allTookItBack = _parties.TrueForAll(p => p.Share == ShareState.Withdrawn);
        var opened = PartyOf(recorded.By.Id) is { } own
            ? [own]
            : _parties.Where(p => allTookItBack || p.Share == ShareState.Satisfied).ToList();
        foreach (var ticket in opened.Select(p => p.Ticket))
            ChangeParty(ticket, p => p with { Share = ShareState.Open });
    }

    private void Apply(Received e, RecordedEvent recorded)
    {
        (Kind, State, Details) = (e.Kind, ComplaintState.Received, e.Details);
        _parties.Add(new(Ticket, [e.Complainant]));
        (Severity, SeverityReason, Channel, LoggedBy, FollowUpCodeHash) = (
            e.Severity,
            e.SeverityReason,
            recorded.Channel,
            e.LoggedBy,
            e.FollowUpCodeHash
        );
        ReceivedAt = recorded.At;
        _evidence.AddRange(e.Details.Files);
    }

    private void End(ComplaintState state, CloseKind? kind, DateTimeOffset at)
    {
        (State, CloseKind, ClosedAt) = (state, kind, at);
        (Hold, HeldSince, Extension) = (null, null, null);
        for (var i = 0; i < _calls.Count; i++)
            _calls[i] = _calls[i] with { IsOpen = false };
    }

    private void ApplyToDeadline(RecordedEvent recorded)
    {
        var at = recorded.At;
        switch (recorded.Event)
        {
            case DeadlineSet e:
                _deadlines.Add(
                    new()
                    {
                        Id = e.Id,
                        Kind = e.Kind,
                        Start = e.Start,
                        Limit = e.Limit,
                        Clock = e.Clock,
                        Due = e.Due,
                        Responsible = e.Responsible,
                    }
                );
                break;
            case DeadlinePaused e:
                ChangeDeadline(e.Id, d => d with { PausedSince = d.PausedSince ?? at });
                break;
            case DeadlineMoved e:
                Extension = e.Why == Extend.Why ? null : Extension;
                ChangeDeadline(
                    e.Id,
                    d =>
                        d with
                        {
                            Due = e.Due,
                            Limit = e.Limit ?? d.Limit,
                            Clock = e.Clock ?? d.Clock,
                            Pauses = d.PausedSince is { } since ? [.. d.Pauses, new Pause(since, at)] : d.Pauses,
                            PausedSince = null,
                            // Later than it was: the ladder starts again below the deadline. A reopened hold must not breach at once.
                            Steps = e.Due > d.Due ? 0 : d.Steps,
                            LastReminded = e.Due > d.Due ? at : d.LastReminded,
                            SnoozedUntil = null,
                        }
                );
                break;
            case DeadlineMet e:
                ChangeDeadline(e.Id, d => d with { EndedAt = e.StoppedAt, InTime = e.InTime });
                break;
            case DeadlineCancelled e:
                ChangeDeadline(e.Id, d => d with { EndedAt = at });
                break;
            case Reminded e:
                ChangeDeadline(e.Id, d => d with { Steps = e.Step, LastReminded = at });
                break;
            case Snoozed e:
                ChangeDeadline(e.Id, d => d with { SnoozedUntil = e.Until, Snoozes = d.Snoozes + 1 });
                break;
            case SnoozeTakenBack e:
                ChangeDeadline(e.Id, d => d with { SnoozedUntil = e.Until, Snoozes = d.Snoozes - 1 });
                break;
            default:
                throw new InvalidOperationException($"No rule how {recorded.Event.GetType().Name} changes a complaint.");
        }
    }

    // A measure's new owner is told by its round.
    private void HandOver(Deadline deadline, string to)
    {
        if (deadline.Kind == DeadlineKind.Part)
            Replace(_parts, p => deadline.IsAbout(p.Id), p => p with { Responsible = to });
        else if (
            deadline.Kind == DeadlineKind.Rectification
            && _rectifications.Exists(r => deadline.IsAbout(r.Number) && r.State != RectificationState.Replied)
        )
            ChangeNotice(_rectifications.Last(r => deadline.IsAbout(r.Number)).Number, r => r with { Responsible = to });
        else if (deadline.Kind == DeadlineKind.Inspection && DrawnForInspection is { } drawn)
            DrawnForInspection = drawn with { Inspector = to };
    }

    // A deadline id may be used again after the earlier one ended (a second first-response after reopening): the last one is meant.
    private void ChangeDeadline(string id, Func<Deadline, Deadline> change) => Replace(_deadlines, d => d.Id == id, change);

    private void ChangeNotice(string number, Func<Rectification, Rectification> change) =>
        Replace(_rectifications, r => r.Number == number, change);

    private static void Replace<T>(List<T> list, Predicate<T> which, Func<T, T> change)
    {
        var i = list.FindLastIndex(which);
        list[i] = change(list[i]);
    }
}
