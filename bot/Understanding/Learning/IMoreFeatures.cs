namespace Understanding.Learning;

/// <summary>Features beyond the words themselves, for a task that needs them. Not for two threads at once.</summary>
internal interface IMoreFeatures
{
    /// <summary>Adds to the features of a folded text.</summary>
    void AddTo(ReadOnlySpan<char> foldedText, FeatureList features);
}
