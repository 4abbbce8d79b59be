using Understanding.Facts;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Reads "take my phone number out".</summary>
public static class Removals
{
    // Who tells a story may say "delete" in it.
    private const int Longest = 60;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Removals.txt"));

    /// <summary>Slot names of the facts that shall be taken out; empty when none.</summary>
    public static IReadOnlyCollection<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return [];
        var said = FoundPhrases.In(Words, CharacterFolding.Fold(text));
        return said.Remove("remove") ? said : [];
    }
}
