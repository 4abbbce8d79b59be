using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>A question of staff from the words to the card: understood as a query, checked, answered by one statement, shown with
/// how it was understood.</summary>
public sealed partial class StaffQuestions(IQuestionParser parser, IQuestionReader questions, Answering answering, FileHandover files)
    : IQuestions
{
    private static readonly ComplaintQuery Mine = new()
    {
        Kind = QueryKind.List,
        Filters = new() { Status = [QueryStatus.Open], Owner = "me" },
    };

    /// <inheritdoc/>
    public QuestionLikeness Likeness(Turn turn, StaffState state, string text)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var parsed = parser.Parse(text, turn.Language, turn.Organisation, turn.Now, state.PreviousQuestion());
        if (parsed.Query is null)
            return parsed.Unclear!.Reason == UnclearReason.NoQuestion ? QuestionLikeness.None : QuestionLikeness.Possible;
        if (parsed.Unused.Count > 0 || NamesOneTicket().IsMatch(text))
            return QuestionLikeness.Possible;
        return parsed.KindIsSaid || AsksWhich().IsMatch(text) ? QuestionLikeness.Plain : QuestionLikeness.Whole;
    }

    /// <inheritdoc/>
    public async Task<StaffState> AnswerAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var parsed = await ReadAsync(turn, state, text, cancellationToken);
        if (parsed.Query is not null)
            return await AnswerAsync(turn, state, parsed, cancellationToken);
        turn.Show("ask-back", AskBack.Unclear(parsed.Unclear!, turn.Reader, AnswerId(turn)), AnswerKey(AnswerId(turn)));
        return state;
    }

    /// <inheritdoc/>
    public async Task<StaffState?> TryAnswerAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var language = turn.Language;
        var parsed = await ReadAsync(turn, state, text, cancellationToken);
        if (parsed.Query is not null)
            return await AnswerAsync(turn, state, parsed, cancellationToken);
        turn.Language = language;
        return null;
    }

    /// <inheritdoc/>
    public async Task<StaffState> MineAsync(Turn turn, StaffState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (message, remembered) = await AnswerAsync(turn, state, Mine, 1, AnswerId(turn), [], cancellationToken);
        turn.Send(message);
        return remembered;
    }

    /// <inheritdoc/>
    public async Task<StaffState?> WhyAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        KeepLanguage(turn, state, text);
        // A list forgets the ticket of before: one that is remembered beside it was looked at since.
        if (state.Shown is { Count: > 0 } shown)
            return await WhyOpen.SayAsync(turn, state.LastTicket is { } opened ? [opened] : shown, cancellationToken) ? state : null;
        // A figure is explained by what it is made of.
        if (state.PreviousQuestion() is { GroupBy: null, Kind: QueryKind.Metric or QueryKind.Count } figure)
        {
            var (message, remembered) = await AnswerAsync(
                turn,
                state,
                figure with
                {
                    GroupBy = Grouping.Category,
                    Format = null,
                },
                1,
                AnswerId(turn),
                [],
                cancellationToken
            );
            turn.Send(message);
            return remembered;
        }
        return state.LastTicket is { } last && await WhyOpen.SayAsync(turn, [last], cancellationToken) ? state : null;
    }

    /// <inheritdoc/>
    public async Task<PressAnswer> PressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Text("lang") is { } language && Languages.All.Contains(language))
            turn.Language = language;
        // A card is data from outside: its query is read and checked like any other.
        var format = inputs.Text("format") is { } wanted && FileOrder.Formats.Contains(wanted) ? wanted : "xlsx";
        if (inputs.Verb == "query.export" && inputs.Text("report") is { } report)
            return new(state, await files.OfferReportAsync(turn, report, format, cancellationToken), null);
        if (inputs.Json("query") is not { } json || QueryJson.Read(json, out _) is not { } query)
            return new(state, turn.Reader.Text("talk.oldCard"), null, Refused: true);
        if (inputs.Verb == "query.export")
            return new(state, await files.OfferAsync(turn, query, format, cancellationToken), null);
        if (inputs.Verb != "query.page")
            return new(state, turn.Reader.Text("talk.oldCard"), null, Refused: true);
        var (message, remembered) = await AnswerAsync(
            turn,
            state,
            query,
            Math.Clamp(inputs.Whole("page") ?? 1, 1, 10_000),
            inputs.Text("answer") ?? AnswerId(turn),
            [],
            cancellationToken
        );
        return new(remembered, null, message);
    }

    private ValueTask<ParsedQuestion> ReadAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken)
    {
        KeepLanguage(turn, state, text);
        return questions.ReadAsync(text, turn.Language, turn.Organisation, turn.Now, state.PreviousQuestion(), cancellationToken);
    }

    private async Task<StaffState> AnswerAsync(Turn turn, StaffState state, ParsedQuestion parsed, CancellationToken cancellationToken)
    {
        var query = state.PreviousQuestion() is { } before
            ? QuestionFollowUp.Merge(before, parsed.Query!)
            : parsed.Query! with
            {
                FollowsUp = null,
            };
        var (message, remembered) = await AnswerAsync(turn, state, query, 1, AnswerId(turn), parsed.Unused, cancellationToken);
        turn.Send(message);
        // Asked for as a file: the card says what is in it, the file comes below.
        if (query.Kind == QueryKind.Export || query.Format is AnswerFormat.Csv or AnswerFormat.Xlsx && remembered != state)
            await files.OfferAsync(turn, query, query.Format == AnswerFormat.Csv ? "csv" : "xlsx", cancellationToken);
        return remembered;
    }

    private async Task<(OutgoingMessage Message, StaffState State)> AnswerAsync(
        Turn turn,
        StaffState state,
        ComplaintQuery query,
        int page,
        string answerId,
        IReadOnlyList<string> unused,
        CancellationToken cancellationToken
    )
    {
        var reader = turn.Reader;
        OutgoingMessage Card(string template, System.Text.Json.Nodes.JsonObject data) =>
            new(turn.Here, turn.Speech.Card(template, turn.Language, data, turn.Here.Target), AnswerKey(answerId));
        if (QueryRules.Faults(query, turn.Organisation).Count > 0)
            return (Card("ask-back", AskBack.OutOfDate(reader, answerId)), state);

        var answer = await answering.AnswerAsync(
            query,
            new Asker(turn.Person.Staff!, turn.Organisation),
            turn.Now,
            page,
            cancellationToken
        );
        // A question that was refused is not what "only the VIP ones" is about; one that waits for a name is.
        var shown = (answer as ListAnswer)?.Rows.Select(r => r.Ticket).ToList();
        // After a list, "this one" is what the list shows, not a ticket of before.
        var remembered = answer is Refused { Why: not Obstacle.WhichPerson }
            ? state
            : state with
            {
                LastQuery = Written(query),
                AnswerLanguage = turn.Language,
                Shown = shown,
                LastTicket =
                    shown is null ? state.LastTicket
                    : shown is [var single] ? single
                    : null,
            };
        return (
            answer switch
            {
                Refused refused => Card("ask-back", AskBack.Refused(refused, reader, answerId)),
                ListAnswer list => Card("list", ListCard.Data(list, unused, reader, answerId)),
                FigureAnswer figure when FigureCard.IsChart(figure) => Card("chart", FigureCard.Chart(figure, unused, reader, answerId)),
                FigureAnswer figure => Card("metric", FigureCard.Metric(figure, unused, reader, answerId)),
                _ => throw new InvalidOperationException($"No card shows {answer.GetType()}."),
            },
            remembered
        );
    }

    // A short follow-up in Latin letters stays in the language of the answer before.
    private static void KeepLanguage(Turn turn, StaffState state, string text)
    {
        if (state.AnswerLanguage is { } language && !text.Any(c => c is >= '\u4e00' and <= '\u9fff'))
            turn.Language = language;
    }

    private static JsonElement Written(ComplaintQuery query) => JsonSerializer.SerializeToElement(query, QueryJson.Options);

    // Short, because every button carries it.
    private static string AnswerId(Turn turn) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Activity.Id ?? turn.Now.ToString("O"))).AsSpan(0, 4));

    // A button that comes as a message replaces the answer it stands on, as an invoke does.
    private static string AnswerKey(string answerId) => $"answer:{answerId}";

    [GeneratedRegex(
        @"几件|幾件|多少|哪些|哪个|哪個|哪几|哪幾|有没有|有沒有|how many|\bwhich\b|\bwhat\b|[?？]$|吗$|嗎$|的.{0,8}(投诉|投訴|客诉|客訴|工单|工單|单子|單子)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksWhich();

    [GeneratedRegex(@"C-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NamesOneTicket();
}
