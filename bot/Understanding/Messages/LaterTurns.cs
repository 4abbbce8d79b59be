using Understanding.Facts;
using Understanding.Learning;
using Understanding.Learning.Sentences;

namespace Understanding.Messages;

/// <summary>What a customer's later message does to the question that waits and to his case, and which facts it sets or corrects.</summary>
internal static class LaterTurns
{
    // Below this the bot has to ask.
    private const double Clear = 0.25;

    // A complaint must never be closed against the customer's words.
    private const double SureOfContent = 0.5,
        SureOfContentElsewhere = 0.4;

    private const double LeastAlternative = 0.1;

    private static readonly string[] OfWords = [Context.Questions.Product, Context.Questions.Place, Context.Questions.Name];

    // A fact that was missed is asked for again, one too many is only seen.
    private const float Lean = 16;

    // While a complaint is only being written down there is no result that could be confirmed, turned down or opened again.
    private static readonly string[] OfCases = [TurnMeanings.Satisfied, TurnMeanings.NotSatisfied, TurnMeanings.Reopen];

    private static readonly string[] OfIntake =
    [
        Context.Questions.Category,
        Context.Questions.Product,
        Context.Questions.Place,
        Context.Questions.When,
        Context.Questions.Remedy,
        Context.Questions.Contact,
        Context.Questions.Name,
        Context.Questions.OrderNumber,
        Context.Questions.Summary,
    ];

    // From here on a turn is more than a hint at what somebody wants done.
    private const double Certain = 0.5;

    /// <summary>The meaning of a message under the open question of the context; <paramref name="first"/> is what it would mean
    /// without one.</summary>
    public static Meaning Of(FoundFacts found, Sentence sentence, Meaning first, Context context)
    {
        var asked = context.Asked!;
        var isIntake = OfIntake.Contains(asked);
        var ranked = CustomerModels.Turn.Value.Rank(sentence, asked).Where(g => !(isIntake && OfCases.Contains(g.Label))).ToList();
        var marks = CustomerModels.Tagger.Value.Tag(sentence, asked, OfWords.Contains(asked) ? Lean : 0);
        var renamed = NameCorrections.In(found.Text);
        var turn = context.Meant?.Intent ?? (renamed is not null ? TurnMeanings.Correct : Settled(ranked, found, asked));
        var facts = AskedFacts.Of(found, marks, Joined(FactReader.Of(found, marks, context), first.Slots), turn, context);
        var confidence = context.Meant is null ? ranked.FirstOrDefault(g => g.Label == turn).Confidence : 1;
        return first with
        {
            Intent = IntentOf(asked, turn, confidence, first, found),
            Turn = turn,
            Slots = renamed is null ? facts : facts with { Name = renamed },
            Confidence = confidence,
            Alternatives =
            [
                .. ranked
                    .Where(g => g.Label != turn && g.Confidence >= LeastAlternative)
                    .Take(3)
                    .Select(g => new Alternative(g.Label, null, g.Confidence)),
            ],
        };
    }

    // What the question made nobody look for is taken from the message as such.
    private static Slots Joined(Slots facts, Slots first) =>
        facts with
        {
            Email = facts.Email ?? first.Email,
            Phone = facts.Phone ?? first.Phone,
            OrderNumber = facts.OrderNumber ?? first.OrderNumber,
            Amount = facts.Amount ?? first.Amount,
            Remedy = facts.Remedy ?? first.Remedy,
            Remedies = [.. facts.Remedies.Union(first.Remedies)],
            HappenedFrom = facts.HappenedFrom ?? first.HappenedFrom,
            HappenedTo = facts.HappenedFrom is null ? first.HappenedTo : facts.HappenedTo,
            Sentiment = first.Sentiment,
        };

    private static string Settled(IReadOnlyList<Guess> ranked, FoundFacts found, string asked)
    {
        var best = ranked[0];
        // A result is confirmed only by a plain yes.
        if (
            best.Label == TurnMeanings.Satisfied
            && (
                best.Confidence < (asked == Context.Questions.Satisfied ? SureOfContent : SureOfContentElsewhere)
                || Verdicts.IsDoubtful(found.Folded)
            )
        )
            return TurnMeanings.Ambiguous;
        return best.Confidence < Clear ? TurnMeanings.Ambiguous : best.Label;
    }

    private static string IntentOf(string asked, string turn, double confidence, Meaning first, FoundFacts found)
    {
        var isVerdict = asked == Context.Questions.Satisfied;
        if (!isVerdict && SmallTalk.Of(found.Folded) is { } small)
            return small;
        var intent = turn switch
        {
            TurnMeanings.Confirm => Intents.Yes,
            TurnMeanings.Cancel when asked == Context.Questions.Summary => Intents.Cancel,
            TurnMeanings.Refuse or TurnMeanings.DontKnow => Intents.Skip,
            TurnMeanings.Human => Intents.Human,
            TurnMeanings.Status or TurnMeanings.Hurry => Intents.Status,
            TurnMeanings.Withdraw => Intents.Withdraw,
            TurnMeanings.Thanks => Intents.Thanks,
            TurnMeanings.Satisfied when isVerdict => Intents.Satisfied,
            TurnMeanings.NotSatisfied when isVerdict => Intents.Unsatisfied,
            TurnMeanings.NewComplaint => Intents.Complain,
            _ => null,
        };
        if (intent is not null && confidence >= Certain)
            return intent;
        // What answers is about the question, whatever it would mean without one.
        if (turn is TurnMeanings.Answer or TurnMeanings.Correct && (OfIntake.Contains(asked) || asked == Context.Questions.Hold))
            return first.Intent is Intents.Complain ? Intents.Complain : Intents.AddInformation;
        if (OfIntake.Contains(asked) && first.Intent is Intents.Status or Intents.Cancel or Intents.Withdraw or Intents.Human)
            return Intents.Unclear;
        // Only a plain yes closes: what the question left in doubt is no yes without it either.
        return isVerdict && first.Intent is Intents.Yes or Intents.Satisfied ? Intents.Unclear : first.Intent;
    }
}
