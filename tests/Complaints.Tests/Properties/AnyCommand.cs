using Complaints.Assignment;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Investigation;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Rounds;
using Complaints.Surveys;

namespace Complaints.Tests.Properties;

/// <summary>Makes commands and actors from the numbers of a step: mostly what the state allows and who may, sometimes anything and
/// anybody.</summary>
internal static class AnyCommand
{
    // Erasing rewrites what was said, which is the one thing that these stories hold to be impossible; it has tests of its own.
    private static readonly string[] Every = [.. ProcedureTable.Rows.Select(r => r.Verb).Distinct().Except([Verbs.Erase])];

    // What brings a complaint forward comes more often than the table alone would have it.
    private static readonly string[] Forward =
    [
        Verbs.Accept,
        Verbs.Cause,
        Verbs.Plan,
        Verbs.Approve,
        Verbs.Item,
        Verbs.Resolve,
        Verbs.Satisfied,
        Verbs.Unsatisfied,
        Verbs.Reopen,
        Verbs.Survey,
        Verbs.Report,
    ];

    private static readonly string[] Enders = [Verbs.Withdraw, Verbs.NotAccept, Verbs.Merge, Verbs.CloseUnresolved];

    public static Command Of(Step step, Story story)
    {
        var state = story.Complaint.State;
        var possible = Every.Where(v => ProcedureTable.For(v).Any(r => r.From.Contains(state))).ToArray();
        var forward = Forward.Where(possible.Contains).ToArray();
        var pick = step.What / 20;
        // Most lives shall be longer than one command.
        if (step.Input % 4 != 0)
            possible = [.. possible.Except(Enders)];
        if (pick % 10 == 0)
            return Make(Every[pick / 10 % Every.Length], step.Input, story);
        return pick % 10 < 7 && forward.Length > 0
            ? Make(forward[pick / 10 % forward.Length], step.Input, story)
            : Make(possible[pick / 10 % possible.Length], step.Input, story);
    }

    public static Actor Actor(Step step, Command command, Story story)
    {
        Actor[] everybody =
        [
            story.Customer,
            story.Other,
            .. story.Organisation.Staff.Select(Complaints.Actor.Staff),
            Complaints.Actor.System,
        ];
        var may = everybody
            .Where(a =>
                ProcedureTable
                    .For(command.Verb)
                    .Any(r => r.From.Contains(story.Complaint.State) && Relations.Of(a, story.Complaint, story.Organisation).HasAny(r.Who))
            )
            .ToArray();
        var from = step.Who < 85 && may.Length > 0 ? may : everybody;
        return from[step.Who % from.Length];
    }

