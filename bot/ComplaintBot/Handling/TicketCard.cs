using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling.EvidenceAccess;
using Complaints;
using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Rounds;

namespace ComplaintBot.Handling;

/// <summary>Fills the ticket's card for staff: what happened, what is next and by when, and the buttons that this person may use
/// now.</summary>
public static class TicketCard
{
    // A deadline is "soon" in the last fifth of its time.
    private const double SoonShare = 0.8;
    private static readonly string[] Managing =
    [
        Verbs.Grade,
        Verbs.Extend,
        Verbs.NotAccept,
        Verbs.CloseUnresolved,
        Verbs.Merge,
        Verbs.Emergency,
        Verbs.Panel,
        Verbs.Satisfied,
        Verbs.Unsatisfied,
        Verbs.Withdraw,
        Verbs.Reopen,
        Verbs.OneTimeCode,
    ];

    // What brings a complaint forward: when only a guard keeps it shut, the card says which.
    private static readonly string[] Forward = [Verbs.Cause, Verbs.Resolve];

    /// <summary>The data of template <c>ticket</c>.</summary>
    public static JsonObject Data(Complaint c, Reader reader, Actor viewer)
    {
        var details = c.Details;
        var can = Can(c, viewer, reader.Organisation, reader.Now);
        if (Managing.Any(v => can.ContainsKey(v)))
            can["manage"] = true;
        var resolve = c.Pending(DeadlineKind.Resolve);
        var planDue = reader.Organisation.Local(
            resolve is { PausedSince: null } && resolve.Due > reader.Now ? resolve.Due : reader.Now.AddDays(1)
        );
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["state"] = Reader.Code(c.State),
            ["category"] = reader.Category(details.Category),
            ["severity"] = Reader.Code(c.Severity),
            ["severityReason"] = SeverityReason(c, reader),
            ["emergency"] = c.IsAlarm,
            ["text"] = details.Description,
            ["due"] = Next(c, reader),
            ["obstacle"] = Obstacle(c, reader, viewer),
            ["notNamed"] = details.NotNamed,
            ["customer"] = Customer(c, reader, viewer),
            ["product"] = details.Product,
            ["order"] = details.OrderNumber,
            ["place"] = details.Place,
            ["happened"] = details.HappenedFrom is { } day ? reader.Days(day, details.HappenedTo) : null,
            ["remedy"] = reader.Remedies(details.Remedies),
            ["files"] = Files(c, reader),
            ["received"] = reader.Moment(c.ReceivedAt),
            ["channel"] = Reader.Code(c.Channel),
            ["owner"] = reader.Person(c.AnswerablePerson),
            ["round"] = c.Round,
            ["reopened"] = c.ReopenCount,
            ["rejected"] = c.Rounds.Words,
            ["cause"] = Cause(c, reader),
            ["parts"] = Parts(c, reader),
            ["measures"] = Measures(c, reader),
            ["openMeasures"] = new JsonArray([
                .. c.OpenMeasures.Select(i => new JsonObject
                {
                    ["id"] = i.Id,
                    ["measure"] = i.Text,
                    ["due"] = reader.Moment(i.Due),
                }),
            ]),
            ["waitsForApproval"] = c.PlanWaitsForApproval ? reader.Person(Head(c, reader)) : null,
            ["answer"] = c.Answer,
            ["hold"] = c.Hold is { } hold
                ? new JsonObject
                {
                    ["reason"] = Reader.Code(hold.Reason),
                    ["question"] = hold.Question,
                    ["paused"] = hold.Reason == HoldReason.WaitingCustomer,
                    ["until"] = hold.Until is { } until ? reader.Moment(until) : null,
                }
                : null,
            ["whysNeeded"] = c.Severity >= Severity.High,
            ["me"] = viewer.Id,
            ["today"] = Iso(reader.Organisation.Local(reader.Now)),
            ["planDue"] = new JsonObject { ["date"] = Iso(planDue), ["time"] = planDue.ToString("HH:mm", CultureInfo.InvariantCulture) },
            ["staff"] = Staff(c, reader),
            ["deadlines"] = new JsonArray([
                .. c
                    .Deadlines.Where(d => d.OfStaff && (d.Pending || d.InTime is not null))
                    .TakeLast(8)
                    .Select(d => new JsonObject
                    {
                        ["what"] = Reader.Code(d.Kind),
                        ["at"] = reader.Moment(d.Due),
                        ["standing"] = Standing(d, reader.Now),
                    }),
            ]),
            ["history"] = HistoryLines.Of(c, reader),
            ["can"] = can,
        };
    }

    /// <summary>The data of template <c>ticket-manage</c>: what managers and quality decide.</summary>
    public static JsonObject Manage(Complaint c, Reader reader, Actor viewer)
    {
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["state"] = Reader.Code(c.State),
            ["category"] = reader.Category(c.Details.Category),
            ["categoryId"] = c.Details.Category,
            ["categories"] = new JsonArray([
                .. reader.Organisation.Categories.Select(k => new JsonObject { ["id"] = k.Id, ["name"] = k.Name.In(reader.Language) }),
            ]),
            ["severity"] = Reader.Code(c.Severity),
            ["emergency"] = c.Emergency,
            ["owner"] = reader.Person(c.AnswerablePerson),
            ["text"] = c.Details.Description,
            ["due"] = c.Pending(DeadlineKind.Resolve) is { } resolve ? Due(resolve, reader) : null,
            ["today"] = Iso(reader.Organisation.Local(reader.Now)),
            ["staff"] = Staff(c, reader),
            ["departments"] = new JsonArray([
                .. reader
                    .Organisation.Departments.Where(d => d.Id != c.Department)
                    .Take(30)
                    .Select(d => new JsonObject { ["id"] = d.Id, ["name"] = d.Name.In(reader.Language) }),
            ]),
            // Whose words are recorded matters where several customers share one complaint.
            ["parties"] = new JsonArray(
                c.Parties.Count == 1
                    ? []
                    :
                    [
                        .. c
                            .Parties.Where(p => p.IsOpen)
                            .Select(p => new JsonObject { ["id"] = p.Ticket, ["name"] = $"{p.Ticket} {p.Filed.Name}".Trim() }),
                    ]
            ),
            ["can"] = Can(c, viewer, reader.Organisation, reader.Now),
        };
    }

    /// <summary>A deadline as cards show it.</summary>
    public static JsonObject Due(Deadline d, Reader reader)
    {
        var late = d.IsOverdue(reader.Now);
        return new JsonObject
        {
            ["id"] = d.Id,
            ["what"] = Reader.Code(d.Kind),
            ["at"] = reader.Moment(d.Due),
            ["standing"] = d.PausedSince is not null
                ? reader.Text("standing.paused")
                : reader.Text(
                    late ? "time.overdueBy" : "time.left",
                    ("length", reader.Speech.Times.Length(reader.Language, d.Due - reader.Now))
                ),
            ["late"] = late,
            ["soon"] = !late && d.PausedSince is null && reader.Now >= d.Start + ((d.Due - d.Start) * SoonShare),
        };
    }

    /// <summary>The verbs that are open to the viewer now, as <c>{"accept": true}</c>: those that the table would not refuse.</summary>
    public static JsonObject Can(Complaint c, Actor viewer, Organisation organisation, DateTimeOffset now) =>
        new([
            .. ProcedureTable
                .Possible(new Situation(c, viewer, organisation, now))
                .Select(verb => KeyValuePair.Create<string, JsonNode?>(verb, true)),
        ]);

    // Why the viewer cannot go on yet; null when nothing but their own work is missing.
    private static string? Obstacle(Complaint c, Reader reader, Actor viewer)
    {
        var situation = new Situation(c, viewer, reader.Organisation, reader.Now);
        return Forward.Select(verb => ProcedureTable.Obstacle(verb, situation)).FirstOrDefault(r => r is not null) is { } refusal
            ? reader.Speech.Refusal(reader.Language, refusal, reader.Organisation)
            : null;
    }

    // Names with sizes; of many the first ones and how many more there are.
    private static string? Files(Complaint c, Reader reader)
    {
        const int Named = 4;
        var names = c
            .Evidence.Take(Named)
            .Select(f => FileSize.Of(f.Bytes) is { } size ? $"{f.Name} ({size})" : f.Name)
            .Concat(c.Evidence.Count > Named ? [$"+{c.Evidence.Count - Named}"] : []);
        return c.Evidence.Count == 0 ? null : string.Join(reader.Text("common.listSeparator"), names);
    }

    private static JsonObject? Next(Complaint c, Reader reader) =>
        c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null) is { } next ? Due(next, reader) : null;

    private static JsonObject Customer(Complaint c, Reader reader, Actor viewer)
    {
        var mayKnow = MayKnowCustomer(c, viewer, reader.Organisation);
        return new()
        {
            ["name"] = mayKnow ? c.Complainant.Name : reader.Text("ticket.nameHidden"),
            ["level"] = c.Complainant.Level,
            ["phone"] = mayKnow ? c.Complainant.Phone ?? c.Complainant.Email : null,
        };
    }

    /// <summary>True for everybody unless the customer does not want to be named to those concerned: then for whoever has to talk with
    /// them, and for quality and executives.</summary>
    public static bool MayKnowCustomer(Complaint c, Actor viewer, Organisation organisation) =>
        !c.Details.NotNamed
        || c.AnswerablePerson == viewer.Id
        || Relations.Of(viewer, c, organisation).HasAny(Relation.Quality | Relation.Executive | Relation.Frontline);

    private static string? SeverityReason(Complaint c, Reader reader) =>
        c.SeverityReason == "category" ? null
        : reader.Speech.Strings.Has("severityReason." + c.SeverityReason) ? reader.Text("severityReason." + c.SeverityReason)
        : c.SeverityReason;

    private static JsonObject? Cause(Complaint c, Reader reader) =>
        c.Cause is not { } cause
            ? null
            : new JsonObject
            {
                ["classes"] = string.Join(
                    reader.Text("common.listSeparator"),
                    cause.Classes.Select(x => reader.Text("cause." + Reader.Code(x)))
                ),
                ["text"] = cause.Text,
            };

    private static JsonArray? Parts(Complaint c, Reader reader) =>
        c.Parts.Count == 0
            ? null
            : new([
                .. c.Parts.Select(p => new JsonObject
                {
                    ["department"] = $"{reader.Department(p.Department)} · {reader.Person(p.Responsible)}",
                    ["text"] = p.Answer ?? p.Text,
                    ["due"] = reader.Moment(p.Due),
                    ["done"] = p.Answer is not null,
                    ["late"] = p.Answer is null && p.Due < reader.Now,
                }),
            ]);

    private static JsonArray? Measures(Complaint c, Reader reader)
    {
        var items = c.Rounds.Present.Measures.Where(i => i.State != MeasureState.Cancelled).ToList();
        return items.Count == 0
            ? null
            : new([
                .. items.Select(i => new JsonObject
                {
                    ["measure"] = i.Text,
                    ["owner"] = reader.Person(i.Owner),
                    ["due"] = reader.Moment(i.Due),
                    ["done"] = i.State == MeasureState.Done,
                    ["late"] = i.State == MeasureState.Open && i.Due < reader.Now,
                }),
            ]);
    }

    // Whom it can be handed to: the department's handlers first, nobody whom it is about.
    private static JsonArray Staff(Complaint c, Reader reader) =>
        new([
            .. reader
                .Organisation.Staff.Where(s => s.Roles.Contains(Role.Handler) && !Relations.IsConflicted(s.Id, c, reader.Organisation))
                .OrderByDescending(s => s.Department == c.Department)
                .Take(30)
                .Select(s => new JsonObject { ["id"] = s.Id, ["name"] = s.Name }),
        ]);

    private static string Head(Complaint c, Reader reader) =>
        Rungs.HeadOf(c, new CommandContext(reader.Organisation, reader.Now, Actor.System, Channel.Teams));

    private static string Standing(Deadline d, DateTimeOffset now) =>
        d switch
        {
            { InTime: true } => "met",
            { InTime: false } => "missed",
            { PausedSince: not null } => "paused",
            _ => d.IsOverdue(now) ? "late" : "running",
        };

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
