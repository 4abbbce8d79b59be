using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Calls;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;

namespace ComplaintBot.Handling;

/// <summary>Fills the other cards that staff get: greeting, reminder, emergency, return visit, rectification. The samples beside
/// the templates document the data.</summary>
public static class StaffCards
{
    /// <summary>Names the ticket's card in a personal chat: it is replaced whenever the ticket changes.</summary>
    public static string TicketKey(string ticket) => $"ticket:{ticket}";

    /// <summary>Names the card of a call to make.</summary>
    public static string CallKey(string ticket, string call) => $"call:{ticket}:{call}";

    /// <summary>The ticket's card as an answer in this turn.</summary>
    public static OutgoingMessage TicketMessage(Complaint complaint, Turn turn)
    {
        return new(
            turn.Here,
            turn.Speech.Card("ticket", turn.Language, TicketCard.Data(complaint, turn.Reader, turn.Person.Actor), turn.Here.Target),
            TicketKey(complaint.Ticket)
        );
    }

    /// <summary>The ticket's card for somebody who is told of a change.</summary>
    public static OutgoingMessage TicketMessage(NoticeContext context, string staffId, bool onlyUpdate)
    {
        var viewer = Actor(context, staffId);
        return context.CardToStaff(
            staffId,
            "ticket",
            language => TicketCard.Data(context.Complaint, context.Reader(language), viewer),
            TicketKey(context.Complaint.Ticket),
            onlyUpdate
        );
    }

    /// <summary>The greeting with what can be asked.</summary>
    public static JsonObject Welcome(Turn turn)
    {
        var (member, reader) = (turn.Person.Staff!, turn.Reader);
        var roles = string.Join(
            reader.Text("common.listSeparator"),
            member.Roles.Order().Select(r => reader.Text("role." + Reader.Code(r)))
        );
        List<string> examples = ["mine"];
        if (member.Roles.Contains(Role.Frontline))
            examples.Add("log");
        if (member.Roles.Any(r => r is Role.Manager or Role.Quality or Role.Executive))
            examples.AddRange(["overdue", "timeliness"]);
        return new JsonObject
        {
            ["name"] = member.Name,
            ["organisation"] = turn.Organisation.Name.In(turn.Language),
            ["roles"] = $"{roles} · {reader.Department(member.Department)}",
            ["can"] = new JsonArray([.. member.Roles.Order().Select(r => JsonValue.Create(reader.Text("help." + Reader.Code(r))))]),
            ["examples"] = new JsonArray([
                .. examples.Select(e => new JsonObject { ["title"] = reader.Text("example." + e), ["text"] = reader.Text("example." + e) }),
            ]),
        };
    }

