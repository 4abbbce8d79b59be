using Understanding.Facts;
using Understanding.Learning;
using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;

namespace Understanding.Messages;

/// <summary>What a customer's later message does to the question that waits and to his case, and which facts it sets or corrects.</summary>
internal static class LaterTurns
{
    // Below this the bot has to ask.
    private const double Clear = 0.25;

    private const double LeastAlternative = 0.1;

    /// <summary>The meaning of a message under the open question of the context.</summary>
    public static Meaning Of(FoundFacts found, Sentence sentence, Context context)
    {
        var asked = context.Asked!;
        var ranked = CustomerModels.Turn.Value.Rank(sentence, asked);
        var marks = CustomerModels.Tagger.Value.Tag(sentence, asked);
        var facts = FactReader.Of(found, marks, context);
        var turn = Settled(ranked, found, asked);
        facts = AskedFacts.Of(found, marks, facts, turn, context);
        return new()
        {
            Intent = IntentOf(asked, turn),
            Turn = turn,
            Slots = facts,
            Confidence = ranked.FirstOrDefault(g => g.Label == turn).Confidence,
            Alternatives =
            [
                .. ranked
                    .Where(g => g.Label != turn && g.Confidence >= LeastAlternative)
                    .Take(3)
                    .Select(g => new Alternative(g.Label, null, g.Confidence)),
            ],
        };
    }

    private static string Settled(IReadOnlyList<Guess> ranked, FoundFacts found, string asked)
    {
        var best = ranked[0];
        // A result is confirmed only by a plain yes.
        if (best.Label == TurnMeanings.Satisfied && (best.Confidence < Contentment.Sure(asked) || Contentment.IsDoubtful(found.Folded)))
            return TurnMeanings.Ambiguous;
        return best.Confidence < Clear ? TurnMeanings.Ambiguous : best.Label;
    }

    private static string IntentOf(string asked, string turn) =>
        TurnIntents.Of(asked, turn) switch
        {
            TurnMeanings.Language or TurnMeanings.Code => Intents.Unclear,
            { } intent => intent,
            null => turn switch
            {
                TurnMeanings.Refuse or TurnMeanings.DontKnow => Intents.Skip,
                TurnMeanings.Thanks => Intents.Thanks,
                TurnMeanings.Cancel => Intents.Cancel,
                TurnMeanings.AddInformation => Intents.AddInformation,
                TurnMeanings.Satisfied => Intents.Satisfied,
                TurnMeanings.NotSatisfied => Intents.Unsatisfied,
                _ => Intents.Unclear,
            },
        };
}
