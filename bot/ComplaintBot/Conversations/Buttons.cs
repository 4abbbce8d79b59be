using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Conversations;

/// <summary>Buttons under a message say their own words: what was pressed comes back as text, perhaps after the customer changed
/// the language.</summary>
public static class Buttons
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
    public static bool IsPressed(Turn turn, string text, string key)
    {
        return Languages.All.Any(l =>
            string.Equals(turn.Speech.Strings.Text(l, key), text.Trim(), StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Yes or no to a question whose buttons say more than that, so that nobody has to think which is which; null when the
    /// message is neither.</summary>
    public static bool? Answer(Turn turn, Heard heard, string yes, string no)
    {
        return IsPressed(turn, heard.Text, yes) ? true
            : IsPressed(turn, heard.Text, no) ? false
            : heard.Intent == Intents.Yes ? true
            : heard.Intent is Intents.No or Intents.Cancel ? false
            : null;
    }
}