    /// <summary>A command of a verb with inputs made from a number: good ones, mostly.</summary>
    public static Command Make(string verb, int n, Story story)
    {
        var (complaint, now, staff) = (story.Complaint, story.Now, story.Organisation.Staff);
        var text = n % 13 == 0 ? " " : $"话 {n % 5}";
        var person = n % 17 == 0 ? "nobody" : staff[n % staff.Count].Id;
        var later = now + TimeSpan.FromHours((n % 200) - 5) + TimeSpan.FromTicks(n);
        var pending = complaint.Deadlines.Where(d => d.Pending).Select(d => d.Id).ToArray();
        var deadline = n % 3 == 0 && pending.Length > 0 ? pending[n / 3 % pending.Length] : null;
        return verb switch
        {
            Verbs.Accept => new Accept(),
            Verbs.AddInformation => new AddInformation(text, n % 4 == 0 ? [new($"f{n % 9}", "b.png", "image/png", "01")] : [], n % 2 == 0),
            Verbs.Approve => new ApprovePlan(),
            Verbs.Assign => new Assign(person, text),
            Verbs.HandOverLeavers => new HandOverLeavers(),
            Verbs.OneTimeCode => new GiveOneTimeCode("aa"),
            Verbs.Call => new Calls.ReportCall(null, (Calls.CallOutcome)(n % 5), text, story.Now.AddHours(1)),
            Verbs.AssignAutomatically => new AssignAutomatically(),
            Verbs.Cause => new RecordCause(n % 11 == 0 ? [] : [(CauseClass)(n % 6), (CauseClass)(n / 6 % 6)], text)
            {
                Whys = n % 7 == 0 ? ["一"] : ["一", "二"],
                ResponsiblePerson = n % 5 == 0 ? person : null,
            },
            Verbs.CloseUnresolved => new CloseUnresolved(text, "赔偿"),
            Verbs.Decline => new Decline(text),
            Verbs.Effective => new JudgeEffectiveness(n % 2 == 0, null, text),
            Verbs.Emergency => new DeclareEmergency(text),
            Verbs.Escalate => new Escalate(text),
            Verbs.Extend => new Extend(later, text, deadline),
            Verbs.FollowElsewhere => new FollowElsewhere("no such code", new("directline:tablet", "zh-CN")),
            Verbs.Grade => new Grade(n % 5 == 4 ? null : (Severity)(n % 4), text)
            {
                CustomerLevel = (n / 5 % 4) switch
                {
                    1 => "vip",
                    2 => "standard",
                    _ => null,
                },
                Complex = n % 6 == 0 ? n % 4 == 0 : null,
                Category = n % 7 == 0 ? story.Organisation.Categories[n % story.Organisation.Categories.Count].Id : null,
            },
            Verbs.Hold => new PutOnHold((HoldReason)(n % 4), n % 9 == 0 ? null : "什么型号？", n % 3 == 0 ? null : later),
            Verbs.Inspect => new Inspect(new Dictionary<string, int> { ["process"] = n % 7 }, text),
            Verbs.Item => new CompleteMeasure(n % 3 > 0 ? "all" : $"{complaint.Round}.{(n % 3) + 1}", text) { Cancelled = n % 5 == 0 },
            Verbs.Link => new Link(n % 2 == 0 ? story.Survivor.Ticket : complaint.Ticket, (LinkKind)(n % 3)),
            Verbs.Merge => new Merge(n % 5 == 0 ? complaint : story.Survivor),
            Verbs.NotAccept => new NotAccept(text),
            Verbs.Evidence => new LookAtEvidence(),
            Verbs.Note => new Note(text),
            Verbs.OnSite => new OnSite(text),
            Verbs.Burst => new RaiseBurst([story.Survivor.Ticket]),
            Verbs.Panel => new AskPanel(
                story.Organisation.Departments[n % story.Organisation.Departments.Count].Id,
                text,
                n % 3 == 0 ? later : null
            ),
            Verbs.Part => new AnswerPart(
                n % 2 == 0 ? null
                    : complaint.Parts.Count > 0 ? complaint.Parts[n % complaint.Parts.Count].Id
                    : "p1",
                text
            ),
            Verbs.Plan => new ProposePlan(text, n % 2 == 0 ? null : person, n % 3 == 0 ? later : null),
            Verbs.Progress => new Progress(text),
            Verbs.Rectified => n % 2 == 0 ? new Rectified(null, text, null) : new Rectified(null, null, n % 4 == 1),
            Verbs.Rectify => new Rectify(story.Organisation.Departments[n % story.Organisation.Departments.Count].Id, text, later),
            Verbs.Reopen => new Reopen(text),
            Verbs.Report => new SignCaseReport(text, n % 2 == 0 ? "换供应商" : null),
            Verbs.Resolve => new ReportResult(text),
            Verbs.Resume => new Resume(),
            Verbs.Satisfied => new ConfirmSatisfied(text),
            Verbs.Snooze => new Snooze(TimeSpan.FromMinutes((n % 400) - 10), text, deadline),
            Verbs.Survey => new AnswerSurvey((n % 5) + 1) { Solved = n % 3 == 0 ? "no" : "yes" },
            Verbs.Timer => new RunTimers(),
            Verbs.Undo => new TakeBack(story.Complaint.Version - (n % 3)),
            Verbs.Unsatisfied => new RejectResult(text),
            Verbs.Visit => new RecordVisit(
                (n % 4) switch
                {
                    0 => "answered",
                    1 => "declined",
                    2 => "unreachable",
                    _ => "?",
                },
                (n % 5) + 1,
                text
            ),
            Verbs.Withdraw => new Withdraw(text),
            _ => throw new InvalidOperationException($"The stories know no {verb}."),
        };
    }
}
