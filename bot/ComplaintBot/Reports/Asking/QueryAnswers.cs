using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Reports.Rights;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>Answers a question of staff: the query is checked, answered by one statement and shown with how it was understood.</summary>
public sealed class QueryAnswers(Answering answering, FileHandover files)
{
    /// <summary>Answers what was read, put onto the question before, or asks back where a word was not used; null when nothing could be
    /// read.</summary>
    public async Task<StaffState?> AnswerAsync(Turn turn, StaffState state, ParsedQuestion? read, CancellationToken cancellationToken)
    {
        if (read?.Query is not { } said)
            return null;
        var query = state.PreviousQuestion() is { } before ? QuestionFollowUp.Merge(before, said) : said with { FollowsUp = null };
        // A number without a condition that was said answers another question: ask back, with what was understood as the nearest.
        if (read.Unused.Count > 0)
        {
            var unclear = new Unclear(UnclearReason.UnknownWords, read.Unused, [query]);
            turn.NoteAskedBack();
            turn.Show("ask-back", AskBack.Unclear(unclear, turn.Reader, AnswerId(turn)), AnswerKey(AnswerId(turn)));
            return state;
        }
        var remembered = await SayAsync(turn, state, query, [], cancellationToken);
        // Asked for as a file: the card says what is in it, the file comes below.
        if (query.Kind == QueryKind.Export || query.Format is AnswerFormat.Csv or AnswerFormat.Xlsx && remembered != state)
            await files.OfferAsync(turn, query, query.Format == AnswerFormat.Csv ? "csv" : "xlsx", cancellationToken);
        return remembered;
    }

    /// <summary>Answers a query with a new card.</summary>
    public async Task<StaffState> SayAsync(
        Turn turn,
        StaffState state,
        ComplaintQuery query,
        IReadOnlyList<string> unused,
        CancellationToken cancellationToken
    )
    {
        var (message, remembered) = await CardAsync(turn, state, query, 1, AnswerId(turn), unused, cancellationToken);
        turn.Send(message);
        return remembered;
    }

    /// <summary>The card that answers a query, and what is remembered of it. <paramref name="answerId"/> names the answer: its
    /// pages replace each other.</summary>
    public async Task<(OutgoingMessage Message, StaffState State)> CardAsync(
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
        OutgoingMessage Card(string template, JsonObject data) =>
            new(turn.Here, turn.Speech.Card(template, turn.Language, data, turn.Here.Target), AnswerKey(answerId));
        if (QueryRules.Faults(query, turn.Organisation).Count > 0)
            return (Card("ask-back", AskBack.OutOfDate(reader, answerId)), state);

        var asker = new Asker(turn.Person.Staff!, turn.Organisation);
        var answer = await answering.AnswerAsync(query, asker, turn.Now, page, cancellationToken);
        return (
            answer switch
            {
                Refused refused => Card("ask-back", AskBack.Refused(refused, reader, answerId)),
                ListAnswer list => Card("list", ListCard.Data(list, unused, reader, answerId, turn.Activity.Conversation?.IsGroup != true)),
                FigureAnswer figure when FigureCard.IsChart(figure) => Card("chart", FigureCard.Chart(figure, unused, reader, answerId)),
                FigureAnswer figure => Card("metric", FigureCard.Metric(figure, unused, reader, answerId)),
                _ => throw new InvalidOperationException($"No card shows {answer.GetType()}."),
            },
            Remembered(state, query, answer)
        );
    }

    /// <summary>Names the answer of this turn; short, because every button carries it.</summary>
    public static string AnswerId(Turn turn)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Activity.Id ?? turn.Now.ToString("O"))).AsSpan(0, 4));
    }

    /// <summary>A button that comes as a message replaces the answer it stands on, as an invoke does.</summary>
    public static string AnswerKey(string answerId) => $"answer:{answerId}";

    // A question that was refused is not what "only the VIP ones" is about; one that waits for a name is.
    private static StaffState Remembered(StaffState state, ComplaintQuery query, Answer answer)
    {
        if (answer is Refused { Why: not Obstacle.WhichPerson })
            return state;
        var shown = (answer as ListAnswer)?.Rows.Select(r => r.Ticket).ToList();
        return state with
        {
            LastQuery = JsonSerializer.SerializeToElement(query, QueryJson.Options),
            Shown = shown,
            // After a list, "this one" is what the list shows, not a ticket of before.
            LastTicket =
                shown is null ? state.LastTicket
                : shown is [var single] ? single
                : null,
        };
    }
}
