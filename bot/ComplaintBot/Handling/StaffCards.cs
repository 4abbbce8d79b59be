using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Notices;
using Complaints;
using Complaints.Events;
using Complaints.FollowUp;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Resolution;

namespace ComplaintBot.Handling;

/// <summary>Fills the cards that staff see about one ticket. The samples beside the templates document the data.</summary>
public static class StaffCards
{
    /// <summary>Names the ticket's card in a personal chat: it is replaced whenever the ticket changes.</summary>
    public static string TicketKey(string ticket) => $"ticket:{ticket}";

    /// <summary>The greeting with what can be asked.</summary>
    public static JsonObject Welcome(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var member = turn.Person.Staff!;
        return new JsonObject
        {
            ["name"] = member.Name,
            ["department"] = turn.Reader.Department(member.Department),
            ["frontline"] = member.Roles.Contains(Role.Frontline),
            ["handler"] = member.Roles.Contains(Role.Handler),
            ["manager"] = member.Roles.Contains(Role.Manager) || member.Roles.Contains(Role.Executive),
            ["quality"] = member.Roles.Contains(Role.Quality),
        };
    }

    /// <summary>The ticket's card as an answer in this turn.</summary>
    public static OutgoingMessage TicketMessage(Complaint complaint, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        ArgumentNullException.ThrowIfNull(turn);
        return new(turn.Here, turn.Speech.Card("ticket", turn.Language, Ticket(complaint, turn.Reader, turn.Person.Actor), turn.Here.Target), TicketKey(complaint.Ticket));
    }

    /// <summary>The ticket's card for somebody who is told of a change.</summary>
    public static OutgoingMessage TicketMessage(NoticeContext context, string staffId, bool onlyUpdate)
    {
        ArgumentNullException.ThrowIfNull(context);
        var member = context.Organisation.FindStaff(staffId);
        var actor = member is null ? new Actor(ActorKind.Staff, staffId, "") : Actor.Staff(member);
        return context.CardToStaff(staffId, "ticket", language => Ticket(context.Complaint, context.Reader(language), actor), TicketKey(context.Complaint.Ticket), onlyUpdate);
    }

