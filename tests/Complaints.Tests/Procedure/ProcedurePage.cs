using System.Runtime.CompilerServices;
using System.Text.Json;
using Complaints.Procedure;

namespace Complaints.Tests.Procedure;

/// <summary>The table of docs/procedure.md, and how the program's table reads in words.</summary>
internal static class ProcedurePage
{
    private static readonly (IReadOnlyList<ComplaintState> States, string Words)[] Groups =
    [
        ([.. Enum.GetValues<ComplaintState>()], "any"),
        (ComplaintStates.Open, "open"),
        ([ComplaintState.Assigned, ComplaintState.Investigating, ComplaintState.Planning, ComplaintState.InProgress], "worked on"),
        ([ComplaintState.Closed, ComplaintState.Withdrawn, ComplaintState.NotAccepted, ComplaintState.Merged], "ended"),
    ];

    private static readonly Dictionary<Relation, string> People = new()
    {
        [Relation.Complainant] = "customer",
        [Relation.Owner] = "owner",
        [Relation.MeasureOwner] = "owner of a measure",
        [Relation.DepartmentManager] = "head",
        [Relation.Manager] = "manager",
        [Relation.Quality] = "quality",
        [Relation.Frontline] = "frontline",
        [Relation.Executive] = "executive",
        [Relation.DepartmentHandler] = "handler of the department",
        [Relation.NoticeHead] = "head of the noticed department",
        [Relation.EmergencyRoster] = "emergency roster",
        [Relation.System] = "the bot",
        [Relation.PanelMember] = "who answers for a part",
        [Relation.Admin] = "admin",
    };

    /// <summary>The page as lines.</summary>
    public static string[] Lines() => File.ReadAllLines(Path.Combine(Repository(), "docs", "procedure.md"));

    /// <summary>The lines of the page's table whose head begins with <paramref name="column"/>, without the head.</summary>
    public static IReadOnlyList<string> Table(string column) =>
        [.. Lines().SkipWhile(l => !l.StartsWith($"| {column} |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))];

    /// <summary>A row of the program's table as the page must have it.</summary>
    public static string Line(ProcedureRow row)
    {
        var guards = string.Join(", ", row.If.Select(g => $"`{g.Name}`"));
        return $"| {row.Id} | `{row.Verb}` | {From(row.From)} | {To(row)} | {Who(row.Who)} | {guards} |";
    }

    private static string From(IReadOnlyList<ComplaintState> states) =>
        Groups.FirstOrDefault(g => g.States.ToHashSet().SetEquals(states)).Words ?? string.Join(", ", states.Select(Code));

    private static string To(ProcedureRow row) =>
        row.To.Count == 0 ? "stays"
        : row.Verb == Verbs.Timer ? "what is due"
        : string.Join(", ", row.To.Select(Code));

    private static string Who(Relation who) => string.Join(", ", People.Where(p => who.HasFlag(p.Key)).Select(p => p.Value));

    private static string Code(ComplaintState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
