using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>The names of other ways to write to somebody (LINE, WeChat …): a name given for one is no number of an order or a
/// phone.</summary>
public static class Messengers
{
    private static readonly PhraseTable<string> Names = new(PhraseFiles.Of("Facts.Messengers.txt"));

    /// <summary>True when the words name one.</summary>
    public static bool AreNamed(string text) => Names.In(CharacterFolding.Fold(text)).Any();
}
