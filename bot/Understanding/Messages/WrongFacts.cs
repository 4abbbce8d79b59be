using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Words that call a fact wrong: "记错了", "the number is wrong".</summary>
public static class WrongFacts
{
    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.WrongFacts.txt"));

    /// <summary>True when the words do.</summary>
    public static bool Are(string text) => Words.In(CharacterFolding.Fold(text)).Any();
}
