using System.Text.Json;
using Complaints.Procedure;
using Understanding.Learning;
using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;
using Understanding.Messages;
using Understanding.Questions;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Reads what staff type: an order with its facts, a question, a complaint to log, a short word. What it is was learnt from
/// examples; whether it is a question about figures the question parser says, too.</summary>
internal sealed class StaffReader(IQuestionParser questions, LearnedMeanings meanings)
{
    // Chosen on examples left out of learning, so that of a hundred orders at most one is done that was not meant.
    private const double SureOfAct = 0.76;

    // Other intents undo nothing and show something: less is enough.
    private const double SureOfOther = 0.45;

    // An order without the fact that it needs, or with the ending of a question, is doubtful.
    private const double Doubt = 0.6;

    // So sure is an order that also reads as a list ("those of Li Wei to Zhang Min").
    private const double VerySure = 0.95;

    private const int MostAlternatives = 3;

    // No query, yet surely a question: about something that is not kept.
    private static readonly UnclearReason?[] Asks =
    [
        UnclearReason.UnknownFigure,
        UnclearReason.UnknownGrouping,
        UnclearReason.SeveralValues,
    ];

    private static readonly IReadOnlyList<string> QuestionEnds = PhraseFiles.Of("Orders.InputWords.txt", "questionEnd");

    // "再给两天行吗" asks for what it means.
    private static readonly string[] MayAsk = [Verbs.Extend, Verbs.Hold, Verbs.Assign, Verbs.Note, Verbs.Progress];

    /// <summary>The meaning of a text, without the facts of a complaint.</summary>
    public Meaning Of(string text, Context context)
    {
        var parsed = questions.Parse(text, context.Language ?? "zh-CN", context.Organisation, context.Now, context.Previous);
        var meaning = Of(OrderText.Of(text, context), parsed);
        return meaning with { Question = meaning.Intent == Intents.Mine && IsOwnWork(parsed, context.Now) ? null : parsed };
    }

    // Nothing is said but "what have I to do", at most "today": that asks for the person's work and not for a list of complaints.
    private static bool IsOwnWork(ParsedQuestion parsed, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        return parsed.Query is { Filters: { Owner: ["me"], Status: null or [QueryStatus.Open] } filters } query
            && (query.Period is null || (query.Period.From == today && query.Period.To == today))
            && (query with { Filters = null, Period = null, FollowsUp = null }) == new ComplaintQuery { Kind = QueryKind.List }
            && (filters with { Owner = null, Status = null }) == new QueryFilters();
    }

    private Meaning Of(OrderText text, ParsedQuestion parsed)
    {
        if (text.Context.Meant is { } meant)
            return Picked(meant, text, parsed);
        if (SmallTalk.Of(text.Folded) is (Intents.Greeting or Intents.Thanks) and { } small)
            return new() { Intent = small };
        var ranked = Ranked(text.Sentence, text.Context.Role);
        if (IsAsked(text, parsed, ranked))
            return Asked(text, parsed, ranked);
        var (top, intent) = (ranked[0], OrderLabels.Intent(ranked[0].Label));
        var marks = MendedMarks.Of(OrderModel.Standard.Value.Facts.Tag(text.Sentence, top.Label), text);
        var isDoing = intent is Intents.Act or Intents.OrderSettings;
        // "Done" needs no fact where nothing else is likely: a single measure needs no name.
        var isBareDone = top is { Label: Verbs.Item, Confidence: >= VerySure } && !QuestionEnds.Any(text.Folded.EndsWith);
        var confidence = isDoing && !isBareDone && IsDoubtful(top.Label, marks, text) ? top.Confidence * Doubt : top.Confidence;
        if (intent == Intents.Unclear || confidence < (isDoing ? SureOfAct : SureOfOther))
            return new()
            {
                Intent = Intents.Unclear,
                Confidence = confidence,
                Alternatives = Alternatives(ranked),
                Slots = new() { Ticket = OrderTickets.Of([], text).Ticket },
            };
        return new()
        {
            Intent = intent,
            Confidence = confidence,
            Alternatives = Alternatives(ranked.Skip(1)),
            Slots = Facts(top.Label, marks, text),
        };
    }

