using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;

namespace Understanding.Learning;

/// <summary>A sentence with the parts that a person marked.</summary>
/// <param name="Sentence">The sentence with its known parts.</param>
/// <param name="Facet">What the sentence is (the verb); the same words are other facts under another one.</param>
/// <param name="Marks">The marked parts; those that begin or end inside a token are not learnt.</param>
internal sealed record TaggedSentence(Sentence Sentence, string Facet, IReadOnlyList<Mark> Marks);

/// <summary>Finds the parts of a sentence that are facts: an averaged perceptron over sequences of "begins a reason", "inside a
/// reason", "outside". The same sentences in the same order give the same model, bit by bit. Safe for many threads.</summary>
internal sealed class SpanTagger
{
    private const int Rounds = 14;

    private readonly SpanLabels _labels;
    private readonly HashedWeights _weights;

    private SpanTagger(SpanLabels labels, HashedWeights weights) => (_labels, _weights) = (labels, weights);

    /// <summary>Learns from the sentences; seven thousand take some seconds.</summary>
    public static SpanTagger Learn(IReadOnlyList<TaggedSentence> sentences)
    {
        var tagger = new SpanTagger(SpanLabels.Of(sentences), new());
        var golds = sentences.Select(s => tagger._labels.Encode(s)).ToArray();
        var features = sentences.Select(s => TagFeatures.Of(s.Sentence, s.Facet)).ToArray();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var shuffle = new SeededShuffle(3);
        for (var round = 0; round < Rounds; round++)
        {
            shuffle.Shuffle(order);
            foreach (var i in order)
                tagger.LearnOne(features[i], tagger._labels.Of(sentences[i].Facet), golds[i]);
        }
        tagger._weights.Average();
        return tagger;
    }

    /// <summary>The facts of a sentence in the order of the text; empty for a facet that was never learnt.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="facet">What it is.</param>
    /// <param name="lean">More than 0 finds more facts, and more that are none.</param>
    public IReadOnlyList<Mark> Tag(Sentence sentence, string facet, float lean = 0)
    {
        var allowed = _labels.Of(facet);
        return allowed.Count <= 1 || sentence.Tokens.Count == 0
            ? []
            : _labels.Decode(sentence, Best(TagFeatures.Of(sentence, facet), allowed, lean));
    }

    /// <summary>Writes what was learnt.</summary>
    public void Write(BinaryWriter writer)
    {
        _labels.Write(writer);
        _weights.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SpanTagger Read(BinaryReader reader) => new(SpanLabels.Read(reader), HashedWeights.Read(reader));

    private void LearnOne(uint[][] features, IReadOnlyList<int> allowed, int[] gold)
    {
        var said = Best(features, allowed, 0);
        _weights.Tick();
        for (var t = 0; t < gold.Length; t++)
        {
            var (before, saidBefore) = t == 0 ? (0, 0) : (gold[t - 1], said[t - 1]);
            if (gold[t] == said[t] && before == saidBefore)
                continue;
            _weights.Change(SpanLabels.Step(before), gold[t], 1);
            _weights.Change(SpanLabels.Step(saidBefore), said[t], -1);
            if (gold[t] == said[t])
                continue;
            foreach (var key in features[t])
            {
                _weights.Change(key, gold[t], 1);
                _weights.Change(key, said[t], -1);
            }
        }
    }

    /// <summary>The best sequence of labels (Viterbi): inside a fact only behind its beginning. <paramref name="lean"/> is how much
    /// the beginning of a fact is helped.</summary>
    private int[] Best(uint[][] features, IReadOnlyList<int> facetLabels, float lean)
    {
        int[] allowed = [.. facetLabels];
        var (length, count) = (features.Length, allowed.Length);
        var (scores, next) = (new float[count], new float[count]);
        var steps = new float[count, count];
        for (var p = 0; p < count; p++)
        {
            for (var l = 0; l < count; l++)
                steps[p, l] = SpanLabels.MayFollow(allowed[p], allowed[l])
                    ? _weights.Of(SpanLabels.Step(allowed[p]), allowed[l])
                    : float.NegativeInfinity;
        }
        var from = new int[length, count];
        for (var t = 0; t < length; t++)
        {
            for (var l = 0; l < count; l++)
            {
                var best = float.NegativeInfinity;
                // Before the first token nothing was begun.
                for (var p = 0; p < (t == 0 ? 1 : count); p++)
                {
                    if (scores[p] + steps[p, l] > best)
                        (best, from[t, l]) = (scores[p] + steps[p, l], p);
                }
                next[l] = best + (allowed[l] % 2 == 1 ? lean : 0);
            }
            foreach (var key in features[t])
                _weights.AddTo(next, key, allowed);
            (scores, next) = (next, scores);
        }
        var sequence = new int[length];
        var at = Array.IndexOf(scores, scores.Max());
        for (var t = length - 1; t >= 0; t--)
        {
            sequence[t] = allowed[at];
            at = from[t, at];
        }
        return sequence;
    }
}
