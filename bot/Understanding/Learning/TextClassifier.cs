using Understanding.Writing;

namespace Understanding.Learning;

/// <summary>A text with the class a person gave it.</summary>
public sealed record LabelledText(string Text, string Label);

/// <summary>A class and how sure it is, 0..1.</summary>
public readonly record struct Guess(string Label, double Confidence);

/// <summary>Learns classes of texts from examples: support vectors, logistic regression and complement Bayes over the same
/// features, their scores added. The same examples in the same order give the same model, bit by bit.</summary>
public sealed class TextClassifier
{
    private const int EnoughToChoose = 1000;

    private readonly TextFeatures _features;
    private readonly Weighting _weighting;
    private readonly WeightMatrix _weights;
    private readonly float _sharpness;
    private readonly Lock _lock = new();
    private readonly float[] _scores;

    private TextClassifier(TextFeatures features, Weighting weighting, WeightMatrix weights, IReadOnlyList<string> labels, float sharpness)
    {
        (_features, _weighting, _weights, Labels, _sharpness) = (features, weighting, weights, labels, sharpness);
        _scores = new float[weights.Width];
    }

    /// <summary>The classes, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Learns from at least one text; takes about a second for a thousand texts and tens of classes.</summary>
    internal static TextClassifier Learn(IReadOnlyList<LabelledText> texts, ConceptLexicon concepts, IMoreFeatures? more = null)
    {
        var labels = texts.Select(t => t.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var numbers = labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        var features = new TextFeatures(concepts, more);
        var folded = texts.Select(t => CharacterFolding.Fold(t.Text)).ToArray();
        var (weighting, vectors) = Weighting.Learn(folded.Length, (t, list) => features.Extract(folded[t], list));
        var set = new TrainingSet(vectors, [.. texts.Select(t => numbers[t.Label])], labels.Length, weighting.Count);
        // A task with features of its own (intents) has its own thresholds; they were chosen for an even mixture.
        var mixture = more is null ? Mixture.ForCategories : Mixture.Even;
        var bayesShare = texts.Count >= EnoughToChoose && labels.Length > 1 ? ChooseBayesShare(set, mixture) : 1;
        return new(features, weighting, Combined(set, mixture, bayesShare), labels, mixture.Sharpness);
    }

    /// <summary>The likeliest class; its confidence is a probability by the model's own reckoning.</summary>
    public Guess Classify(string text) => ClassifyFolded(CharacterFolding.Fold(text));

    internal Guess ClassifyFolded(string folded)
    {
        lock (_lock)
        {
            _weights.Scores(_weighting.Vector(list => _features.Extract(folded, list)), _scores);
            var scores = _scores.AsSpan(0, Labels.Count);
            for (var c = 0; c < scores.Length; c++)
                scores[c] *= _sharpness;
            Trainers.Softmax(scores);
            var best = 0;
            for (var c = 1; c < scores.Length; c++)
            {
                if (scores[c] > scores[best])
                    best = c;
            }
            return new(Labels[best], scores[best]);
        }
    }

    /// <summary>Bayes helps with few classes and hurts with many: a fifth of the texts decides.</summary>
    private static float ChooseBayesShare(TrainingSet set, Mixture mixture)
    {
        var learn = Enumerable.Range(0, set.Vectors.Length).Where(i => i % 5 != 0).ToArray();
        var part = set with { Vectors = [.. learn.Select(i => set.Vectors[i])], Classes = [.. learn.Select(i => set.Classes[i])] };
        var (margins, bayes) = (Margins(part, mixture), Trainers.ComplementBayes(part, mixture.Smoothing));
        var best = (Share: 0f, Right: -1);
        foreach (var share in (float[])[1, 3])
        {
            var right = Enumerable
                .Range(0, set.Vectors.Length)
                .Where(i => i % 5 == 0)
                .Count(i => Best(margins, bayes, share, set.Vectors[i]) == set.Classes[i]);
            if (right > best.Right)
                best = (share, right);
        }
        return best.Share;
    }

    private static int Best(WeightMatrix margins, WeightMatrix bayes, float share, SparseVector text)
    {
        var (scores, more) = (new float[margins.Width], new float[margins.Width]);
        margins.Scores(text, scores);
        bayes.Scores(text, more);
        var best = 0;
        for (var c = 0; c < margins.Classes; c++)
        {
            scores[c] += share * more[c];
            if (scores[c] > scores[best])
                best = c;
        }
        return best;
    }

    private static WeightMatrix Margins(TrainingSet set, Mixture mixture)
    {
        var weights = Trainers.Logistic(set);
        weights.Add(Trainers.SupportVectors(set, mixture.Cost), mixture.VectorShare);
        return weights;
    }

    private static WeightMatrix Combined(TrainingSet set, Mixture mixture, float bayesShare)
    {
        var weights = Margins(set, mixture);
        weights.Add(Trainers.ComplementBayes(set, mixture.Smoothing), bayesShare);
        return weights;
    }

    // Cost of a support vector's mistake and how much the vectors count beside logistic regression; smoothing of Bayes; sharpness
    // turns the sum of scores into
    // probabilities. Those for categories were chosen by cross-validation on two histories (77 and 10 categories), on texts left
    // out of learning.
    private sealed record Mixture(float Cost, float VectorShare, float Smoothing, float Sharpness)
    {
        public static readonly Mixture Even = new(1, 1, 0.1f, 1);
        public static readonly Mixture ForCategories = new(3, 3, 0.03f, 0.7f);
    }
}
