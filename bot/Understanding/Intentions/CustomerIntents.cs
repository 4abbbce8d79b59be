using Understanding.Tone;

namespace Understanding.Intentions;

/// <summary>What a customer wants: set phrases first, then the model; below its threshold a text is only what its facts make of
/// it.</summary>
internal static class CustomerIntents
{
    // From here a text tells a story: who is unhappy for that long complains.
    private const int Story = 24;

    /// <summary>The intent of a folded text; <paramref name="facts"/> and whether it names a category or a grave word speak where
    /// the model is unsure.</summary>
    public static string Of(string folded, Slots facts, bool namesTrouble)
    {
        if (SmallTalk.Of(folded) is { } small)
            return small;
        if (facts.Ticket is { } ticket && folded.Trim(' ', '.', '。', '#', '?', '？').Length <= ticket.Length + 2)
            return Intents.Status;
        var guess = IntentModel.Standard.Of(folded);
        var isStory = Length(folded) >= Story;
        // "Stop asking, just file it" stops no complaint: who breaks off says little.
        if (guess.Label == Intents.Cancel && isStory)
            return Intents.Unclear;
        if (guess.Confidence >= (isStory && guess.Label == Intents.Complain ? IntentModel.StoryThreshold : IntentModel.Threshold))
            return guess.Label == Intents.Unclear && namesTrouble ? Intents.Complain : guess.Label;
        var tone = TextTone.Of(folded);
        if (namesTrouble || (isStory && tone.Bad > tone.Good))
            return Intents.Complain;
        return Says(facts) ? Intents.AddInformation : Intents.Unclear;
    }

    private static int Length(string text) => text.Sum(c => c >= 0x2E80 ? 2 : 1);

    private static bool Says(Slots facts) =>
        facts.Phone is not null
        || facts.Email is not null
        || facts.OrderNumber is not null
        || facts.Place is not null
        || facts.Name is not null
        || facts.Amount is not null
        || facts.HappenedFrom is not null;
}
