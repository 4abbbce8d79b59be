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
    private const int Rounds = 8;

    private readonly SpanLabels _labels;
    private readonly HashedWeights _weights;

    private SpanTagger(SpanLabels labels, HashedWeights weights) => (_labels, _weights) = (labels, weights);

    /// <summary>Learns from the sentences; seven thousand take some seconds.</summary>
    public static SpanTagger Learn(IReadOnlyList<TaggedSentence> sentences)
    {
        var tagger = new SpanTagger(SpanLabels.Of(sentences), new());
        var golds = sentences.Select(s => tagger._labels.Encode(s)).ToArray();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var shuffle = new SeededShuffle(3);
        for (var round = 0; round < Rounds; round++)
        {
            shuffle.Shuffle(order);
            foreach (var i in order)
                tagger.LearnOne(sentences[i], golds[i]);
        }
        tagger._weights.Average();
        return tagger;
    }

    /// <summary>The facts of a sentence in the order of the text; empty for a facet that was never learnt.</summary>
    public IReadOnlyList<Mark> Tag(Sentence sentence, string facet)
    {
        var allowed = _labels.Of(facet);
        return allowed.Count <= 1 || sentence.Tokens.Count == 0
            ? []
            : _labels.Decode(sentence, Best(TagFeatures.Of(sentence, facet), allowed));
    }

    /// <summary>Writes what was learnt.</summary>
    public void Write(BinaryWriter writer)
    {
        _labels.Write(writer);
        _weights.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SpanTagger Read(BinaryReader reader) => new(SpanLabels.Read(reader), HashedWeights.Read(reader));

    private void LearnOne(TaggedSentence sentence, int[] gold)
    {
        var features = TagFeatures.Of(sentence.Sentence, sentence.Facet);
        var said = Best(features, _labels.Of(sentence.Facet));
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

    /// <summary>The best sequence of labels (Viterbi): inside a fact only behind its beginning.</summary>
    private int[] Best(uint[][] features, IReadOnlyList<int> allowed)
    {
        var (length, count) = (features.Length, allowed.Count);
        var (scores, next) = (new float[count], new float[count]);
        var from = new int[length, count];
        for (var t = 0; t < length; t++)
        {
            for (var l = 0; l < count; l++)
            {
                var (label, best) = (allowed[l], float.NegativeInfinity);
                if (t == 0)
                    best = SpanLabels.MayFollow(0, label) ? _weights.Of(SpanLabels.Step(0), label) : best;
                for (var p = 0; t > 0 && p < count; p++)
                {
                    if (!SpanLabels.MayFollow(allowed[p], label))
                        continue;
                    var score = scores[p] + _weights.Of(SpanLabels.Step(allowed[p]), label);
                    if (score > best)
                        (best, from[t, l]) = (score, p);
                }
                foreach (var key in features[t])
                    best += _weights.Of(key, label);
                next[l] = best;
            }
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