    /// <summary>A promise that is running out, or late.</summary>
    public static JsonObject Reminder(NoticeContext context, Reminded reminded, string staffId, string language)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        var situation = new Situation(c, Actor(context, staffId), context.Organisation, context.Now);
        var can = TicketCard.Can(c, situation.By, context.Organisation, context.Now);
        // The button snoozes this deadline, not just any.
        if (!Snooze.Open(situation).Any(d => d.Id == reminded.Id))
            can.Remove(Verbs.Snooze);
        var others = reminded.To.Where(id => id != staffId).Select(reader.Person).ToList();
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["category"] = reader.Category(c.Details.Category),
            ["severity"] = Reader.Code(c.Severity),
            ["moment"] = Reader.Code(reminded.Moment),
            ["due"] = TicketCard.Due(Deadline(c, reminded.Id), reader),
            ["words"] = c.Details.Description,
            ["owner"] = reader.Person(c.AnswerablePerson),
            ["customer"] = TicketCard.MayKnowCustomer(c, situation.By, context.Organisation) ? c.Complainant.Name : null,
            ["told"] = others.Count == 0 ? null : string.Join(reader.Text("common.listSeparator"), others),
            ["can"] = can,
        };
    }

    /// <summary>What became of a promise that people were reminded of; <paramref name="outcome"/> where the card says something else.
    /// </summary>
    public static JsonObject Settled(NoticeContext context, string deadlineId, string language, string? outcome = null)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        var deadline = Deadline(c, deadlineId);
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["category"] = reader.Category(c.Details.Category),
            ["outcome"] =
                outcome
                ?? deadline switch
                {
                    { InTime: true } => "met",
                    { InTime: false } => "late",
                    { Pending: false } => "cancelled",
                    { PausedSince: not null } => "paused",
                    _ => "moved",
                },
            ["due"] = new JsonObject { ["what"] = Reader.Code(deadline.Kind), ["at"] = reader.Moment(deadline.Due) },
        };
    }

    /// <summary>An emergency, to the people on the roster.</summary>
    public static JsonObject Emergency(NoticeContext context, RecordedEvent recorded, string staffId, string language)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        var declared = (EmergencyDeclared)recorded.Event;
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["category"] = reader.Category(c.Details.Category),
            ["reason"] = reader.Speech.Strings.Has("severityReason." + declared.Reason)
                ? reader.Text("severityReason." + declared.Reason)
                : declared.Reason,
            ["place"] = c.Details.Place,
            ["customer"] = TicketCard.MayKnowCustomer(c, Actor(context, staffId), context.Organisation)
                ? c.Complainant.Name ?? c.Complainant.Phone
                : null,
            ["owner"] = reader.Person(c.AnswerablePerson),
            ["told"] = string.Join(reader.Text("common.listSeparator"), declared.Told.Select(reader.Person)),
            ["declared"] = reader.Moment(recorded.At),
            ["text"] = c.Details.Description,
            ["state"] = Reader.Code(c.State),
            ["over"] = !c.IsAlarm,
            ["measure"] = c.EmergencyMeasure?.Measure,
            ["tickets"] = c.Links.Any(l => l.Kind == LinkKind.Burst)
                ? new JsonArray([.. c.Links.Where(l => l.Kind == LinkKind.Burst).TakeLast(20).Select(l => JsonValue.Create(l.Ticket))])
                : null,
            ["due"] = c.Pending(DeadlineKind.EmergencyMeasure) is { } d ? TicketCard.Due(d, reader) : null,
            ["can"] = TicketCard.Can(c, Actor(context, staffId), context.Organisation, context.Now),
        };
    }

    /// <summary>A return visit to make by phone.</summary>
    public static JsonObject Visit(NoticeContext context, string language)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["category"] = reader.Category(c.Details.Category),
            ["customer"] = new JsonObject
            {
                ["name"] = c.Complainant.Name ?? reader.Text("history.customer"),
                ["phone"] = c.Complainant.Phone ?? c.Complainant.Email,
            },
            ["closed"] = c.ClosedAt is { } at
                ? $"{reader.Moment(at)} · {reader.Text("closeKind." + Reader.Code(c.CloseKind!.Value))}"
                : null,
            ["owner"] = reader.Person(c.Owner),
            ["answer"] = c.Answer,
            ["due"] = c.Pending(DeadlineKind.Survey) is { } d ? new JsonObject { ["at"] = reader.Moment(d.Due), ["late"] = false } : null,
            ["attempts"] = new JsonArray([
                .. c
                    .History.Where(e => e.Event is VisitRecorded)
                    .Select(e => JsonValue.Create($"{reader.Moment(e.At)} {reader.Text("visit." + ((VisitRecorded)e.Event).Outcome)}")),
            ]),
        };
    }

    /// <summary>A call to make to a customer without a chat, with what to say in their language.</summary>
    public static JsonObject Call(NoticeContext context, CustomerCall call, string language)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        var customer = c.Parties.First(p => p.Ticket == call.Party).Filed;
        var deadline = c.Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Call && d.IsAbout(call.Id));
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["call"] = call.Id,
            ["open"] = call.IsOpen,
            ["category"] = reader.Category(c.Details.Category),
            ["customer"] = new JsonObject
            {
                ["name"] = customer.Name ?? reader.Text("history.customer"),
                ["phone"] = customer.Phone ?? customer.Email,
            },
            ["script"] = context
                .Reader(customer.Language)
                .Text("call.say." + Reader.Code(call.About), ("ticket", call.Party), ("text", call.Text)),
            ["due"] = deadline is { Pending: true } ? TicketCard.Due(deadline, reader) : null,
            ["attempts"] = new JsonArray([
                .. c
                    .History.Where(e => e.Event is CallReported r && r.CallId == call.Id)
                    .Select(e =>
                        JsonValue.Create($"{reader.Moment(e.At)} {reader.Text("call." + Reader.Code(((CallReported)e.Event).Outcome))}")
                    ),
            ]),
        };
    }

    /// <summary>A rectification notice, for the head who answers or for quality who verifies.</summary>
    public static JsonObject Rectification(NoticeContext context, string number, string staffId, string language)
    {
        var (c, reader) = (context.Complaint, context.Reader(language));
        var notice = c.Rectifications.First(r => r.Number == number);
        var situation = new Situation(c, Actor(context, staffId), context.Organisation, context.Now);
        var due = c.Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Rectification && d.Id.Contains(number, StringComparison.Ordinal));
        return new JsonObject
        {
            ["number"] = number,
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["department"] = reader.Department(notice.Department),
            ["state"] = Reader.Code(notice.State),
            ["requirement"] = notice.Requirement,
            ["evidence"] = notice.Evidence,
            ["rejected"] =
                notice.State == RectificationState.Rejected
                    ? c.History.Select(e => e.Event).OfType<RectificationJudged>().LastOrDefault(j => j.Number == number)?.Reason
                    : null,
            ["due"] = due is { Pending: true } ? TicketCard.Due(due, reader) : null,
            ["can"] = new JsonObject
            {
                ["reply"] = Rectified.ToAnswer(situation).Contains(notice),
                ["judge"] = Rectified.ToJudge(situation).Contains(notice),
            },
        };
    }

    private static Deadline Deadline(Complaint complaint, string id) => complaint.Deadlines.Last(d => d.Id == id);

    /// <summary>A member of staff as the one who reads a card.</summary>
    internal static Actor Actor(NoticeContext context, string staffId) =>
        context.Organisation.FindStaff(staffId) is { } member ? Complaints.Actor.Staff(member) : new(ActorKind.Staff, staffId, "");
}
