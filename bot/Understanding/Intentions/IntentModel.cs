using Understanding.Learning;

namespace Understanding.Intentions;

/// <summary>What customers want, learnt from the texts written for it. Learnt once a process, the same each time.</summary>
internal sealed class IntentModel
{
    /// <summary>Below this the honest answer is "unclear". Chosen on texts that were left out of training one fifth at a time: it
    /// costs one right answer in twenty and keeps out two wrong ones in five.</summary>
    public const double Threshold = 0.6;

    /// <summary>The files that it learns from.</summary>
    public static IReadOnlyList<string> Files { get; } = ["Seeds.complain.txt", "Seeds.praise.txt", "Seeds.talk.txt"];

    /// <summary>The threshold for long texts that seem to complain: nobody writes so much to say nothing, and a complaint must not
    /// be turned away.</summary>
    public const double StoryThreshold = 0.4;

    private static readonly Lazy<IntentModel> Lazily = new(() => new([.. Files.SelectMany(SeedTexts.Of)]));

    private readonly TextClassifier _classifier;

    private IntentModel(IReadOnlyList<LabelledText> texts) =>
        _classifier = TextClassifier.Learn(texts, ConceptSource.Standard, new IntentSigns());

    /// <summary>The model of this process.</summary>
    public static IntentModel Standard => Lazily.Value;

    /// <summary>The likeliest intent of a folded text.</summary>
    public Guess Of(string folded) => _classifier.ClassifyFolded(folded);
}