    /// <summary>Everything a handler needs: what happened, what is next and by when, and the buttons that this person may use now.</summary>
    public static JsonObject Ticket(Complaint c, Reader reader, Actor viewer)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(reader);
        var relation = Relations.Of(viewer, c, reader.Organisation);
        var can = ProcedureTable.Possible(c.State, relation);
        var details = c.Details;
        var next = c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null);
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["kind"] = Reader.Code(c.Kind),
            ["state"] = Reader.Code(c.State),
            ["severity"] = Reader.Code(c.Severity),
            ["emergency"] = c.Emergency,
            ["level"] = c.Complainant.Level,
            ["category"] = reader.Category(details.Category),
            ["owner"] = reader.PersonWithDepartment(c.Owner),
            ["answerable"] = c.Owner is null ? reader.PersonWithDepartment(c.Answerable) : null,
            ["mine"] = c.Owner == viewer.Id,
            ["description"] = details.Description,
            ["product"] = details.Product,
            ["order"] = details.OrderNumber,
            ["place"] = details.Place,
            ["happened"] = details.HappenedFrom is { } day ? reader.Day(day) : null,
            ["remedy"] = reader.Remedies(details.Remedies),
            ["amount"] = details.Amount is { } amount ? $"{amount.ToString("0.##", CultureInfo.InvariantCulture)} {details.Currency}" : null,
            ["customer"] = c.Complainant.Name,
            ["contact"] = c.Complainant.Phone ?? c.Complainant.Email,
            ["channel"] = Reader.Code(c.Channel),
            ["loggedBy"] = c.LoggedBy is { } logger ? reader.Person(logger) : null,
            ["files"] = c.Evidence.Count,
            ["received"] = reader.Moment(c.ReceivedAt),
            ["round"] = c.Round,
            ["rejection"] = c.History.Select(e => e.Event).OfType<Unsatisfied>().LastOrDefault()?.Reason,
            ["next"] = next is null ? null : Due(next, reader),
            ["deadlines"] = new JsonArray([.. c.PendingOfStaff.Take(6).Select(d => Due(d, reader))]),
            ["hold"] = c.Hold is { } hold ? new JsonObject { ["reason"] = Reader.Code(hold.Reason), ["question"] = hold.Question, ["until"] = hold.Until is { } u ? reader.Moment(u) : null } : null,
            ["cause"] = c.Cause is { } cause ? new JsonObject
            {
                ["classes"] = string.Join(reader.Text("common.listSeparator"), cause.Classes.Select(x => reader.Text("cause." + Reader.Code(x)))), ["text"] = cause.Text,
            } : null,
            ["measures"] = Measures(c, reader),
            ["approval"] = c.PlanWaitsForApproval,
            ["answer"] = c.Answer,
            ["outcome"] = c.CloseKind is { } kind ? Reader.Code(kind) : null,
            ["score"] = c.Survey?.Score,
            ["notes"] = new JsonArray([.. c.History.Where(e => e.Event is Noted or CustomerTold or InformationAdded).TakeLast(3).Select(e => new JsonObject
            {
                ["at"] = reader.Moment(e.At), ["by"] = e.By.Name,
                ["text"] = e.Event switch { Noted n => n.Text, CustomerTold t => t.Text, InformationAdded i => i.Text, _ => "" },
                ["toCustomer"] = e.Event is CustomerTold, ["fromCustomer"] = e.Event is InformationAdded { ByCustomer: true },
            })]),
            ["staff"] = Choices(c, reader),
            ["can"] = new JsonObject([.. can.Select(v => KeyValuePair.Create<string, JsonNode?>(v, true))]),
        };
    }

    /// <summary>A promise that is running out, or late.</summary>
    public static JsonObject Reminder(NoticeContext context, string deadlineId, string staffId, string language)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (c, reader) = (context.Complaint, context.Reader(language));
        var deadline = c.Deadlines.Last(d => d.Id == deadlineId);
        var member = context.Organisation.FindStaff(staffId);
        var relation = member is null ? Relation.None : Relations.Of(Actor.Staff(member), c, context.Organisation);
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["deadline"] = deadline.Id,
            ["due"] = Due(deadline, reader),
            ["severity"] = Reader.Code(c.Severity),
            ["state"] = Reader.Code(c.State),
            ["category"] = reader.Category(c.Details.Category),
            ["title"] = c.Details.Description.Length > 80 ? c.Details.Description[..80] + "…" : c.Details.Description,
            ["owner"] = reader.PersonWithDepartment(c.AnswerablePerson),
            ["mine"] = (deadline.Responsible ?? c.AnswerablePerson) == staffId,
            ["escalated"] = context.Now >= deadline.Due,
            ["met"] = deadline.InTime is not null,
            ["inTime"] = deadline.InTime,
            ["moved"] = deadline.Pending && deadline.Due > context.Now,
            ["can"] = new JsonObject([.. ProcedureTable.Possible(c.State, relation).Select(v => KeyValuePair.Create<string, JsonNode?>(v, true))]),
        };
    }

    /// <summary>An emergency, to the people on the roster.</summary>
    public static JsonObject Emergency(NoticeContext context, EmergencyDeclared declared, string language)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(declared);
        var (c, reader) = (context.Complaint, context.Reader(language));
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["reason"] = reader.Speech.Strings.Has("severityReason." + declared.Reason) ? reader.Text("severityReason." + declared.Reason) : declared.Reason,
            ["category"] = reader.Category(c.Details.Category),
            ["description"] = c.Details.Description,
            ["place"] = c.Details.Place,
            ["owner"] = reader.PersonWithDepartment(c.AnswerablePerson),
            ["contact"] = c.Complainant.Phone ?? c.Complainant.Email,
            ["measureBy"] = c.Pending(DeadlineKind.EmergencyMeasure) is { } d ? reader.Moment(d.Due) : null,
            ["at"] = reader.Moment(context.Now),
        };
    }

    /// <summary>A return visit to make by phone.</summary>
    public static JsonObject Visit(NoticeContext context, string language)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (c, reader) = (context.Complaint, context.Reader(language));
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["customer"] = c.Complainant.Name,
            ["contact"] = c.Complainant.Phone ?? c.Complainant.Email,
            ["category"] = reader.Category(c.Details.Category),
            ["description"] = c.Details.Description,
            ["answer"] = c.Answer,
            ["owner"] = reader.PersonWithDepartment(c.Owner),
        };
    }

    /// <summary>A rectification notice, for the head who answers or for quality who verifies.</summary>
    public static JsonObject Rectification(NoticeContext context, string number, string staffId, string language)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (c, reader) = (context.Complaint, context.Reader(language));
        var notice = c.Rectifications.First(r => r.Number == number);
        var due = c.Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Rectification && d.Id.Contains(number, StringComparison.Ordinal));
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["notice"] = number,
            ["state"] = Reader.Code(notice.State),
            ["department"] = reader.Department(notice.Department),
            ["requirement"] = notice.Requirement,
            ["evidence"] = notice.Evidence,
            ["due"] = due is null ? null : reader.Moment(due.Due),
            ["reply"] = staffId == notice.Responsible && notice.State is Complaints.Quality.RectificationState.Issued or Complaints.Quality.RectificationState.Rejected,
            ["verify"] = staffId != notice.Responsible && notice.State == Complaints.Quality.RectificationState.Replied,
        };
    }

    private static JsonObject Due(Deadline d, Reader reader) => new()
    {
        ["id"] = d.Id,
        ["what"] = Reader.Code(d.Kind),
        ["at"] = reader.Moment(d.Due),
        ["late"] = d.IsOverdue(reader.Now),
        ["paused"] = d.PausedSince is not null,
        ["left"] = d.PausedSince is not null ? reader.Text("time.paused")
            : reader.Text(d.Due < reader.Now ? "time.overdueBy" : "time.left", ("length", reader.Speech.Times.Length(reader.Language, d.Due - reader.Now))),
    };

    private static JsonArray? Measures(Complaint c, Reader reader)
    {
        var items = c.Plan.Where(i => i.Round == c.Round).ToList();
        return items.Count == 0 ? null : new([.. items.Select(i => new JsonObject
        {
            ["id"] = i.Id, ["measure"] = i.Measure, ["owner"] = reader.Person(i.Owner), ["due"] = reader.Moment(i.Due),
            ["state"] = Reader.Code(i.State), ["done"] = i.State == PlanItemState.Done, ["open"] = i.State == PlanItemState.Open,
        })]);
    }

    // Whom it can be handed to: the department's handlers first, nobody whom it is about.
    private static JsonArray Choices(Complaint c, Reader reader) => new([.. reader.Organisation.Staff
        .Where(s => s.Roles.Contains(Role.Handler) && s.Id != c.Owner && !Relations.IsConflicted(s.Id, c, reader.Organisation))
        .OrderByDescending(s => s.Department == c.Department).Take(30)
        .Select(s => new JsonObject { ["id"] = s.Id, ["name"] = $"{s.Name} · {reader.Department(s.Department)}" })]);
}
