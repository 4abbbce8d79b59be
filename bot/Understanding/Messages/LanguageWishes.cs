using Understanding.Facts;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Recognises the wish to be answered in a language: "please answer in English", 用繁體.</summary>
public static class LanguageWishes
{
    // A wish says little else; a story may mention a language.
    private const int Longest = 40;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.LanguageWishes.txt"));

    /// <summary>The language, as BCP 47; null when none is wished for.</summary>
    public static string? Of(string text)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        for (var i = 0; folded.Length <= Longest && i < folded.Length;)
        {
            if (Words.Longest(folded, i, out var length) is { } language)
                return language;
            i += Math.Max(length, 1);
        }
        return null;
    }
}
