using ComplaintBot.Conversations;
using Complaints.Organisations;

namespace ComplaintBot.Intake;

/// <summary>Buttons under a message say their own words: what was pressed comes back as text, perhaps after the customer changed
/// the language.</summary>
internal static class Buttons
{
    /// <summary>The words of buttons in the language of the turn.</summary>
    public static string[] Of(Turn turn, params ReadOnlySpan<string> keys)
    {
        var words = new string[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            words[i] = turn.Speech.Strings.Text(turn.Language, keys[i]);
        return words;
    }

    /// <summary>True when the text is what the button with this key says, in any language.</summary>
    public static bool IsPressed(Turn turn, string text, string key) =>
        Languages.All.Any(l => string.Equals(turn.Speech.Strings.Text(l, key), text.Trim(), StringComparison.OrdinalIgnoreCase));
}
