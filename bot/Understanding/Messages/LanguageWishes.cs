using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Recognises the wish to be answered in a language: "please answer in English", 用繁體.</summary>
public static class LanguageWishes
{
    // A wish says little else; a story may mention a language.
    private const int Longest = 40;

    /// <summary>Languages by their names.</summary>
    internal static readonly PhraseTable<string> Names = new(PhraseFiles.Of("Messages.Languages.txt"));

    private static readonly IReadOnlyList<(string Language, PhraseForms Forms)> Wishes =
    [
        .. Languages.All.Select(l => (l, new PhraseForms(EmbeddedLines.Of("Messages.LanguageWishes.txt"), ("name", NamesOf(l))))),
    ];

    /// <summary>The language, as BCP 47; null when none is wished for. Of several the one said first, and of those the longest.</summary>
    public static string? Of(string text)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        return folded.Length > Longest
            ? null
            : (
                from wish in Wishes
                from list in new[] { "wish", $"wish.{wish.Language}" }.Where(wish.Forms.Has)
                let match = wish.Forms[list].Match(folded)
                where match.Success
                orderby match.Index, match.Length descending
                select wish.Language
            ).FirstOrDefault();
    }

    private static string NamesOf(string language) => string.Join('|', PhraseFiles.Of("Messages.Languages.txt", language));
}
