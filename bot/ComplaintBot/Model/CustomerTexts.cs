using Understanding;
using Understanding.Messages;
using Understanding.Writing;

namespace ComplaintBot.Model;

/// <summary>Which messages of customers are worth a question to the model: a set phrase, a ticket number, a row of digits or a
/// smile say no more to it than to the rules here.</summary>
internal static class CustomerTexts
{
    // Eight characters of Chinese or three words of English: shorter ones are answers to questions and names of buttons, which the
    // lists know.
    private const int Short = 16;

    // A story of more than a hundred Chinese characters holds more than lists find.
    private const int Long = 200;

    /// <summary>True when the model may see more in the text than <paramref name="local"/>; with <paramref name="onlyInDoubt"/>
    /// only where that does not know what, or of which kind, or the text is long. A later message is in doubt when it is not sure
    /// what it does to the open question.</summary>
    public static bool AreWorthAsking(string text, Meaning local, Context context, bool onlyInDoubt)
    {
        if (!text.Any(char.IsLetter) || SmallTalk.Of(CharacterFolding.Fold(text.Trim())) is not null)
            return false;
        if (local is { Intent: Intents.Status, Slots.Ticket: not null })
            return false;
        var length = text.Sum(c => c >= 0x2E80 ? 2 : 1);
        var isInDoubt = context.Asked is null ? local.Intent == Intents.Unclear : !CustomerReading.IsSure(local);
        return isInDoubt || (length >= Short && (!onlyInDoubt || length > Long || local is { Intent: Intents.Complain, Category: null }));
    }
}
