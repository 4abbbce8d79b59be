using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Rounds;
using Complaints.Surveys;

namespace ComplaintBot.Notices;

/// <summary>What staff hear by themselves: their ticket as a card that stays current, what the customer says, reminders until the
/// promise is met.</summary>
public static class StaffNotices
{
    /// <summary>The messages to all staff concerned.</summary>
    public static IEnumerable<OutgoingMessage> Of(NoticeContext context)
    {
        foreach (var message in TicketCards(context).Concat(EmergencyNotices.Of(context)))
            yield return message;
        foreach (var e in context.Happened)
        {
            foreach (var message in Of(e, context).Concat(Quality.QualityNotices.Of(e, context)))
                yield return message;
        }
    }

    // Whoever holds a card of the ticket sees it as it is now; the owner of this moment gets one even if they had none.
    private static IEnumerable<OutgoingMessage> TicketCards(NoticeContext context)
    {
        var c = context.Complaint;
        if (!context.Happened.Any(e => e.Event is not (DeadlineSet or DeadlineMet or Reminded or Snoozed or DeadlineCancelled)))
            return [];
        var gotIt = context.Happened.Select(e => e.Event).Any(e => e is Assigned or Queued);
        var holders = c
            .History.Select(e => e.Event)
            .Select(e => (e as Assigned)?.Owner ?? (e as Queued)?.Answerable ?? (e as PartAsked)?.Responsible)
            .Concat(context.Has<PlanProposed>() && c.PlanWaitsForApproval ? [Head(context)] : [])
            .OfType<string>()
            .Distinct()
            .Where(id => context.Organisation.FindStaff(id) is not null && !Relations.IsConflicted(id, c, context.Organisation));
        return holders.Select(id =>
            StaffCards.TicketMessage(
                context,
                id,
                onlyUpdate: id != Head(context, c.PlanWaitsForApproval) && (id != c.AnswerablePerson || !gotIt)
            )
        );
    }

