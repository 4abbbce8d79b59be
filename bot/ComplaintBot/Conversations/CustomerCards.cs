using System.Text.Json.Nodes;
using Complaints;
using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Procedure;
using Complaints.Rounds;

namespace ComplaintBot.Conversations;

/// <summary>Fills the cards that customers see about their tickets. The samples beside the templates document the data.</summary>
public static class CustomerCards
{
    // What was promised to the customer, as opposed to what staff owe each other.
    private static readonly DeadlineKind[] Promises =
    [
        DeadlineKind.FirstResponse,
        DeadlineKind.OnSite,
        DeadlineKind.Plan,
        DeadlineKind.Resolve,
    ];

    /// <summary>The number, the customer's own words and what was promised; <paramref name="code"/> only in the moment of filing, it is
    /// not stored. It can be printed and carried to another place, so its times name their zone.</summary>
    public static JsonObject Receipt(Complaint complaint, Reader reader, string? code = null)
    {
        DeadlineKind[] told = [DeadlineKind.FirstResponse, DeadlineKind.OnSite, DeadlineKind.Resolve];
        var promises = complaint
            .Deadlines.Where(d => d.Pending && told.Contains(d.Kind))
            .OrderBy(d => d.Due)
            .Select(d => new JsonObject { ["what"] = Reader.Code(d.Kind), ["at"] = reader.Text("time.by", ("time", reader.Moment(d.Due))) })
            .ToList();
        return new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["text"] = OwnWords(complaint, reader),
            ["contact"] = Contact(complaint, reader),
            ["received"] = reader.OnDay(complaint.ReceivedAt),
            ["severity"] = Reader.Code(complaint.Severity),
            ["category"] = reader.Category(complaint.Details.Category),
            ["owner"] = Owner(complaint, reader),
            ["code"] = code,
            // The number of a stranger's complaint about the same is none of this customer's business.
            ["linked"] = complaint.Links.FirstOrDefault(l => l.Kind is LinkKind.Duplicate or LinkKind.FollowsUp)?.Ticket,
            ["next"] = promises.FirstOrDefault()?.DeepClone(),
            ["promises"] = new JsonArray([.. promises.Skip(1)]),
            ["zone"] = reader.Zone,
            ["afterHours"] = !BusinessClock.Of(reader.Organisation, complaint.Department).IsWorkingTime(reader.Now),
        };
    }

    /// <summary>How one complaint stands.</summary>
    public static JsonObject Status(Complaint complaint, Reader reader)
    {
        var customer = Actor.Customer(reader.Customer ?? complaint.Complainant.Id, "");
        var can = ProcedureTable.Possible(new Situation(complaint, customer, reader.Organisation, reader.Now));
        var state = StateFor(complaint, customer.Id);
        var last = complaint.History.LastOrDefault(e => e.Event is CustomerTold or ResultReported);
        return new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["version"] = complaint.Version,
            ["state"] = Reader.Code(state),
            ["category"] = reader.Category(complaint.Details.Category),
            ["steps"] = Steps(state),
            ["next"] = state.IsOpen() ? reader.Next(complaint, Promises) : null,
            ["hold"] = complaint.Hold is { } hold && state.IsOpen()
                ? new JsonObject
                {
                    ["reason"] = Reader.Code(hold.Reason),
                    ["question"] = hold.Question,
                    ["paused"] = hold.Reason == HoldReason.WaitingCustomer,
                }
                : null,
            ["last"] = last is null
                ? null
                : new JsonObject { ["at"] = reader.Moment(last.At), ["text"] = (last.Event as CustomerTold)?.Text ?? complaint.Answer },
            ["owner"] = reader.PersonWithDepartment(complaint.Owner),
            ["phone"] = reader.Organisation.FindStaff(complaint.Owner)?.Phone,
            ["received"] = reader.Moment(complaint.ReceivedAt),
            ["round"] = complaint.Round,
            ["outcome"] = complaint.CloseKind is { } kind ? Reader.Code(kind) : null,
            ["can"] = new JsonObject
            {
                ["addInformation"] = can.Contains(Verbs.AddInformation),
                ["withdraw"] = can.Contains(Verbs.Withdraw),
                ["reopen"] = can.Contains(Verbs.Reopen),
            },
        };
    }

    /// <summary>Several complaints in short.</summary>
    public static JsonObject StatusList(IReadOnlyList<Complaint> complaints, Reader reader) =>
        new()
        {
            ["complaints"] = new JsonArray([
                .. complaints
                    .Take(8)
                    .Select(c => new JsonObject
                    {
                        ["ticket"] = reader.NumberOf(c),
                        ["category"] = reader.Category(c.Details.Category),
                        ["state"] = Reader.Code(StateFor(c, reader.Customer ?? "")),
                        ["received"] = reader.Day(DateOnly.FromDateTime(reader.Organisation.Local(c.ReceivedAt).DateTime)),
                        ["next"] = reader.Next(c, Promises),
                    }),
            ]),
        };

    /// <summary>Staff ask the customer something.</summary>
    public static JsonObject Question(Complaint complaint, Reader reader, string question) =>
        new()
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["version"] = complaint.Version,
            ["question"] = question,
            ["by"] = reader.PersonWithDepartment(complaint.Owner),
            ["until"] = complaint.Hold?.Until is { } until ? reader.Promise(until) : null,
            ["paused"] = complaint.Hold?.Reason == HoldReason.WaitingCustomer,
        };

    /// <summary>News: what staff wrote, the plan, the next promise; <paramref name="why"/> explains a promise that moved.</summary>
    public static JsonObject Progress(Complaint complaint, Reader reader, string? by, string text, string? why = null)
    {
        var next = reader.Next(complaint, DeadlineKind.Resolve);
        if (next is not null && why is not null)
            next["why"] = why;
        var measures = complaint.PlanWaitsForApproval
            ? []
            : complaint.Rounds.Present.Measures.Where(i => i.State != MeasureState.Cancelled).ToList();
        return new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["version"] = complaint.Version,
            ["at"] = reader.Moment(reader.Now),
            ["text"] = text,
            ["by"] = by,
            ["measures"] =
                measures.Count == 0
                    ? null
                    : new JsonArray([
                        .. measures.Select(i => new JsonObject
                        {
                            ["measure"] = MeasureWords.ForCustomer(i.Text, reader),
                            ["due"] = reader.Promise(i.Due),
                            ["done"] = i.State == MeasureState.Done,
                        }),
                    ]),
            ["next"] = next,
            ["can"] = new JsonObject { ["addInformation"] = complaint.IsOpen },
        };
    }

    /// <summary>The result, and the question whether it satisfied.</summary>
    public static JsonObject Result(Complaint complaint, Reader reader)
    {
        var done = complaint
            .Rounds.Present.Measures.Where(i => i.State == MeasureState.Done)
            .Select(i => JsonValue.Create(MeasureWords.ForCustomer(i.Text, reader)))
            .ToArray<JsonNode?>();
        return new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["version"] = complaint.Version,
            ["state"] = Reader.Code(StateFor(complaint, reader.Customer ?? "")),
            ["answer"] = complaint.Answer,
            ["by"] = reader.PersonWithDepartment(complaint.Owner),
            ["at"] = reader.Moment(complaint.ResolvedAt ?? reader.Now),
            ["tries"] = complaint.ConfirmationTries,
            ["measures"] = done.Length == 0 ? null : new JsonArray(done),
            ["closes"] = reader.Promise((complaint.ResolvedAt ?? reader.Now) + reader.Organisation.Confirmation.CloseAfter.ToTimeSpan()),
        };
    }

    /// <summary>It was closed without the customer's word, and can be opened again.</summary>
    public static JsonObject Closed(Complaint complaint, Reader reader)
    {
        var window = reader.Organisation.Confirmation.ReopenWindow(complaint.CloseKind);
        return new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["version"] = complaint.Version,
            ["category"] = reader.Category(complaint.Details.Category),
            ["outcome"] = complaint.CloseKind is { } kind ? Reader.Code(kind) : null,
            ["answer"] = complaint.Answer,
            ["reopenUntil"] = reader.Promise((complaint.ClosedAt ?? reader.Now) + window.ToTimeSpan()),
            ["can"] = new JsonObject { ["reopen"] = true },
        };
    }

    /// <summary>The survey, at the step that is next.</summary>
    public static JsonObject Survey(Complaint complaint, Reader reader)
    {
        var answer = complaint.SurveyOf(reader.Customer ?? complaint.Complainant.Id);
        var low = answer is not null && (answer.Score <= reader.Organisation.Survey.LowScore || answer.Solved == "no");
        return new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["version"] = complaint.Version,
            ["category"] = reader.Category(complaint.Details.Category),
            ["step"] =
                answer is null ? "score"
                : answer.Solved is null ? "solved"
                : "thanks",
            ["score"] = answer?.Score,
            ["scoreName"] = answer is null ? null : $"s{answer.Score}",
            ["low"] = low,
            ["call"] = complaint.Pending(DeadlineKind.Recovery) is { } recovery ? reader.Promise(recovery.Due) : null,
            ["can"] = new JsonObject { ["reopen"] = low },
        };
    }

    /// <summary>Names the survey card of the present close, so that its steps replace each other.</summary>
    public static string SurveyKey(Complaint complaint)
    {
        return $"survey:{complaint.Ticket}:{complaint.ReopenCount}";
    }

    // A complaint into which others were merged tells the story of one of them: the others do not read it, nor how that one is reached.
    private static string? OwnWords(Complaint complaint, Reader reader) =>
        Share(complaint, reader).Ticket == complaint.Ticket ? complaint.Details.Description : null;

    private static string Contact(Complaint complaint, Reader reader)
    {
        var who = Share(complaint, reader).Filed;
        var known = new[] { who.Name, who.Phone, who.Email }.Where(t => !string.IsNullOrEmpty(t)).ToList();
        return who.Anonymous ? reader.Text("fact.anonymous")
            : known.Count == 0 ? reader.Text("receipt.here")
            : string.Join(reader.Text("common.listSeparator"), known);
    }

    private static Party Share(Complaint complaint, Reader reader) =>
        complaint.Parties.FirstOrDefault(p => reader.Customer is { } customer && p.Has(customer)) ?? complaint.Parties[0];

    private static JsonObject? Owner(Complaint complaint, Reader reader) =>
        complaint.Owner is null
            ? null
            : new JsonObject
            {
                ["name"] = reader.PersonWithDepartment(complaint.Owner),
                ["phone"] = reader.Organisation.FindStaff(complaint.Owner)?.Phone,
            };

    // A share that has ended is over for its customer, also while the complaint goes on for others.
    private static ComplaintState StateFor(Complaint complaint, string customer) =>
        complaint.IsOpen
            ? complaint.PartyOf(customer)?.Share switch
            {
                ShareState.Satisfied => ComplaintState.Closed,
                ShareState.Withdrawn => ComplaintState.Withdrawn,
                _ => complaint.State,
            }
            : complaint.State;

    private static JsonArray Steps(ComplaintState state)
    {
        if (state is ComplaintState.Withdrawn or ComplaintState.NotAccepted or ComplaintState.Merged)
            return [new JsonObject { ["code"] = "received", ["mark"] = "done" }, new JsonObject { ["code"] = "closed", ["mark"] = "done" }];
        string[] codes = ["received", "investigating", "inProgress", "confirming", "closed"];
        var now = state switch
        {
            ComplaintState.Received or ComplaintState.Assigned => 0,
            ComplaintState.Investigating => 1,
            ComplaintState.Planning or ComplaintState.InProgress => 2,
            ComplaintState.AwaitingConfirmation => 3,
            _ => 5,
        };
        return new([
            .. codes.Select(
                (code, i) =>
                    new JsonObject
                    {
                        ["code"] = code,
                        ["mark"] =
                            i < now ? "done"
                            : i == now ? "now"
                            : "todo",
                    }
            ),
        ]);
    }
}
