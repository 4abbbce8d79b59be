using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Categories;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Which of the organisation's categories some words name.</summary>
internal static class OrderCategories
{
    private static readonly ConditionalWeakTable<Organisation, OrganisationWords> Words = [];

    /// <summary>The id; null when the words name none.</summary>
    public static string? Id(string words, Organisation organisation)
    {
        var folded = CharacterFolding.Fold(words).Trim();
        return organisation.Categories.FirstOrDefault(c => Names(c).Any(n => n == folded))?.Id
            ?? Words.GetValue(organisation, o => new(o)).Find(folded, [])?.Label
            ?? organisation.Categories.FirstOrDefault(c => Names(c).Any(n => n.Contains(folded, StringComparison.Ordinal)))?.Id;
    }

    private static IEnumerable<string> Names(Category category) =>
        category.Name.ByLanguage.Values.Concat(category.Aliases).Append(category.Id).Select(n => CharacterFolding.Fold(n).Trim());
}
