using Complaints.Organisations;
using Understanding.Learning;
using Understanding.Writing;

namespace Understanding.Categories;

/// <summary>What the organisation file tells about its categories: their names and aliases, and the concepts that these stand for,
/// so that "多扣了三十块" finds
/// "Billing" though neither word is in the file.</summary>
internal sealed class OrganisationWords
{
    /// <summary>How sure a name or alias in the text is, and how sure a concept shared with one.</summary>
    public const double ByName = 0.9,
        ByConcept = 0.6;

    // A concept that names several categories tells little; one shared point is the least that counts.
    private const double Enough = 0.25;

    // These say that something is wrong, not what: every category has them.
    private static readonly string[] Generic =
    [
        "BROKEN",
        "FAILED",
        "WRONG",
        "QUALITY",
        "STATUS",
        "WHY",
        "URGENT",
        "STAFF",
        "RECEIVE",
        "APP",
        "DETAILS",
        "MOBILEPHONE",
        "LIMIT",
        "CHANGE",
    ];

    private readonly PhraseTable<string> _names;
    private readonly Dictionary<int, List<(string Category, double Weight)>> _concepts = [];
    private readonly Dictionary<string, Severity> _severities;
    private readonly string _other;

    public OrganisationWords(Organisation organisation)
    {
        _other = organisation.OtherCategory.Id;
        _severities = organisation.Categories.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Severity, StringComparer.Ordinal);
        var words = organisation.Categories.SelectMany(c => Words(c).Select(w => (Word: w, c.Id))).ToList();
        _names = new(words.Where(w => w.Word.Length > 1).Select(w => (w.Word, w.Id)));
        var found = new List<int>();
        var shared = new Dictionary<int, Dictionary<string, int>>();
        foreach (var (word, id) in words.Where(w => w.Id != _other))
        {
            ConceptSource.Standard.Find(CharacterFolding.Fold(word), found);
            foreach (var concept in found.Distinct().Where(c => !Generic.Contains(ConceptSource.Standard.Names[c])))
            {
                var byCategory = shared.TryGetValue(concept, out var known) ? known : shared[concept] = new(StringComparer.Ordinal);
                byCategory[id] = byCategory.GetValueOrDefault(id) + 1;
            }
        }
        foreach (var (concept, byCategory) in shared)
            _concepts[concept] =
            [
                .. byCategory
                    .OrderBy(c => c.Key, StringComparer.Ordinal)
                    .Select(c => (c.Key, Weight(c.Value, byCategory) * ConceptRarity.Of(concept))),
            ];
    }

    /// <summary>The category that a folded text names, or nothing.</summary>
    public Guess? Find(string folded, List<int> buffer)
    {
        string? named = null;
        var longest = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var id = _names.Longest(folded, i, out var length);
            if (id is not null && id != _other && (length > longest || (length == longest && _severities[id] > _severities[named!])))
                (named, longest) = (id, length);
        }
        if (named is not null)
            return new(named, ByName);
        return ByConcepts(folded, buffer);
    }

    private Guess? ByConcepts(string folded, List<int> buffer)
    {
        ConceptSource.Standard.Find(folded, buffer);
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var concept in buffer.Distinct())
        {
            if (_concepts.TryGetValue(concept, out var categories))
            {
                foreach (var (category, weight) in categories)
                    scores[category] = scores.GetValueOrDefault(category) + weight;
            }
        }
        if (scores.Count == 0)
            return null;
        var best = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(2).ToList();
        var isClear = best.Count == 1 || best[0].Value > best[1].Value * 1.2;
        return best[0].Value >= Enough && isClear ? new(best[0].Key, ByConcept) : null;
    }

    // A concept that several words of the category stand for is its subject; one that other categories have too is less.
    private static double Weight(int own, Dictionary<string, int> all) => (double)own / all.Values.Sum() * Math.Min(1.5, 0.5 + 0.5 * own);

    private static IEnumerable<string> Words(Category category) =>
        category.Name.ByLanguage.Values.Concat(category.Aliases).Append(category.Id);
}