    private static IEnumerable<OutgoingMessage> Of(RecordedEvent recorded, NoticeContext context)
    {
        var c = context.Complaint;
        (string, object?) ticket = ("ticket", c.Ticket);
        switch (recorded.Event)
        {
            case InformationAdded { ByCustomer: true } e when c.AnswerablePerson is { } owner:
                yield return context.CardToStaff(
                    owner,
                    "customer-said",
                    language => CustomerSaid.Data(c, recorded.By.Id, e, context.Reader(language), StaffCards.Actor(context, owner)),
                    key: null
                );
                break;
            case FactsCorrected { ByCustomer: true } e when c.AnswerablePerson is { } owner:
                yield return context.CardToStaff(
                    owner,
                    "customer-said",
                    language => CustomerSaid.Data(c, recorded.By.Id, e, context.Reader(language), StaffCards.Actor(context, owner)),
                    key: null
                );
                break;
            case Unsatisfied e:
                var head = e.NewRound >= PlanUntilSatisfied.HeadIsToldFrom ? Head(context) : null;
                foreach (var id in new[] { c.AnswerablePerson, head }.OfType<string>().Distinct())
                    yield return context.ToStaff(id, "staff.newRound", ticket, ("round", e.NewRound), ("reason", e.Reason));
                break;
            case PartySatisfied e when c.Owner is { } owner:
                yield return context.ToStaff(owner, "staff.partySatisfied", ticket, ("party", e.Party));
                break;
            case PartyWithdrew e when c.AnswerablePerson is { } owner:
                yield return context.ToStaff(owner, "staff.partyWithdrew", ticket, ("party", e.Party));
                break;
            case PartyReturned e when c.AnswerablePerson is { } owner:
                yield return context.ToStaff(owner, "staff.partyReturned", ticket, ("party", e.Party), ("reason", e.Reason));
                break;
            case Satisfied when c.Owner is { } owner:
                yield return context.ToStaff(owner, "staff.satisfied", ticket);
                break;
            case ClosedUnconfirmed when c.Owner is { } owner:
                yield return context.ToStaff(owner, "staff.closedUnconfirmed", ticket);
                break;
            case Complaints.Events.Withdrawn when c.AnswerablePerson is { } owner:
                yield return context.ToStaff(owner, "staff.withdrawn", ticket);
                break;
            case Reopened e:
                foreach (var id in new[] { c.AnswerablePerson, e.Count >= 2 ? Head(context) : null }.OfType<string>().Distinct())
                    yield return context.ToStaff(id, "staff.reopened", ticket, ("reason", e.Reason), ("times", e.Count));
                break;
            case CallAsked e:
                yield return CallCard(context, e.CallId, onlyUpdate: false);
                break;
            case CallTakenBack e:
                yield return CallCard(context, e.CallId, onlyUpdate: true);
                break;
            case CallReported e:
                yield return CallCard(context, e.CallId, onlyUpdate: true);
                break;
            case TaskHandedOver e:
                var task = c.Deadlines.Last(d => d.Id == e.Deadline);
                yield return context.ToStaff(
                    e.To,
                    "staff.taskHandedOver",
                    ticket,
                    ("todo", context.Reader(context.LanguageOf(e.To)).Text("todo." + Reader.Code(task.Kind))),
                    ("due", context.Moment(context.LanguageOf(e.To), task.Due))
                );
                yield return StaffCards.TicketMessage(context, e.To, onlyUpdate: false);
                break;
            case Declined { Reason: "notAcceptedInTime" } e:
                // Where nobody is next, nobody is said to be.
                yield return c.Owner is { } next && next != e.Owner
                    ? context.ToStaff(e.Owner, "staff.notAcceptedInTime", ticket, ("owner", c.OwnerName))
                    : context.ToStaff(
                        e.Owner,
                        "staff.notAcceptedNobody",
                        ticket,
                        ("head", context.Reader(context.LanguageOf(e.Owner)).Person(c.AnswerablePerson))
                    );
                break;
            // It asks something new of the head, so it is a message of its own and no edit of an old card.
            case Queued e when !context.Has<Received>():
                yield return context.ToStaff(e.Answerable, c.Emergency ? "staff.pleaseAssignNow" : "staff.pleaseAssign", ticket);
                break;
            case PlanProposed { NeedsApproval: false } e when e.Owner != recorded.By.Id && e.Owner != c.Owner:
                foreach (var message in MeasureIsTheirs(context, e.Owner, e.Measure, e.Due))
                    yield return message;
                break;
            case PlanApproved:
                foreach (var measure in c.OpenMeasures.Where(m => m.Owner != c.Owner))
                {
                    foreach (var message in MeasureIsTheirs(context, measure.Owner, measure.Text, measure.Due))
                        yield return message;
                }
                break;
            case Escalated e:
                foreach (var id in e.To)
                {
                    yield return context.ToStaff(id, "staff.escalated", ticket, ("who", recorded.By.Name), ("reason", e.Reason));
                    yield return StaffCards.TicketMessage(context, id, onlyUpdate: false);
                }
                break;
            case Reminded e:
                foreach (var id in e.To.Where(id => !context.Bundled.Contains(id)))
                {
                    if (QuietEarlier(recorded, e.Id, id, context) is { } earlier)
                        yield return earlier;
                    yield return context.CardToStaff(
                        id,
                        "reminder",
                        language => StaffCards.Reminder(context, e, id, language),
                        ReminderKey(c, e.Id, e.Step)
                    );
                }
                break;
            case DeadlineMet or DeadlineCancelled or DeadlineMoved or DeadlinePaused:
                foreach (var message in SettledReminders(recorded.Event, context))
                    yield return message;
                break;
            // The second tap of the short form completes the first: quality hears of it once.
            case SurveyAnswered e
                when IsLow(e, context)
                    && !c
                        .History.TakeWhile(h => h != recorded)
                        .Any(h =>
                            h.Event is SurveyAnswered before && before.Close == e.Close && before.Party == e.Party && IsLow(before, context)
                        ):
                foreach (var id in context.Organisation.StaffWith(Role.Quality).Select(s => s.Id).Append(Head(context)).Distinct())
                    yield return context.ToStaff(id, "staff.lowScore", ticket, ("score", e.Score), ("comment", e.Comment ?? ""));
                break;
            case SurveyOffered when Recipient.IsOutOfReach(c.Complainant):
                if (Visitors.Choose(c, Circumstances(context)) is { } visitor)
                    yield return context.CardToStaff(
                        visitor,
                        "visit",
                        language => StaffCards.Visit(context, language),
                        $"visit:{c.Ticket}"
                    );
                break;
            // Praise is for the praised and for who answers for them.
            case Received when c.Praised.Count > 0:
                foreach (var id in c.Praised)
                    yield return context.ToStaff(id, "staff.praised", ticket, ("words", c.Details.Description));
                foreach (var id in c.Praised.Select(p => HeadOf(p, context)).OfType<string>().Distinct().Except(c.Praised))
                    yield return context.ToStaff(
                        id,
                        "staff.praisedOfYours",
                        ticket,
                        (
                            "names",
                            string.Join(
                                context.Reader(context.LanguageOf(id)).Text("common.listSeparator"),
                                c.Praised.Select(context.Reader(context.LanguageOf(id)).Person)
                            )
                        ),
                        ("words", c.Details.Description)
                    );
                break;
            case RectificationIssued e:
                yield return context.CardToStaff(
                    e.Responsible,
                    "rectification",
                    language => StaffCards.Rectification(context, e.Number, e.Responsible, language),
                    $"rectification:{e.Number}"
                );
                break;
            case RectificationReplied e:
                // To the one who is to verify it: whoever may not gets no card that asks for it.
                if (c.Pending(DeadlineKind.Rectification)?.Responsible is { } verifier)
                    yield return context.CardToStaff(
                        verifier,
                        "rectification",
                        language => StaffCards.Rectification(context, e.Number, verifier, language),
                        $"rectification:{e.Number}"
                    );
                break;
            case DeadlineSet { Kind: DeadlineKind.Effectiveness, Due: var until }
                when c.Pending(DeadlineKind.Effectiveness)?.Responsible is { } judge:
                yield return context.ToStaff(
                    judge,
                    "staff.effectivenessYours",
                    ticket,
                    ("measure", c.CaseReport?.Prevention ?? ""),
                    ("due", context.Moment(context.LanguageOf(judge), until))
                );
                break;
            case RectificationJudged e:
                var notice = c.Rectifications.First(r => r.Number == e.Number);
                yield return context.CardToStaff(
                    notice.Responsible,
                    "rectification",
                    language => StaffCards.Rectification(context, e.Number, notice.Responsible, language),
                    $"rectification:{e.Number}"
                );
                break;
            default:
                break;
        }
    }

