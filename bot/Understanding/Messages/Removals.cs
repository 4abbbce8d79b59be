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
        var said = In(text);
        return said.Remove("remove") ? said : [];
    }

    /// <summary>Slot names of the facts that the words call by name ("my address", "the number"); empty when none, or in a long
    /// text.</summary>
    public static IReadOnlyCollection<string> Named(string text)
    {
        var said = In(text);
        said.Remove("remove");
        return said;
    }

    private static HashSet<string> In(string text) => text.Length > Longest ? [] : Words.Said(CharacterFolding.Fold(text));
}
