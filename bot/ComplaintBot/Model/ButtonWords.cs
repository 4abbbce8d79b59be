using System.Collections.Frozen;
using ComplaintBot.Cards;
using Complaints.Organisations;
using Understanding.Writing;

namespace ComplaintBot.Model;

/// <summary>The words of the bot's own buttons, which come back as text when one is pressed: nobody has to make out what they
/// mean.</summary>
internal sealed class ButtonWords(CardStrings strings)
{
    private readonly FrozenSet<string> _words = strings
        .Keys.Where(k => k.StartsWith("talk.button.", StringComparison.Ordinal) || k.StartsWith("remedy.", StringComparison.Ordinal))
        .SelectMany(k => Languages.All.Select(l => CharacterFolding.Fold(strings.Text(l, k))))
        .ToFrozenSet();

    /// <summary>True when the text is a button or the name of a category.</summary>
    public bool Are(string text, Organisation organisation)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        return _words.Contains(folded)
            || organisation.Categories.Any(c => c.Name.ByLanguage.Values.Any(n => CharacterFolding.Fold(n) == folded));
    }
}
