using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Microsoft.Extensions.Logging.Abstractions;
using Understanding.Questions;
using Understanding.Writing;

namespace ComplaintBot.Tests.Reports;

/// <summary>A small book of complaints (book.*.csv) and what has to come out of it (book.figures.jsonl). The figures were counted
/// outside the product.</summary>
internal sealed partial class FigureBook(Database database)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reports");

    public static readonly DateTimeOffset Now = TelecomExample.Now;

    public static IReadOnlyList<JsonObject> Figures() =>
        [.. File.ReadLines(Path.Combine(Folder, "book.figures.jsonl")).Select(l => JsonNode.Parse(l)!.AsObject())];

    public Answering Answering { get; } = new(database, NullLogger<Answering>.Instance);

    public static Asker Asker(string id) => new(TelecomExample.Organisation.FindStaff(id)!, TelecomExample.Organisation);

    /// <summary>Asks in words, as a person would.</summary>
    public async Task<Answer> AskAsync(string words, string by = "aad-ceo")
    {
        var parsed = new QuestionParser().Parse(words, "zh-CN", TelecomExample.Organisation, Now);
        Assert.True(parsed.Query is not null, $"\"{words}\" is not understood: {parsed.Unclear?.Reason}");
        return await Answering.AnswerAsync(parsed.Query, Asker(by), Now);
    }

    public async Task LoadAsync()
    {
        await WriteAsync();
        await new SumTable(database).MakeAsync();
    }

    private Task WriteAsync() =>
        database.WriteAsync(async tx =>
        {
            foreach (var t in Read("tickets"))
            {
                var open = t("state") is not ("closed" or "withdrawn" or "notAccepted" or "merged");
                await tx.ExecuteAsync(
                    """
                    INSERT INTO complaints (ticket, version, kind, state, is_open, close_kind, merged_into,
                      category, department, owner, answerable, severity,
                      customer, customer_name, customer_level, language, channel,
                      place, place_folded, title, words, words_folded, about_staff,
                      received_at, received_day, first_response_at, first_response_day,
                      resolve_due, resolve_due_day, resolve_met, resolved_at, resolve_ended_day, resolve_wall_seconds,
                      next_due, next_due_day, closed_at, closed_day, ended_day,
                      hold_reason, rounds, reopen_count, escalation_level, emergency, last_score, recurrence_of)
                    VALUES (@ticket, 1, @kind, @state, @open, @closeKind, @merged,
                      @category, @department, @owner, @owner, @severity,
                      'directline:x', @customer, @level, 'zh-CN', @channel,
                      @place, @placeFolded, @words, @words, @wordsFolded, @about,
                      @received, @receivedDay, @firstResponse, @firstResponseDay,
                      @due, @dueDay, @met, @resolved, @resolvedDay, @wall,
                      @nextDue, @nextDueDay, @closed, @closedDay, @endedDay,
                      @hold, 1, @reopened, 0, 0, @score, @recurrence)
                    """,
                    new
                    {
                        ticket = t("ticket"),
                        kind = t("kind"),
                        state = t("state"),
                        open = open ? 1 : 0,
                        closeKind = t("close_kind"),
                        merged = t("merged_into"),
                        category = t("category"),
                        department = t("department"),
                        owner = t("owner"),
                        severity = (int)Enum.Parse<Severity>(t("severity")!, ignoreCase: true),
                        customer = t("customer"),
                        level = t("level"),
                        channel = t("channel"),
                        place = t("place"),
                        words = t("words"),
                        about = t("about"),
                        received = At(t("received")),
                        receivedDay = Day(t("received")),
                        firstResponse = At(t("first_response")),
                        firstResponseDay = Day(t("first_response")),
                        due = At(t("resolve_due")),
                        dueDay = Day(t("resolve_due")),
                        met = Int(t("resolve_met")),
                        resolved = At(t("resolved")),
                        wall = Int(t("resolve_wall_seconds")),
                        nextDue = At(t("next_due")),
                        nextDueDay = Day(t("next_due")),
                        closed = At(t("closed")),
                        closedDay = Day(t("closed")),
                        endedDay = Day(t("ended_day")),
                        hold = t("hold"),
                        reopened = Int(t("reopened")),
                        score = Int(t("last_score")),
                        recurrence = t("recurrence_of"),
                        wordsFolded = CharacterFolding.Fold(t("words")!),
                        placeFolded = t("place") is { } place ? CharacterFolding.Fold(place) : null,
                        resolvedDay = Day(t("resolved")),
                    }
                );
            }
            foreach (var c in Read("closes"))
            {
                await tx.ExecuteAsync(
                    """
                    INSERT INTO complaint_closes (ticket, n, closed_at, closed_day, kind, rounds, reopened_at, reopened_day)
                    VALUES (@ticket, @n, @at, @day, @kind, 1, @reopened, @reopenedDay)
                    """,
                    new
                    {
                        ticket = c("ticket"),
                        n = Int(c("n")),
                        at = At(c("closed")),
                        day = Day(c("closed")),
                        kind = c("kind"),
                        reopened = At(c("reopened")),
                        reopenedDay = Day(c("reopened")),
                    }
                );
            }
            foreach (var s in Read("surveys"))
            {
                await tx.ExecuteAsync(
                    """
                    INSERT INTO complaint_surveys (ticket, n, offered_day, answered_day, expired, score, recommend)
                    VALUES (@ticket, @n, @offered, @answered, 0, @score, @recommend)
                    """,
                    new
                    {
                        ticket = s("ticket"),
                        n = Int(s("n")),
                        offered = s("offered_day"),
                        answered = s("answered_day"),
                        score = Int(s("score")),
                        recommend = Int(s("recommend")),
                    }
                );
            }
            foreach (var i in Read("inspections"))
            {
                await tx.ExecuteAsync(
                    "INSERT INTO complaint_inspections (ticket, version, day, steps, passed) VALUES (@ticket, 1, @day, @steps, @passed)",
                    new
                    {
                        ticket = i("ticket"),
                        day = i("day"),
                        steps = Int(i("steps")),
                        passed = Int(i("passed")),
                    }
                );
            }
            foreach (var r in Read("rectifications"))
            {
                await tx.ExecuteAsync(
                    """
                    INSERT INTO complaint_rectifications
                      (ticket, number, department, state, issued_day, due_day, replied_at, in_time, rejections)
                    VALUES (@ticket, @number, @department, 'issued', @issued, @due, @replied, @inTime, @rejections)
                    """,
                    new
                    {
                        ticket = r("ticket"),
                        number = r("number"),
                        department = r("department"),
                        issued = r("issued_day"),
                        due = Day(r("due")),
                        replied = At(r("replied")),
                        inTime = r("replied") is null ? (int?)null
                        : At(r("replied")) <= At(r("due")) ? 1
                        : 0,
                        rejections = Int(r("rejections")),
                    }
                );
            }
            foreach (var p in Read("promises"))
            {
                await tx.ExecuteAsync(
                    """
                    INSERT INTO complaint_deadlines (ticket, id, kind, started_at, due_at, due_day, paused, ended_at, in_time)
                    VALUES (@ticket, @id, @kind, @started, @due, @dueDay, @paused, @ended, @inTime)
                    """,
                    new
                    {
                        ticket = p("ticket"),
                        id = p("id"),
                        kind = p("kind"),
                        started = At(p("started")),
                        due = At(p("due")),
                        dueDay = Day(p("due")),
                        paused = Int(p("paused")),
                        ended = At(p("ended")),
                        inTime = Int(p("in_time")),
                    }
                );
            }
        });

    /// <summary>The rows of a table; an empty cell is null.</summary>
    private static IEnumerable<Func<string, string?>> Read(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, $"book.{table}.csv"));
        var names = lines[0].Split(',');
        foreach (var cells in lines.Skip(1).Select(l => Cell().Matches(l).Select(m => m.Groups["cell"].Value.Trim('"')).ToArray()))
            yield return name => cells[Array.IndexOf(names, name)] is { Length: > 0 } cell ? cell : null;
    }

    [GeneratedRegex("(^|,)(?<cell>\"[^\"]*\"|[^,]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    private static DateTimeOffset? At(string? local) =>
        local is null
            ? null
            : new DateTimeOffset(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static string? Day(string? local) => local?[..10];

    private static int? Int(string? digits) => digits is null ? null : int.Parse(digits, CultureInfo.InvariantCulture);
}