    /// <summary>True for a question about figures or lists. What the parser read to its end as a question is one; what it read in
    /// part, or what goes on with the question before, is one where nothing else is likely.</summary>
    private static bool IsAsked(OrderText text, ParsedQuestion parsed, IReadOnlyList<Guess> ranked)
    {
        var top = ranked[0];
        if (top is { Label: Intents.Ask, Confidence: >= SureOfOther })
            return true;
        if (top is { Label: Intents.Mine, Confidence: >= SureOfOther })
            return false;
        var goesOn = parsed.Query is { FollowsUp: true } && text.Context.Previous is not null;
        return QuestionSigns.Of(parsed, text.Text) switch
        {
            QuestionLikeness.Plain => true,
            QuestionLikeness.Whole => top.Confidence < VerySure,
            // What was read in part goes on with the question before only where no order is likely.
            QuestionLikeness.Possible when goesOn => top.Confidence < (parsed.Unused.Count > 0 ? SureOfAct : VerySure),
            QuestionLikeness.Possible => Asks.Contains(parsed.Unclear?.Reason) && top.Confidence < SureOfAct,
            _ => false,
        };
    }

    private static Meaning Asked(OrderText text, ParsedQuestion parsed, IReadOnlyList<Guess> ranked) =>
        new()
        {
            Intent = Intents.Ask,
            Confidence = Math.Max(0.5, ranked.Where(g => g.Label == Intents.Ask).Sum(g => g.Confidence)),
            Alternatives = Alternatives(ranked.Where(g => g.Label != Intents.Ask)),
            Slots = new() { Ticket = OrderTickets.Of([], text).Ticket },
            Query = parsed.Query is { } query ? JsonSerializer.SerializeToElement(query, QueryJson.Options) : null,
        };

    // Picked by the speaker: what is left to find are the facts.
    private static Meaning Picked(Alternative meant, OrderText text, ParsedQuestion parsed)
    {
        if (meant.Intent == Intents.Ask)
            return Asked(text, parsed, []) with { Confidence = 1 };
        var label = OrderLabels.Of(meant);
        return new() { Intent = meant.Intent, Slots = Facts(label, OrderModel.Standard.Value.Facts.Tag(text.Sentence, label), text) };
    }

    private static bool IsDoubtful(string label, IReadOnlyList<Mark> marks, OrderText text) =>
        OrderModel.Standard.Value.WithFacts.Contains(label) && !marks.Any(OrderModel.IsFact)
        || !MayAsk.Contains(label) && QuestionEnds.Any(text.Folded.TrimEnd('。', '!', ' ', '~').EndsWith);

    private List<Guess> Ranked(Sentence sentence, SpeakerRole role)
    {
        var weighed = meanings
            .Orders.Rank(sentence)
            .Select(g => g with { Confidence = g.Confidence * OrderLabels.Likely(g.Label, role) })
            .ToList();
        var sum = weighed.Sum(g => g.Confidence);
        return [.. weighed.Select(g => g with { Confidence = g.Confidence / sum }).OrderByDescending(g => g.Confidence)];
    }

    /// <summary>The facts of an order, as said.</summary>
    private static Slots Facts(string label, IReadOnlyList<Mark> marks, OrderText text)
    {
        var tickets = OrderTickets.Of(marks, text);
        return OrderInputs.Of(label, marks, text) with
        {
            Verb = OrderLabels.Verb(label),
            Ticket = tickets.Ticket,
            Tickets = tickets.Tickets,
            Select = tickets.Select,
        };
    }

    private static List<Alternative> Alternatives(IEnumerable<Guess> guesses) =>
        [
            .. guesses
                .Where(g => g.Label != Intents.Unclear)
                .Take(MostAlternatives)
                .Select(g => new Alternative(OrderLabels.Intent(g.Label), OrderLabels.Verb(g.Label), g.Confidence)),
        ];
}
