using Complaints.Organisations;
using Understanding.Learning;
using Understanding.Learning.Sentences;
using Understanding.Messages;
using Understanding.Writing;

namespace Understanding.Categories;

/// <summary>Categories and severities learnt from complaints. The same complaints in the same order give the same model, bit by
/// bit.</summary>
public sealed class LearnedModel
{
    // So many with a severity are needed before severities can be learnt.
    private const int LeastGraded = 20;

    private readonly SentenceClassifier _categories;
    private readonly SentenceClassifier? _severities;

    private LearnedModel(SentenceClassifier categories, SentenceClassifier? severities) =>
        (_categories, _severities) = (categories, severities);

    /// <summary>True when a category was among what was learnt from.</summary>
    public bool Knows(string category) => _categories.Labels.Contains(category);

    /// <summary>The likeliest category of a folded text.</summary>
    public Guess Category(string folded) => _categories.Rank(Sentence.Of(folded, []))[0];

    /// <summary>The likeliest severity of a folded text; null when too few complaints came with one.</summary>
    public Severity? Severity(string folded) =>
        _severities is null ? null : Enum.Parse<Severity>(_severities.Rank(Sentence.Of(folded, []))[0].Label);

    /// <summary>Learns from <paramref name="complaints"/>, and from the names and aliases of those of the organisation's categories
    /// that occur among them. At least one is needed. Ten thousand complaints take some ten seconds.</summary>
    public static LearnedModel Learn(IReadOnlyList<ConfirmedComplaint> complaints, Organisation organisation)
    {
        var seen = complaints.Select(c => c.Category).ToHashSet(StringComparer.Ordinal);
        var names = organisation
            .Categories.Where(c => seen.Contains(c.Id) && c.Id != organisation.OtherCategory.Id)
            .SelectMany(c => c.Name.ByLanguage.Values.Concat(c.Aliases).Distinct(StringComparer.Ordinal), (c, word) => Classed(word, c.Id));
        var graded = complaints.Where(c => c.Severity is not null).Select(c => Classed(c.Text, c.Severity!.Value.ToString())).ToList();
        return new(
            SentenceClassifier.Learn([.. complaints.Select(c => Classed(c.Text, c.Category)), .. names], new CustomerFeatures()),
            graded.Count >= LeastGraded ? SentenceClassifier.Learn(graded, new CustomerFeatures()) : null
        );
    }

    private static ClassedSentence Classed(string text, string label) => new(Sentence.Of(CharacterFolding.Fold(text), []), label);
}
