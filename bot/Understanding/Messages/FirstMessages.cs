using Complaints.Organisations;
using Understanding.Categories;
using Understanding.Facts;
using Understanding.Learning;
using Understanding.Learning.Sentences;
using Understanding.Tone;

namespace Understanding.Messages;

/// <summary>What a customer's first message wants, what it is about, how grave it is and which facts it tells.</summary>
internal sealed class FirstMessages(LearnedCategories learned, LearnedMeanings meanings)
{
    // Below this the honest answer is "unclear"; a complaint must not be turned away, so less is enough for one.
    private const double Clear = 0.3,
        Complaint = 0.25;

    // From here on a topic is what a text is about, and an intent what it wants.
    private const double Sure = 0.6;

    private const double LeastAlternative = 0.1;

    // A fact that was missed is asked for again, one too many is only seen.
    private const float Lean = 16;

    private readonly CategoryReader _categories = new(learned);

    /// <summary>The meaning of a message that answers no question.</summary>
    public Meaning Of(FoundFacts found, Sentence sentence, Context context)
    {
        if (context.Meant is null && SmallTalk.Of(found.Folded) is { } small)
            return new()
            {
                Intent = small,
                Slots = new() { Ticket = found.Ticket },
            };
        var ranked = meanings.Wishes.Rank(sentence);
        var topics = CustomerModels.Topic.Value.Rank(sentence);
        var grave = Gravity.Of(sentence, topics[0].Label);
        var isTrouble = TextTone.Of(found.Folded) is var mood && mood.Bad > mood.Good || topics[0].Confidence >= Sure;
        var intent =
            context.Meant?.Intent ?? IntentOf(ranked, found, grave is { Severity: > Severity.Low }, isTrouble, context.OwnCases.Count > 0);
        var facts = Facts(found, sentence, intent, context);
        if (IsLarge(facts, context.Organisation) && !(grave?.Severity >= Severity.High))
            grave = (Severity.High, "amount");
        // "Where is my card?" of somebody without a case tells what it is about, too.
        var tellsOfTrouble =
            intent is Intents.Complain or Intents.Unsatisfied or Intents.AddInformation or Intents.Unclear
            || context.Asked == Context.Questions.Category
            || (intent == Intents.Status && context.OwnCases.Count == 0)
            || learned.Current is not null;
        Guess? category = tellsOfTrouble ? _categories.Of(found.Folded, topics, context.Organisation) : null;
        // What nobody understood is about nothing that can be guessed.
        if (intent == Intents.Unclear && context.Asked is null && learned.Current is null && category?.Confidence < CategoryConfidence.Sure)
            category = null;
        // The graver matter leads.
        if (category is not null && grave is { Severity: Severity.Critical, Reason: "danger" or "injury" })
            category = TopicCategories.Of(context.Organisation).Danger is { } danger ? new(danger, CategoryConfidence.Sure) : category;
        return new()
        {
            Intent = intent,
            Category = category?.Label,
            CategoryConfidence = category?.Confidence ?? 0,
            Severity = grave?.Severity,
            SeverityReason = grave?.Reason,
            Slots = facts,
            Confidence = context.Meant is null ? ranked.FirstOrDefault(g => g.Label == intent).Confidence : 1,
            Alternatives =
            [
                .. ranked
                    .Where(g => g.Label != intent && g.Confidence >= LeastAlternative)
                    .Take(3)
                    .Select(g => new Alternative(g.Label, null, g.Confidence)),
            ],
            Matters = intent == Intents.Complain ? 1 : 0,
        };
    }

    private static Slots Facts(FoundFacts found, Sentence sentence, string intent, Context context)
    {
        var marks = CustomerModels.Tagger.Value.Tag(sentence, CustomerModels.FirstFacet, Lean);
        // "In the August statement" names a month, and no place.
        marks = [.. marks.Where(m => m.Name != "place" || !found.Dates.Any(d => d.Start <= m.Start && m.Start < d.Start + d.Length))];
        if (intent is Intents.Complain && !marks.Any(m => m.Name == "happened") && Happened.Unmarked(found, marks, context) is { } day)
            marks = [.. marks, day];
        var facts = FactReader.Of(found, marks, context) with
        {
            Sentiment = TextTone.Of(found.Folded) is { IsEmpty: false } tone ? tone.Score : null,
        };
        // What is no complaint tells no facts of one.
        return intent is Intents.Complain or Intents.Unsatisfied or Intents.AddInformation or Intents.Human or Intents.Unclear
            ? facts
            : facts with
            {
                HappenedFrom = null,
                HappenedTo = null,
                Remedy = null,
                Remedies = [],
                Amount = null,
                AboutStaff = null,
            };
    }

    private static string IntentOf(IReadOnlyList<Guess> ranked, FoundFacts found, bool isGrave, bool isTrouble, bool hasCase)
    {
        var (best, complaint) = (ranked[0], ranked.First(g => g.Label == Intents.Complain).Confidence);
        if (best.Label == TurnMeanings.Code || found.Ticket is { } ticket && found.Folded.Trim().Length <= ticket.Length + 3)
            return Intents.Status;
        if (isGrave && complaint >= LeastAlternative || best.Confidence < Clear && complaint >= Complaint)
            return Intents.Complain;
        // "Broadband", "things are wrong again": who names trouble complains, where nothing else is sure.
        if (isTrouble && best.Confidence < Sure && best.Label is Intents.Complain or Intents.Unclear or Intents.Unsatisfied)
            return best.Label == Intents.Unsatisfied && hasCase ? best.Label : Intents.Complain;
        return best.Confidence < Clear || best.Label == TurnMeanings.Language ? Intents.Unclear : best.Label;
    }

    private static bool IsLarge(Slots facts, Organisation organisation) =>
        facts.Amount is { } sum && organisation.Quality.LargeClaims.TryGetValue(sum.Currency, out var large) && sum.Value >= large;
}
