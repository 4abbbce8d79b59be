using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Categories;

/// <summary>The names and aliases of an organisation's categories, to be found in what people write.</summary>
internal sealed class OrganisationWords
{
    private readonly PhraseTable<string> _names;
    private readonly Dictionary<string, Severity> _severities;
    private readonly string _other;

    public OrganisationWords(Organisation organisation)
    {
        _other = organisation.OtherCategory.Id;
        _severities = organisation.Categories.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Severity, StringComparer.Ordinal);
        _names = new(
            organisation
                .Categories.SelectMany(
                    c => c.Name.ByLanguage.Values.Concat(c.Aliases).Append(c.Id).Distinct(StringComparer.Ordinal),
                    (c, word) => (word, c.Id)
                )
                .Where(w => w.word.Length > 1)
        );
    }

    /// <summary>The category whose longest name stands in a folded text, the graver of two; null when none does.</summary>
    public string? Find(string folded)
    {
        var (named, longest) = ((string?)null, 0);
        for (var i = 0; i < folded.Length; i++)
        {
            var id = _names.Longest(folded, i, out var length);
            if (id is not null && id != _other && (length > longest || length == longest && _severities[id] > _severities[named!]))
                (named, longest) = (id, length);
        }
        return named;
    }
}
