using System.Text.Json;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;

namespace ComplaintBot.Tests.Typing;

/// <summary>Each row of the state table, done by typing through the real conversation in each language: the state is as the table
/// says, and the answer is in the typist's language.</summary>
public sealed class ProcedureByTypingTests(SharedWorld shared) : IClassFixture<SharedWorld>
{
    private static readonly string[] Languages = ["zh-CN", "zh-TW", "en"];

    // Row, state before, severity, who types, verb, state after, and what else must be so.
    private static readonly Row[] Rows =
    [
        new("T3", ComplaintState.Received, "quality", Verbs.Assign, ComplaintState.Assigned, (c, _) => c.Owner == "aad-sun-lei"),
        new(
            "T3",
            ComplaintState.Received,
            "frontline",
            Verbs.AssignAutomatically,
            ComplaintState.Received,
            (c, _) => c.Answerable is not null
        ),
        new("T4", ComplaintState.Received, "quality", Verbs.NotAccept, ComplaintState.NotAccepted, (c, _) => !c.IsOpen),
        new("T4", ComplaintState.Assigned, "quality", Verbs.NotAccept, ComplaintState.NotAccepted, (c, _) => !c.IsOpen),
        new("T5", ComplaintState.Received, "quality", Verbs.Merge, ComplaintState.Merged, (c, other) => c.MergedInto == other),
        new("T5", ComplaintState.Investigating, "head", Verbs.Merge, ComplaintState.Merged, (c, other) => c.MergedInto == other),
        new(
            "T6",
            ComplaintState.Assigned,
            "owner",
            Verbs.Accept,
            ComplaintState.Investigating,
            (c, _) => c.Pending(DeadlineKind.FirstResponse) is not null
        ),
        new(
            "T7",
            ComplaintState.Assigned,
            "owner",
            Verbs.Decline,
            ComplaintState.Assigned,
            (c, _) => c.History.Any(e => e.Event is Declined)
        ),
        new("T8", ComplaintState.Investigating, "owner", Verbs.Assign, ComplaintState.Investigating, (c, _) => c.Owner == "aad-sun-lei"),
        new("T8", ComplaintState.InProgress, "quality", Verbs.Assign, ComplaintState.InProgress, (c, _) => c.Owner == "aad-sun-lei"),
        new(
            "T9",
            ComplaintState.Investigating,
            "owner",
            Verbs.Cause,
            ComplaintState.Planning,
            (c, _) => c.Cause!.Classes is [CauseClass.Equipment]
        ),
        new(
            "T10",
            ComplaintState.Planning,
            "owner",
            Verbs.Plan,
            ComplaintState.InProgress,
            (c, _) => c.Plan is [{ Owner: "aad-zhang-min" }]
        ),
        new("T10", ComplaintState.Planning, "owner", Verbs.Plan, ComplaintState.Planning, (c, _) => c.PlanWaitsForApproval)
        {
            Severity = Severity.High,
        },
        new("T11", ComplaintState.InProgress, "owner", Verbs.Item, ComplaintState.InProgress, (c, _) => !c.OpenMeasures.Any()),
        new(
            "T13",
            ComplaintState.AwaitingConfirmation,
            "frontline",
            Verbs.Satisfied,
            ComplaintState.Closed,
            (c, _) => c.CloseKind == CloseKind.Confirmed
        ),
        new("T14", ComplaintState.AwaitingConfirmation, "frontline", Verbs.Unsatisfied, ComplaintState.Planning, (c, _) => c.Round == 2),
        new(
            "T16",
            ComplaintState.Planning,
            "head",
            Verbs.CloseUnresolved,
            ComplaintState.Closed,
            (c, _) => c.CloseKind == CloseKind.Unresolved
        ),
        new(
            "T16",
            ComplaintState.AwaitingConfirmation,
            "head",
            Verbs.CloseUnresolved,
            ComplaintState.Closed,
            (c, _) => c.CloseKind == CloseKind.Unresolved
        ),
        new("T17", ComplaintState.Planning, "frontline", Verbs.Withdraw, ComplaintState.Withdrawn, (c, _) => !c.IsOpen),
        new("T18", ComplaintState.Closed, "quality", Verbs.Reopen, ComplaintState.Investigating, (c, _) => c.ReopenCount == 1),
        new("T18", ComplaintState.Withdrawn, "quality", Verbs.Reopen, ComplaintState.Investigating, (c, _) => c.ReopenCount == 1),
        new(
            "T20",
            ComplaintState.Investigating,
            "quality",
            Verbs.Emergency,
            ComplaintState.Investigating,
            (c, _) => c.Emergency && c.Severity == Severity.Critical
        ),
        new("T21", ComplaintState.Planning, "head", Verbs.Grade, ComplaintState.Planning, (c, _) => c.Severity == Severity.High),
        new(
            "hold",
            ComplaintState.Planning,
            "owner",
            Verbs.Hold,
            ComplaintState.Planning,
            (c, _) => c.Hold!.Reason == HoldReason.WaitingParts
        ),
        new("progress", ComplaintState.Planning, "owner", Verbs.Progress, ComplaintState.Planning, (c, _) => c.FirstResponseAt is not null),
        new(
            "information",
            ComplaintState.Planning,
            "owner",
            Verbs.AddInformation,
            ComplaintState.Planning,
            (c, _) => c.History.Any(e => e.Event is InformationAdded)
        ),
        new(
            "note",
            ComplaintState.Planning,
            "quality",
            Verbs.Note,
            ComplaintState.Planning,
            (c, _) => c.History.Any(e => e.Event is Noted)
        ),
        new(
            "on-site",
            ComplaintState.Planning,
            "owner",
            Verbs.OnSite,
            ComplaintState.Planning,
            (c, _) => c.History.Any(e => e.Event is ArrivedOnSite)
        ),
        new(
            "extend",
            ComplaintState.Planning,
            "head",
            Verbs.Extend,
            ComplaintState.Planning,
            (c, _) => c.Pending(DeadlineKind.Resolve)!.Due == new DateTimeOffset(2026, 12, 25, 10, 0, 0, TimeSpan.Zero)
        ),
        new(
            "snooze",
            ComplaintState.Planning,
            "owner",
            Verbs.Snooze,
            ComplaintState.Planning,
            (c, _) => c.Deadlines.Any(d => d.Snoozes == 1)
        ),
        new("escalate", ComplaintState.Planning, "owner", Verbs.Escalate, ComplaintState.Planning, (c, _) => c.EscalationLevel == 1),
        new(
            "link",
            ComplaintState.Planning,
            "quality",
            Verbs.Link,
            ComplaintState.Planning,
            (c, other) => c.Links.Any(l => l.Ticket == other)
        ),
        new(
            "visit",
            ComplaintState.Closed,
            "quality",
            Verbs.Visit,
            ComplaintState.Closed,
            (c, _) => c.History.Any(e => e.Event is VisitRecorded { Outcome: "answered", Score: 5 })
        ),
        new(
            "inspect",
            ComplaintState.Closed,
            "quality",
            Verbs.Inspect,
            ComplaintState.Closed,
            (c, _) => c.Inspection!.Scores["promise"] == 0
        ),
        new(
            "rectify",
            ComplaintState.Closed,
            "quality",
            Verbs.Rectify,
            ComplaintState.Closed,
            (c, _) => c.Rectifications is [{ Department: "network" }]
        ),
        new(
            "report",
            ComplaintState.Closed,
            "quality",
            Verbs.Report,
            ComplaintState.Closed,
            (c, _) => c.Pending(DeadlineKind.Effectiveness) is not null
        ),
    ];

