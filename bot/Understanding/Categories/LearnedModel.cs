using Complaints.Organisations;
using Understanding.Learning;

namespace Understanding.Categories;

/// <summary>Categories and severities learnt from complaints. The same complaints in the same order give the same model, bit by
/// bit.</summary>
public sealed class LearnedModel
{
    // So many with a severity are needed before severities can be learnt.
    private const int LeastGraded = 20;

    private readonly HashSet<string> _known;

    private LearnedModel(TextClassifier categories, TextClassifier? severities)
    {
        (Categories, Severities) = (categories, severities);
        _known = [.. categories.Labels];
    }

    /// <summary>Tells categories.</summary>
    public TextClassifier Categories { get; }

    /// <summary>Tells severities; null when too few complaints came with one.</summary>
    public TextClassifier? Severities { get; }

    /// <summary>True when a category was among what was learnt from.</summary>
    public bool Knows(string category) => _known.Contains(category);

    /// <summary>Learns from <paramref name="complaints"/>, and from the names and aliases of those of the organisation's categories
    /// that occur among them. At least one is needed. Ten thousand complaints take some ten seconds.</summary>
    public static LearnedModel Learn(IReadOnlyList<ConfirmedComplaint> complaints, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        ArgumentNullException.ThrowIfNull(organisation);
        var seen = complaints.Select(c => c.Category).ToHashSet(StringComparer.Ordinal);
        var names = organisation
            .Categories.Where(c => seen.Contains(c.Id) && c.Id != organisation.OtherCategory.Id)
            .SelectMany(
                c => c.Name.ByLanguage.Values.Concat(c.Aliases).Distinct(StringComparer.Ordinal),
                (c, word) => new LabelledText(word, c.Id)
            );
        var categories = TextClassifier.Learn(
            [.. complaints.Select(c => new LabelledText(c.Text, c.Category)), .. names],
            ConceptSource.Standard
        );
        var graded = complaints
            .Where(c => c.Severity is not null)
            .Select(c => new LabelledText(c.Text, c.Severity!.Value.ToString()))
            .ToList();
        var severities = graded.Count >= LeastGraded ? TextClassifier.Learn(graded, ConceptSource.Standard) : null;
        return new(categories, severities);
    }
}
