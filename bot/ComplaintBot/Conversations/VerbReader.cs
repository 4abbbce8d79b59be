using Complaints;
using Complaints.Calls;
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

namespace ComplaintBot.Conversations;

/// <summary>Reads a card verb and its inputs (docs/procedure.md §1, "Verbs and their inputs") into a command of the domain. One line
/// a verb; who may do it and when is the domain's table.</summary>
public static class VerbReader
{
    private delegate ReadCommand FromInputs(CardInputs inputs, Organisation organisation);

    private static readonly Dictionary<string, FromInputs> Readers = new(StringComparer.Ordinal)
    {
        [Verbs.Accept] = (_, _) => new Accept(),
        [Verbs.Decline] = (i, _) => new Decline(i.Text("reason") ?? ""),
        [Verbs.Assign] = (i, o) =>
            i.Text("to") is not { } to ? Refusal.Missing("to")
            : Person(to, o) is { } person ? new Assign(person, i.Text("reason"))
            : Unknown(to),
        [Verbs.AssignAutomatically] = (_, _) => new AssignAutomatically(),
        [Verbs.Link] = (i, _) =>
            i.Text("into") is { } other ? new Link(other, Enum<LinkKind>(i.Text("kind")) ?? LinkKind.Duplicate) : Refusal.Missing("into"),
        [Verbs.AddInformation] = (i, _) => new AddInformation(i.Text("text") ?? "", [], AnswersQuestion: true),
        [Verbs.Undo] = (i, _) => i.Whole("done") is { } version ? new TakeBack(version) : new Refusal("undoTooLate"),
        [Verbs.Note] = (i, _) => new Note(i.Text("text") ?? ""),
        [Verbs.Progress] = (i, _) => new Progress(i.Text("text") ?? ""),
        [Verbs.OnSite] = (i, _) => new OnSite(i.Text("text") ?? ""),
        [Verbs.Cause] = Cause,
        [Verbs.Plan] = Plan,
        [Verbs.Panel] = Panel,
        [Verbs.Part] = (i, _) => new AnswerPart(i.Text("part"), i.Text("text") ?? ""),
        [Verbs.Approve] = (_, _) => new ApprovePlan(),
        [Verbs.Item] = (i, _) =>
            new CompleteMeasure(i.Text("item") ?? "all", i.Text("text") ?? "") { Cancelled = i.YesNo("cancelled") == true },
        [Verbs.Resolve] = (i, _) => new ReportResult(i.Text("answer") ?? ""),
        [Verbs.Hold] = (i, o) =>
            Enum<HoldReason>(i.Text("reason")) is not { } reason
                ? Refusal.Missing("reason")
                : new PutOnHold(reason, i.Text("question"), i.Instant("until", o)),
        [Verbs.Resume] = (i, _) => new Resume(i.Text("reason")),
        [Verbs.Extend] = (i, o) =>
            i.Instant("until", o) is not { } until
                ? Refusal.Missing("until")
                : new Extend(until, i.Text("reason") ?? "", i.Text("deadline")),
        [Verbs.Snooze] = (i, _) =>
            !Duration.TryParse(i.Text("for") ?? "PT1H", out var length)
                ? Refusal.Missing("for")
                : new Snooze(length.ToTimeSpan(), i.Text("reason"), i.Text("deadline")),
        [Verbs.Escalate] = (i, _) => new Escalate(i.Text("reason")),
        [Verbs.Emergency] = (i, _) => new DeclareEmergency(i.Text("measure") ?? i.Text("text") ?? i.Text("reason") ?? ""),
        [Verbs.Grade] = (i, o) =>
            new Grade(Enum<Severity>(i.Text("severity")), i.Text("reason") ?? "")
            {
                CustomerLevel = i.Text("customerLevel"),
                Complex = i.YesNo("complex"),
                Category = Category(i.Text("category"), o),
            },
        [Verbs.NotAccept] = (i, _) => new NotAccept(i.Text("reason") ?? ""),
        // Silence is no answer: how a call ended is said, never guessed.
        [Verbs.Call] = (i, o) =>
            Enum<CallOutcome>(i.Text("outcome")) is not { } outcome
                ? Refusal.Missing("outcome")
                : new ReportCall(i.Text("call"), outcome, i.Text("text"), i.Instant("until", o)),
        [Verbs.Satisfied] = (i, _) => new ConfirmSatisfied(i.Text("comment")) { Party = i.Text("party") },
        [Verbs.Unsatisfied] = (i, _) => new RejectResult(Said(i) ?? "") { Party = i.Text("party") },
        [Verbs.Withdraw] = (i, _) => new Withdraw(Said(i)) { Party = i.Text("party") },
        [Verbs.Reopen] = (i, _) => new Reopen(Said(i) ?? ""),
        [Verbs.CloseUnresolved] = (i, _) => new CloseUnresolved(i.Text("reason") ?? "", i.Text("offer") ?? ""),
        [Verbs.Survey] = Survey,
        [Verbs.Visit] = (i, _) => new RecordVisit(i.Text("outcome") ?? "", i.Whole("score"), i.Text("comment")),
        [Verbs.Inspect] = Inspect,
        [Verbs.Rectify] = (i, o) =>
            i.Instant("due", o) is not { } due
                ? Refusal.Missing("due")
                : new Rectify(Department(i.Text("department"), o), i.Text("requirement") ?? "", due),
        [Verbs.Rectified] = (i, _) => new Rectified(i.Text("notice"), i.Text("evidence"), Verdict(i.Text("verdict")), i.Text("reason")),
        [Verbs.Report] = (i, _) => new SignCaseReport(i.Text("text") ?? "", i.Text("prevention")),
        [Verbs.Effective] = (i, _) =>
            Verdict(i.Text("verdict")) is not { } good
                ? Refusal.Missing("verdict")
                : new JudgeEffectiveness(good, i.Text("recurredAs"), i.Text("reason")),
    };

