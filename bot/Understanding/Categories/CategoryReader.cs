using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Learning;

namespace Understanding.Categories;

/// <summary>Which category a text belongs to: what was learnt from the organisation's own complaints, and the words of its file.</summary>
internal sealed class CategoryReader(LearnedCategories learned)
{
    // Words are built once per organisation file; an old organisation takes its words with it.
    private readonly ConditionalWeakTable<Organisation, OrganisationWords> _words = [];

    [ThreadStatic]
    private static List<int>? _buffer;

    /// <summary>The category with how sure it is (0..1), or nothing.</summary>
    public Guess? Of(string folded, Organisation organisation)
    {
        var named = _words.GetValue(organisation, o => new(o)).Find(folded, _buffer ??= []);
        if (learned.Current is not { } model)
            return named;
        var guess = model.Categories.ClassifyFolded(folded);
        // Where learning is unsure and never saw what the text names outright, the name wins.
        return named is { } known && guess.Confidence < CategoryConfidence.Sure && !model.Knows(known.Label) ? known : guess;
    }
}

/// <summary>From which confidence on a category is taken without asking.</summary>
public static class CategoryConfidence
{
    /// <summary>Chosen on complaints left out of learning: above it nine in ten are right.</summary>
    public const double Sure = 0.5;
}
