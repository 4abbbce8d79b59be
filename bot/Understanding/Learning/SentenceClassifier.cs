using Understanding.Learning.Sentences;

namespace Understanding.Learning;

/// <summary>A sentence with the class a person gave it.</summary>
/// <param name="Sentence">The sentence with its known parts.</param>
/// <param name="Label">Its class.</param>
/// <param name="Facet">What else is known when such a sentence is read ("asked=place"); null for nothing.</param>
internal sealed record ClassedSentence(Sentence Sentence, string Label, string? Facet = null);

/// <summary>Learns classes of short sentences: support vectors, whose margins a temperature turns into probabilities that keep their
/// word (of sentences with 0.8 four in five are right). The same sentences in the same order give the same model, bit by bit.
/// Safe for many threads.</summary>
internal sealed class SentenceClassifier
{
    // One sentence in so many is kept back when the temperature is chosen.
    private const int Fold = 5;

    private const int LeastTexts = 2;

    private readonly Weighting _weighting;
    private readonly WeightMatrix _weights;
    private readonly IMoreFeatures? _more;
    private readonly Lock _lock = new();
    private readonly float[] _scores;

    private SentenceClassifier(
        Weighting weighting,
        WeightMatrix weights,
        IReadOnlyList<string> labels,
        float sharpness,
        IMoreFeatures? more
    )
    {
        (_weighting, _weights, Labels, Sharpness, _more) = (weighting, weights, labels, sharpness, more);
        _scores = new float[weights.Width];
    }

    /// <summary>The classes, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>One over the temperature.</summary>
    public float Sharpness { get; }

    /// <summary>Learns from at least one sentence; seven thousand of fifty classes take some two seconds. <paramref name="more"/> adds
    /// features of the task; <paramref name="balance"/> is how much rare classes are helped (0..1).</summary>
    public static SentenceClassifier Learn(IReadOnlyList<ClassedSentence> sentences, IMoreFeatures? more = null, float balance = 0)
    {
        var labels = sentences.Select(s => s.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var sharpness = 1f;
        if (sentences.Count >= Fold * labels.Length)
        {
            var part = Fit([.. sentences.Where(s => !IsKeptBack(s))], labels, 1, more, balance);
            sharpness = ChooseSharpness(part, [.. sentences.Where(IsKeptBack)]);
        }
        return Fit(sentences, labels, sharpness, more, balance);
    }

    /// <summary>The classes with their probabilities, the likeliest first.</summary>
    public IReadOnlyList<Guess> Rank(Sentence sentence, string? facet = null)
    {
        var probabilities = new float[Labels.Count];
        lock (_lock)
        {
            _weights.Scores(_weighting.Vector(list => Extract(sentence, facet, _more, list)), _scores);
            for (var c = 0; c < probabilities.Length; c++)
                probabilities[c] = _scores[c] * Sharpness;
        }
        Trainers.Softmax(probabilities);
        return [.. Labels.Select((l, c) => new Guess(l, probabilities[c])).OrderByDescending(g => g.Confidence)];
    }

    /// <summary>Writes what was learnt.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Labels.Count);
        foreach (var label in Labels)
            writer.Write(label);
        writer.Write(Sharpness);
        _weighting.Write(writer);
        _weights.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SentenceClassifier Read(BinaryReader reader, IMoreFeatures? more = null)
    {
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = reader.ReadString();
        var sharpness = reader.ReadSingle();
        var weighting = Weighting.Read(reader);
        return new(weighting, WeightMatrix.Read(reader, weighting.Count, labels.Length), labels, sharpness, more);
    }

    private static SentenceClassifier Fit(
        IReadOnlyList<ClassedSentence> sentences,
        string[] labels,
        float sharpness,
        IMoreFeatures? more,
        float balance
    )
    {
        var (weighting, vectors) = Weighting.Learn(
            sentences.Count,
            (i, list) => Extract(sentences[i].Sentence, sentences[i].Facet, more, list),
            LeastTexts
        );
        var classes = sentences.Select(s => Array.IndexOf(labels, s.Label)).ToArray();
        var weights = Trainers.SupportVectors(new(vectors, classes, labels.Length, weighting.Count), balance: balance);
        return new(weighting, weights, labels, sharpness, more);
    }

    private static void Extract(Sentence sentence, string? facet, IMoreFeatures? more, FeatureList list)
    {
        SentenceFeatures.Extract(sentence, facet, list);
        more?.AddTo(sentence.Folded, list);
    }

    // By its text, so that another form of the same sentence is kept back with it.
    private static bool IsKeptBack(ClassedSentence sentence) =>
        FeatureKey.Of(FeatureKey.Seed, sentence.Sentence.Folded) % Fold == 0;

    /// <summary>The sharpness under which sentences kept back are least surprising.</summary>
    private static float ChooseSharpness(SentenceClassifier part, IReadOnlyList<ClassedSentence> keptBack)
    {
        var known = keptBack.Where(s => part.Labels.Contains(s.Label)).ToList();
        var margins = known.ConvertAll(s => (Scores: part.Margins(s), Right: part.Labels.ToList().IndexOf(s.Label)));
        return Enumerable.Range(2, 30).Select(n => n * 0.25f).MinBy(s => margins.Sum(m => Surprise(m.Scores, m.Right, s)));
    }

    private static double Surprise(float[] margins, int right, float sharpness) =>
        Math.Log(margins.Sum(m => Math.Exp((m - margins[right]) * sharpness)));

    private float[] Margins(ClassedSentence sentence)
    {
        _weights.Scores(_weighting.Vector(list => Extract(sentence.Sentence, sentence.Facet, _more, list)), _scores);
        return _scores[..Labels.Count];
    }
}
