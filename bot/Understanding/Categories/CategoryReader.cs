using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Learning;
using Understanding.Messages;

namespace Understanding.Categories;

/// <summary>Which category a text belongs to: what was learnt from the organisation's own complaints, the topic of the text, and the
/// names in the organisation's file.</summary>
internal sealed class CategoryReader(LearnedCategories learned)
{
    // How sure a name in the text is.
    private const double ByName = 0.9;

    // Words are built once per organisation file; an old organisation takes its words with it.
    private readonly ConditionalWeakTable<Organisation, OrganisationWords> _words = [];

    /// <summary>The category with how sure it is (0..1). <paramref name="topics"/> are the topics of the text, ranked.</summary>
    public Guess Of(string folded, IReadOnlyList<Guess> topics, Organisation organisation)
    {
        var told = Told(folded, topics, organisation);
        if (learned.Current is not { } model)
            return told;
        var guess = model.Category(folded);
        // Where learning is unsure and never saw what the text is about, the words win.
        return guess.Confidence < CategoryConfidence.Sure && told.Confidence >= CategoryConfidence.Sure && !model.Knows(told.Label)
            ? told
            : guess;
    }

    // A name counts where no topic says what the category is about ("Gearboxes").
    private Guess Told(string folded, IReadOnlyList<Guess> topics, Organisation organisation)
    {
        var categories = TopicCategories.Of(organisation);
        var named = _words.GetValue(organisation, o => new(o)).Find(folded);
        return named is not null && !categories.Covers(named) ? new(named, ByName) : categories.Best(topics);
    }
}

/// <summary>From which confidence on a category is taken without asking.</summary>
public static class CategoryConfidence
{
    /// <summary>Chosen on complaints left out of learning: above it nine in ten are right.</summary>
    public const double Sure = 0.5;
}