    // Whoever is to do a measure hears it when they are named, not when it is late.
    private static IEnumerable<OutgoingMessage> MeasureIsTheirs(NoticeContext context, string owner, string measure, DateTimeOffset due)
    {
        yield return context.ToStaff(
            owner,
            "staff.measureYours",
            ("ticket", context.Complaint.Ticket),
            ("measure", measure),
            ("due", context.Moment(context.LanguageOf(owner), due))
        );
        yield return StaffCards.TicketMessage(context, owner, onlyUpdate: false);
    }

    // To whoever wrote the words, else to who answers for the complaint.
    private static OutgoingMessage CallCard(NoticeContext context, string id, bool onlyUpdate)
    {
        var c = context.Complaint;
        var asked = c.History.First(e => e.Event is CallAsked a && a.CallId == id);
        return context.CardToStaff(
            asked.By.Kind == ActorKind.Staff ? asked.By.Id : c.AnswerablePerson ?? Head(context),
            "call",
            language => StaffCards.Call(context, c.Calls.First(k => k.Id == id), language),
            StaffCards.CallKey(c.Ticket, id),
            onlyUpdate
        );
    }

    // The card of a promise that is met, moved or gone says so to everybody who was reminded of it.
    private static IEnumerable<OutgoingMessage> SettledReminders(ComplaintEvent e, NoticeContext context)
    {
        var id = e switch
        {
            DeadlineMet m => m.Id,
            DeadlineCancelled x => x.Id,
            DeadlineMoved m => m.Id,
            DeadlinePaused p => p.Id,
            _ => "",
        };
        var reminded = context
            .Complaint.History.Select(h => h.Event)
            .OfType<Reminded>()
            .Where(r => r.Id == id)
            .SelectMany(r => r.To.Select(to => (To: to, r.Step)))
            .Distinct();
        return reminded.Select(r =>
            context.CardToStaff(
                r.To,
                "reminder-met",
                language => StaffCards.Settled(context, id, language),
                ReminderKey(context.Complaint, id, r.Step),
                onlyUpdate: true
            )
        );
    }

    // The last card that reminded somebody of the same deadline points at the newer one: of many only one asks for it.
    private static OutgoingMessage? QuietEarlier(RecordedEvent recorded, string deadline, string id, NoticeContext context) =>
        context
            .Complaint.History.TakeWhile(h => h != recorded)
            .Select(h => h.Event)
            .OfType<Reminded>()
            .LastOrDefault(r =>
                r.Id == deadline
                && r.To.Contains(id)
                && context.Complaint.Deadlines.Last(d => d.Id == r.Id) is { Pending: true, PausedSince: null }
            )
            is { } earlier
            ? context.CardToStaff(
                id,
                "reminder-met",
                language => StaffCards.Settled(context, earlier.Id, language, "newer"),
                ReminderKey(context.Complaint, earlier.Id, earlier.Step),
                onlyUpdate: true
            )
            : null;

    private static bool IsLow(SurveyAnswered answer, NoticeContext context) =>
        answer.Score <= context.Organisation.Survey.LowScore || answer.Solved == "no";

    // Each rung is a message of its own: an edit makes no sound in Teams.
    private static string ReminderKey(Complaint complaint, string deadline, int step) => $"deadline:{complaint.Ticket}:{deadline}:{step}";

    private static string Head(NoticeContext context) => Rungs.HeadOf(context.Complaint, Circumstances(context));

    // The head of somebody's department, nobody where that is the person themselves.
    private static string? HeadOf(string staffId, NoticeContext context) =>
        context.Organisation.FindDepartment(context.Organisation.FindStaff(staffId)?.Department)?.Manager;

    private static CommandContext Circumstances(NoticeContext context) =>
        new(context.Organisation, context.Now, Actor.System, Channel.Teams);

    private static string? Head(NoticeContext context, bool when) => when ? Head(context) : null;
}