    // What ends or joins complaints is done after a yes.
    private static readonly string[] AskedFirst = [Verbs.Merge, Verbs.CloseUnresolved, Verbs.NotAccept, Verbs.Withdraw];

    public static IEnumerable<object[]> All =>
        Rows.SelectMany((r, i) => Languages.Select(l => new object[] { i, $"{r.Id} {r.Verb} from {r.Before}", l }));

    [Theory, MemberData(nameof(All))]
    public async Task A_row_of_the_table_is_done_by_typing(int row, string name, string language)
    {
        var (world, r) = (shared.World, Rows[row]);
        var prepared = await Prepared.InAsync(world, r.Before, r.Severity, loggedBy: r.Who == "frontline" ? Prepared.Frontline : null);
        var other = await Prepared.InAsync(world, ComplaintState.Investigating);

        var said = await world.StaffSaysAsync(Who(prepared, r.Who), Sentences.In(language, r.Verb, prepared.Ticket, other.Ticket));
        if (AskedFirst.Contains(r.Verb))
        {
            Assert.Equal(r.Before, (await world.ComplaintAsync(prepared.Ticket)).State);
            said = await world.StaffSaysAsync(Who(prepared, r.Who), language == "en" ? "yes" : "是");
        }

        var after = await world.ComplaintAsync(prepared.Ticket);
        Assert.True(r.After == after.State, $"{name}: it is {after.State}. The bot said: {said}");
        Assert.True(r.Holds(after, other.Ticket), $"{name}: the bot said: {said}");
        // The card says in the typist's language where the complaint stands.
        Assert.Contains(
            world.Speech.Strings.Text(language, "state." + JsonNamingPolicy.CamelCase.ConvertName(after.State.ToString())),
            said,
            StringComparison.Ordinal
        );
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task What_needs_the_step_before_it_is_done_after_that_step(string language)
    {
        var world = shared.World;
        // T10, T12: a plan that waits is approved by another than the owner; the result comes after the last measure.
        var high = await Prepared.InAsync(world, ComplaintState.Planning, Severity.High);
        await world.StaffSaysAsync(high.Owner, Sentences.In(language, Verbs.Plan, high.Ticket));
        await world.StaffSaysAsync(Prepared.Quality, Sentences.In(language, Verbs.Approve, high.Ticket));
        Assert.Equal(ComplaintState.InProgress, (await world.ComplaintAsync(high.Ticket)).State);
        await world.StaffSaysAsync(high.Owner, Sentences.In(language, Verbs.Item, high.Ticket));
        await world.StaffSaysAsync(high.Owner, Sentences.In(language, Verbs.Resolve, high.Ticket));
        Assert.Equal(ComplaintState.AwaitingConfirmation, (await world.ComplaintAsync(high.Ticket)).State);

        // A hold ends; a notice is answered by the head; a measure under watch is judged.
        var held = await Prepared.InAsync(world, ComplaintState.Planning);
        await world.StaffSaysAsync(held.Owner, Sentences.In(language, Verbs.Hold, held.Ticket));
        Assert.NotNull((await world.ComplaintAsync(held.Ticket)).Hold);
        await world.StaffSaysAsync(held.Owner, Sentences.In(language, Verbs.Resume, held.Ticket));
        Assert.Null((await world.ComplaintAsync(held.Ticket)).Hold);

        var closed = await Prepared.InAsync(world, ComplaintState.Closed);
        await world.StaffSaysAsync(Prepared.Quality, Sentences.In(language, Verbs.Rectify, closed.Ticket));
        await world.StaffSaysAsync(
            (await world.ComplaintAsync(closed.Ticket)).Rectifications[0].Responsible,
            Sentences.In(language, Verbs.Rectified, closed.Ticket)
        );
        Assert.Equal(RectificationState.Replied, (await world.ComplaintAsync(closed.Ticket)).Rectifications[0].State);
        await world.StaffSaysAsync(Prepared.Quality, Sentences.In(language, Verbs.Report, closed.Ticket));
        await world.StaffSaysAsync(Prepared.Quality, Sentences.In(language, Verbs.Effective, closed.Ticket));
        Assert.Contains((await world.ComplaintAsync(closed.Ticket)).History, e => e.Event is EffectivenessJudged { Effective: true });
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task Everything_the_table_does_not_have_is_refused_in_the_typists_language_and_changes_nothing(string language)
    {
        var world = shared.World;
        var other = await Prepared.InAsync(world, ComplaintState.Investigating);
        var tried = 0;
        foreach (var state in Enum.GetValues<ComplaintState>())
        {
            var prepared = await Prepared.InAsync(world, state);
            foreach (var verb in Sentences.Of.Keys)
            {
                var complaint = await world.ComplaintAsync(prepared.Ticket);
                if (Illegal(world, complaint, verb) is not { } illegal)
                    continue;
                var said = await world.StaffSaysAsync(illegal.Who, Sentences.In(language, verb, prepared.Ticket, other.Ticket));
                Assert.True(
                    said.Contains(world.Speech.Refusal(language, illegal.Refusal, world.Organisation), StringComparison.Ordinal),
                    $"{verb} in {state}: {said}"
                );
                Assert.Equal(complaint.Version, (await world.ComplaintAsync(prepared.Ticket)).Version);
                tried++;
            }
        }
        Assert.True(tried > 150, $"Only {tried} were tried.");
    }

    // Somebody who may see it and has no row for the verb in this state; null when everybody asked has one.
    private static (string Who, Refusal Refusal)? Illegal(TypingWorld world, Complaint complaint, string verb)
    {
        var rows = ProcedureTable.For(verb).ToList();
        string?[] people = [complaint.Owner, Prepared.Quality, Prepared.OtherQuality, Prepared.Executive];
        foreach (var person in people.OfType<string>())
        {
            var actor = Actor.Staff(world.Organisation.FindStaff(person)!);
            var relation = Relations.Of(actor, complaint, world.Organisation);
            if (
                !Relations.MaySee(actor, complaint, world.Organisation)
                // More time that an owner asks for is a wish, put before the head.
                || (verb == Verbs.Extend && person == complaint.Owner && complaint.Pending(DeadlineKind.Resolve) is not null)
                || rows.Any(r => relation.HasAny(r.Who) && r.From.Contains(complaint.State))
            )
                continue;
            return (person, rows.Any(r => relation.HasAny(r.Who)) ? Refusal.WrongState(verb, complaint.State) : Refusal.NotAllowed(verb));
        }
        return null;
    }

    private static string Who(Prepared prepared, string who) =>
        who switch
        {
            "owner" => prepared.Owner,
            "head" => prepared.Head,
            "frontline" => Prepared.Frontline,
            _ => Prepared.Quality,
        };

    private sealed record Row(
        string Id,
        ComplaintState Before,
        string Who,
        string Verb,
        ComplaintState After,
        Func<Complaint, string, bool> Holds
    )
    {
        public Severity Severity { get; init; } = Severity.Medium;
    }
}
