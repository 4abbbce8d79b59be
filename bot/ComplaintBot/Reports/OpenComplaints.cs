using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Storage;
using Complaints.Assignment;
using Complaints.Organisations;

namespace ComplaintBot.Reports;

/// <summary>Answers the two questions of every morning: what is open, and what of it is late.</summary>
public sealed class OpenComplaints(Database database) : IQuestions
{
    private const int Most = 10;

    /// <inheritdoc/>
    public async Task<JsonElement?> AnswerAsync(Turn turn, string text, JsonElement? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(text);
        string[] late = ["超时", "逾時", "逾期", "超期", "overdue", "late"];
        await ShowAsync(turn, mine: false, overdue: late.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)), cancellationToken);
        return previous;
    }

    /// <inheritdoc/>
    public Task MineAsync(Turn turn, CancellationToken cancellationToken) => ShowAsync(turn, mine: true, overdue: false, cancellationToken);

    /// <inheritdoc/>
    public Task<PressAnswer> PressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Task.FromResult(new PressAnswer(state, turn.Speech.Strings.Text(turn.Language, "talk.oldCard"), null, Refused: true));
    }

    private async Task ShowAsync(Turn turn, bool mine, bool overdue, CancellationToken cancellationToken)
    {
        var member = turn.Person.Staff!;
        var all = member.Roles.Any(r => r is Role.Quality or Role.Executive);
        var departments = turn.Organisation.Departments.Where(d => all || (member.Roles.Contains(Role.Manager) && turn.Organisation.IsWithin(d.Id, member.Department)))
            .Select(d => d.Id);
        var rows = await database.QueryAsync<Row>("""
            SELECT ticket, category, severity, state, answerable, next_due, about_staff FROM complaints
            WHERE is_open = 1 AND kind = 'complaint'
              AND ((@mine = 1 AND owner = @me) OR (@mine = 0 AND (owner = @me OR @departments LIKE '%,' || department || ',%')))
              AND (@overdue = 0 OR next_due < @now)
            ORDER BY next_due, ticket
            """, // One parameter for both engines: a list would be written differently on each.
            new { mine = mine ? 1 : 0, me = member.Id, departments = $",{string.Join(',', departments)},", overdue = overdue ? 1 : 0, now = turn.Now }, cancellationToken);
        // A complaint about a person is not counted for them and their line (procedure.md §1).
        rows = [.. rows.Where(r => r.AboutStaff is null || !Line.Of(turn.Organisation, r.AboutStaff.Split(',')).Contains(member.Id))];
        var reader = turn.Reader;
        turn.Show("list", new JsonObject
        {
            ["query"] = null,
            ["understood"] = reader.Text(mine ? "open.mine" : overdue ? "open.overdue" : "open.all"),
            ["count"] = reader.Text("open.count", ("count", rows.Count)),
            ["asOf"] = reader.Text("open.asOf", ("at", reader.Moment(turn.Now))),
            ["page"] = 1,
            ["pages"] = 1,
            ["pageText"] = "",
            ["rows"] = new JsonArray([.. rows.Take(Most).Select(r => new JsonObject
            {
                ["ticket"] = r.Ticket,
                ["category"] = reader.Category(r.Category),
                ["severity"] = Reader.Code((Severity)r.Severity),
                ["state"] = r.State,
                ["owner"] = reader.Person(r.Answerable),
                ["due"] = r.NextDue is { } due ? reader.Moment(due) : null,
                ["standing"] = r.NextDue is { } at ? reader.Text(at < turn.Now ? "time.overdueBy" : "time.left", ("length", reader.Speech.Times.Length(reader.Language, at - turn.Now))) : null,
                ["late"] = r.NextDue < turn.Now,
            })]),
            ["changes"] = new JsonArray(),
        });
    }

    private sealed class Row
    {
        public string Ticket { get; init; } = "";

        public string Category { get; init; } = "";

        public int Severity { get; init; }

        public string State { get; init; } = "";

        public string? Answerable { get; init; }

        public DateTimeOffset? NextDue { get; init; }

        public string? AboutStaff { get; init; }
    }
}
