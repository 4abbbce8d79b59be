using ComplaintBot.Understanding.Intentions;
using ComplaintBot.Understanding.Writing;

namespace ComplaintBot.Understanding.AzureOpenAi;

/// <summary>Which messages of customers are worth a question to the model: a set phrase, a ticket number, a row of digits or a smile say no more to it than to the rules here.</summary>
internal static class CustomerTexts
{
    // Eight characters of Chinese or three words of English: shorter ones are answers to questions and names of buttons, which the lists know.
    private const int Short = 16;

    /// <summary>True when the model may see more in the text than <paramref name="local"/>.</summary>
    public static bool AreWorthAsking(string text, Understood local)
    {
        if (!text.Any(char.IsLetter) || SmallTalk.Of(CharacterFolding.Fold(text.Trim())) is not null)
            return false;
        if (local is { Intent: Intents.Status, Slots.Ticket: not null })
            return false;
        return local.Intent == Intents.Unclear || text.Sum(c => c >= 0x2E80 ? 2 : 1) >= Short;
    }
}
