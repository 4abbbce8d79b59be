namespace Understanding.Categories;

/// <summary>What was learnt from the organisation's own complaints, as of now. Replaced whole when there is something newer;
/// readers never wait.</summary>
public sealed class LearnedCategories
{
    private volatile LearnedModel? _current;

    /// <summary>The newest model; null before there is enough to learn from.</summary>
    public LearnedModel? Current => _current;

    /// <summary>Puts a newer model in place.</summary>
    public void Replace(LearnedModel model) => _current = model;
}
