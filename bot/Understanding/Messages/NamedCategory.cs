using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>The category that words call by its name, as customers do who say that another one is right: its name or alias, or a
/// first half of a Chinese one ("账单" for 账单计费).</summary>
public static class NamedCategory
{
    // Shorter parts are in too many words.
    private const int ShortestWord = 4;

    /// <summary>The one that is named and is not <paramref name="present"/>; null when none is, or several are.</summary>
    public static Category? Other(string text, string? present, Organisation organisation)
    {
        var folded = CharacterFolding.Fold(text);
        var found = organisation
            .Categories.Where(c => c.Id != present && c.Id != organisation.OtherCategory.Id)
            .Where(c => Names(c).Any(n => Stands(n, folded)))
            .ToList();
        return found is [var one] ? one : null;
    }

    private static IEnumerable<string> Names(Category category) =>
        category.Name.ByLanguage.Values.Concat(category.Aliases).Select(n => CharacterFolding.Fold(n).Trim()).SelectMany(Parts).Distinct();

    private static IEnumerable<string> Parts(string name) =>
        name.All(c => c >= '\u4e00') && name.Length == 4 ? [name, name[..2]]
        : name.Contains(' ', StringComparison.Ordinal) ? [name]
        : name.Length >= ShortestWord || name.Any(c => c >= '\u4e00') ? [name]
        : [];

    private static bool Stands(string name, string folded) =>
        name.All(char.IsAscii)
            ? $" {folded} ".Split(' ', ',', '.', '!', '?', ';', ':').Contains(name, StringComparer.Ordinal)
                || name.Contains(' ', StringComparison.Ordinal) && folded.Contains(name, StringComparison.Ordinal)
            : folded.Contains(name, StringComparison.Ordinal);
}
