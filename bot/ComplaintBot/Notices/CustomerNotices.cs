using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;

namespace ComplaintBot.Notices;

/// <summary>What customers hear by themselves: never what they just did, always what was promised to them and what became of it.</summary>
public static class CustomerNotices
{
    /// <summary>The messages to all customers of the complaint.</summary>
    public static IEnumerable<OutgoingMessage> Of(NoticeContext context)
    {
        foreach (var (party, customer) in context.Customers)
        {
            foreach (var e in context.Happened.Where(e => e.By.Id != customer.Id && Concerns(e.Event, party, context.Complaint)))
            {
                foreach (var message in Of(e, customer, context))
                    yield return message;
            }
        }
    }

    // Whose share has ended hears nothing of how it goes on for the others. Each is asked for a score of their own.
    private static bool Concerns(ComplaintEvent what, Party party, Complaint complaint) =>
        what switch
        {
            SurveyOffered => party.Share != ShareState.Withdrawn,
            SurveyReminded => party.Share != ShareState.Withdrawn && complaint.IsSurveyOpenFor(party.Filed.Id),
            PartySatisfied e => e.Party == party.Ticket,
            _ => !EndedBefore(party, complaint),
        };

    private static bool EndedBefore(Party party, Complaint complaint) =>
        !party.IsOpen
        && complaint
            .History.Select(e => e.Event)
            .LastOrDefault(e =>
                e is Reopened
                || (e is PartyWithdrew w && w.Party == party.Ticket)
                || (e is PartySatisfied s && s.Party == party.Ticket)
                || (e is PartyReturned r && r.Party == party.Ticket)
            )
            is PartyWithdrew
                or PartySatisfied;

    private static IEnumerable<OutgoingMessage> Of(RecordedEvent recorded, Complainant customer, NoticeContext context)
    {
        var c = context.Complaint;
        var reader = context.Reader(customer);
        (string, object?) ticket = ("ticket", reader.NumberOf(c));
        // What the policy says, never "any time".
        (string, object?) days = ("days", (int)context.Organisation.Confirmation.ReopenWindow(c.CloseKind).ToTimeSpan().TotalDays);
        switch (recorded.Event)
        {
            // At filing the receipt names the owner already; a change of mind within one turn is told once.
            case Assigned e when !context.Has<Received>() && e.Owner == c.Owner && !context.Has<Reopened>():
                yield return context.ToCustomer(customer, "notice.owner", ticket, ("owner", e.OwnerName));
                break;
            // They heard it on the phone, or it came with the card of the files.
            case CustomerTold { ByPhone: true } or CustomerTold { Files: not null }:
                break;
            case CustomerTold e when context.Happened.Any(h => h.Event is Held { Reason: HoldReason.WaitingCustomer }):
                yield return context.CardToCustomer(customer, "question", CustomerCards.Question(c, reader, e.Text));
                break;
            case CustomerTold e:
                yield return context.CardToCustomer(
                    customer,
                    "progress",
                    CustomerCards.Progress(c, reader, reader.PersonWithDepartment(recorded.By.Id), e.Text)
                );
                break;
            case PlanProposed { NeedsApproval: false } e:
                yield return context.ToCustomer(
                    customer,
                    "notice.plan",
                    ticket,
                    ("measure", MeasureWords.ForCustomer(e.Measure, reader)),
                    ("due", reader.Promise(e.Due))
                );
                break;
            case PlanApproved:
                foreach (var item in c.OpenMeasures)
                    yield return context.ToCustomer(
                        customer,
                        "notice.plan",
                        ticket,
                        ("measure", MeasureWords.ForCustomer(item.Text, reader)),
                        ("due", reader.Promise(item.Due))
                    );
                break;
            case ConfirmationAsked:
                yield return context.CardToCustomer(customer, "result", CustomerCards.Result(c, reader));
                break;
            case Satisfied or PartySatisfied:
                yield return context.ToCustomer(customer, "notice.closed", ticket, days);
                break;
            case ClosedUnconfirmed:
                yield return context.CardToCustomer(customer, "closed", CustomerCards.Closed(c, reader));
                break;
            case ClosedUnresolved e:
                yield return context.ToCustomer(
                    customer,
                    "notice.closedUnresolved",
                    ticket,
                    ("reason", e.Reason),
                    ("offer", e.Offer),
                    days
                );
                break;
            case NotAccepted e:
                yield return context.ToCustomer(customer, "notice.notAccepted", ticket, ("reason", e.Reason), days);
                break;
            case MergedInto { SameCustomer: true } e:
                yield return context.ToCustomer(customer, "notice.merged", ticket, ("into", e.Ticket));
                break;
            case MergedInto:
                yield return context.ToCustomer(customer, "notice.mergedTogether", ticket);
                break;
            case Reopened:
                yield return context.ToCustomer(customer, "notice.reopened", ticket);
                break;
            case DeadlineMoved { Why: "extended" } e:
                yield return context.CardToCustomer(
                    customer,
                    "progress",
                    CustomerCards.Progress(
                        c,
                        reader,
                        reader.PersonWithDepartment(recorded.By.Id),
                        reader.Text("notice.extended", ticket, ("due", reader.Promise(e.Due))),
                        reader.Text("notice.extendedWhy", ("reason", e.Reason))
                    )
                );
                break;
            case DeadlineMoved { Why: "resumed" } e when c.Deadlines.Last(d => d.Id == e.Id).Kind == DeadlineKind.Resolve:
                yield return context.ToCustomer(customer, "notice.clockRuns", ticket, ("due", reader.Promise(e.Due)));
                break;
            case Reminded { Moment: ReminderMoment.AtDue } e
                when c.IsOpen
                    && c.Deadlines.Last(d => d.Id == e.Id)
                        is { Kind: DeadlineKind.Resolve or DeadlineKind.FirstResponse or DeadlineKind.OnSite } broken:
                yield return context.ToCustomer(
                    customer,
                    "notice.promiseBroken",
                    ticket,
                    ("due", reader.Promise(broken.Due)),
                    ("promise", reader.Text("deadline." + Reader.Code(broken.Kind)))
                );
                break;
            case SurveyOffered { LongForm: true }:
                yield return context.CardToCustomer(customer, "survey-long", CustomerCards.Survey(c, reader), CustomerCards.SurveyKey(c));
                break;
            case SurveyOffered:
                yield return context.CardToCustomer(customer, "survey-short", CustomerCards.Survey(c, reader), CustomerCards.SurveyKey(c));
                break;
            case SurveyReminded:
                yield return context.ToCustomer(customer, "notice.surveyReminder", ticket);
                break;
            default:
                break;
        }
    }
}