    /// <summary>True for a verb that acts on one complaint by its inputs alone.</summary>
    public static bool Knows(string verb) => Readers.ContainsKey(verb);

    /// <summary>The command, or what is missing or unreadable. The verb must be known.</summary>
    public static ReadCommand Read(string verb, CardInputs inputs, Organisation organisation) => Readers[verb](inputs, organisation);

    /// <summary>Finds a member of staff by aadObjectId, name or alias; null when nobody or more than one fits.</summary>
    public static string? Person(string text, Organisation organisation)
    {
        if (organisation.FindStaff(text) is { } exact)
            return exact.Id;
        var found = organisation
            .Staff.Where(s =>
                string.Equals(s.Name, text, StringComparison.OrdinalIgnoreCase)
                || s.Aliases.Contains(text, StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        return found.Count == 1 ? found[0].Id : null;
    }

    private static ReadCommand Unknown(string name) => Refusal.Of("unknownPerson", "name", name);

    // One box of a form may be shared by several buttons: the words of a customer come under either name.
    private static string? Said(CardInputs inputs) => inputs.Text("reason") ?? inputs.Text("comment");

    private static ReadCommand Cause(CardInputs inputs, Organisation organisation)
    {
        var classes = inputs.Several("category").Select(Enum<CauseClass>).ToList();
        if (classes.Count == 0 || classes.Contains(null))
            return Refusal.Missing("category");
        return new RecordCause([.. classes.OfType<CauseClass>().Distinct()], inputs.Text("text") ?? "")
        {
            Whys = inputs.Several("whys"),
            ResponsibleDepartment = inputs.Text("department"),
            ResponsiblePerson = inputs.Text("person") is { } person ? Person(person, organisation) ?? person : null,
        };
    }

    private static ReadCommand Panel(CardInputs inputs, Organisation organisation) =>
        inputs.Has("due") && inputs.Instant("due", organisation) is null
            ? Refusal.Of("unreadable", "input", "due")
            : new AskPanel(
                Department(inputs.Text("department"), organisation),
                inputs.Text("task") ?? inputs.Text("text") ?? "",
                inputs.Instant("due", organisation)
            );

    // By id, or by any of its names.
    private static string Department(string? text, Organisation organisation) =>
        organisation
            .Departments.FirstOrDefault(d =>
                d.Id == text
                || Languages.All.Any(l => d.Name.In(l) == text)
                || d.Aliases.Contains(text ?? "", StringComparer.OrdinalIgnoreCase)
            )
            ?.Id
        ?? text
        ?? "";

    private static string? Category(string? text, Organisation organisation) =>
        organisation
            .Categories.FirstOrDefault(c =>
                c.Id == text
                || Languages.All.Any(l => string.Equals(c.Name.In(l), text, StringComparison.OrdinalIgnoreCase))
                || c.Aliases.Contains(text ?? "", StringComparer.OrdinalIgnoreCase)
            )
            ?.Id
        ?? text;

    private static ReadCommand Plan(CardInputs inputs, Organisation organisation)
    {
        var owner = inputs.Text("owner");
        if (owner is not null && Person(owner, organisation) is null)
            return Unknown(owner);
        if (inputs.Has("due") && inputs.Instant("due", organisation) is null)
            return Refusal.Of("unreadable", "input", "due");
        return new ProposePlan(
            inputs.Text("measure") ?? "",
            owner is null ? null : Person(owner, organisation),
            inputs.Instant("due", organisation)
        );
    }

    private static ReadCommand Survey(CardInputs inputs, Organisation organisation)
    {
        if (inputs.Whole("score") is not { } score)
            return Refusal.Missing("score");
        var dimensions = new Dictionary<string, DimensionScore>(StringComparer.Ordinal);
        foreach (var name in Dimensions)
        {
            var gap = new DimensionScore(inputs.Whole(name + ".expected"), inputs.Whole(name + ".perceived"));
            if (gap != new DimensionScore(null, null))
                dimensions[name] = gap;
        }
        return new AnswerSurvey(score)
        {
            Solved = inputs.Text("solved") switch
            {
                "partly" => "partly",
                _ => inputs.YesNo("solved") switch
                {
                    true => "yes",
                    false => "no",
                    _ => null,
                },
            },
            Recommend = inputs.Whole("recommend"),
            Comment = inputs.Text("comment"),
            Dimensions = dimensions.Count > 0 ? dimensions : null,
        };
    }

    private static ReadCommand Inspect(CardInputs inputs, Organisation organisation)
    {
        string[] others = ["verb", "ticket", "version", "comment"];
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, value) in inputs.WithPrefix(""))
        {
            if (!others.Contains(id) && int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var score))
                scores[id.StartsWith("score.", StringComparison.Ordinal) ? id["score.".Length..] : id] = score;
        }
        return new Inspect(scores, inputs.Text("comment"));
    }

    /// <summary>SERVQUAL's five (docs/procedure.md §7).</summary>
    public static readonly IReadOnlyList<string> Dimensions = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"];

    private static bool? Verdict(string? text) =>
        text?.ToUpperInvariant() switch
        {
            "VERIFIED" or "EFFECTIVE" or "PASSED" or "YES" or "TRUE" => true,
            "REJECTED" or "VOID" or "INEFFECTIVE" or "FAILED" or "NO" or "FALSE" => false,
            _ => null,
        };

    private static T? Enum<T>(string? text)
        where T : struct, Enum =>
        System.Enum.TryParse<T>(text, ignoreCase: true, out var value) && System.Enum.IsDefined(value) && !char.IsAsciiDigit(text![0])
            ? value
            : null;
}

/// <summary>A command that was read, or why it could not be.</summary>
public sealed record ReadCommand(Command? Command, Refusal? Refusal)
{
    /// <summary>The command.</summary>
    public static implicit operator ReadCommand(Command command) => new(command, null);

    /// <summary>Why there is none.</summary>
    public static implicit operator ReadCommand(Refusal refusal) => new(null, refusal);

    /// <summary>The command.</summary>
    public static ReadCommand ToReadCommand(Command command) => command;
}
