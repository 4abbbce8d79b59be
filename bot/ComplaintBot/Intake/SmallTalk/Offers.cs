using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>What a customer can do here, as buttons.</summary>
internal static class Offers
{
    /// <summary>Says the words of a key, one after the other, with the offers under them.</summary>
    public static CustomerState Under(Turn turn, CustomerState state, params ReadOnlySpan<string> keys)
    {
        var words = "";
        foreach (var key in keys)
            words += turn.Speech.Strings.Text(turn.Language, key);
        turn.Ask(words, Of(turn));
        return state;
    }

    /// <summary>The keys of their words; the page shows them before the bot has spoken.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "talk.button.complain",
        "talk.button.form",
        "talk.button.status",
        "talk.button.human",
    ];

    /// <summary>Their words.</summary>
    public static string[] Of(Turn turn) => Buttons.Of(turn, [.. Keys]);
}
