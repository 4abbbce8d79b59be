using Understanding.Learning;
using Understanding.Tone;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>What matters for customers' sentences beyond their words: turns of phrase, what they are about, kinds of danger, how kind
/// they are. Word lists in three languages: what a sentence has in common with one in another language.</summary>
internal sealed class CustomerFeatures : IMoreFeatures
{
    private const int MostForPairs = 12;

    // Chosen on examples kept back from learning.
    private static readonly WordKinds[] Lists =
    [
        new("Messages.Signs.txt", 3, 1.5f),
        new("Messages.Topics.txt", 2, 0),
        new("Messages.Dangers.txt", 2, 1),
        new("Learning.Concepts.txt", 0.6f, 0),
    ];

    private readonly List<int> _found = [];
    private readonly List<int> _distinct = [];

    /// <inheritdoc/>
    public void AddTo(ReadOnlySpan<char> foldedText, FeatureList features)
    {
        foreach (var list in Lists)
        {
            list.Words.Find(foldedText, _found);
            _distinct.Clear();
            foreach (var kind in _found)
            {
                // As often as the words themselves count: a long text must not drown what it is about.
                list.AddOne(features, kind);
                if (!_distinct.Contains(kind))
                    _distinct.Add(kind);
            }
            _distinct.Sort();
            list.AddTo(features, _distinct);
        }
        TextTone.Of(foldedText).AddTo(features);
    }

    /// <summary>A list of kinds of words, how much one counts and how much two together.</summary>
    private sealed class WordKinds(string file, float weight, float pairWeight)
    {
        private readonly uint _one = FeatureKey.Of(file),
            _pair = FeatureKey.Of(file + "&"),
            _count = FeatureKey.Of(file + "#");

        public ConceptLexicon Words { get; } = file == "Learning.Concepts.txt" ? ConceptLexicon.Standard : new(EmbeddedLines.Of(file));

        public void AddOne(FeatureList features, int kind) => features.Add(FeatureKey.Add(_one, Words.Key(kind)), weight);

        public void AddTo(FeatureList features, List<int> kinds)
        {
            for (var i = 0; i < kinds.Count; i++)
            {
                var key = Words.Key(kinds[i]);
                for (var j = i + 1; pairWeight > 0 && j < kinds.Count && kinds.Count <= MostForPairs; j++)
                    features.Add(FeatureKey.Add(FeatureKey.Add(_pair, key), Words.Key(kinds[j])), pairWeight);
            }
            if (pairWeight > 0)
                features.Add(FeatureKey.Add(_count, (uint)Math.Min(kinds.Count, 4)), pairWeight);
        }
    }
}
