using Understanding.Learning;
using Understanding.Tone;

namespace Understanding.Intentions;

/// <summary>Adds to the features of a text what matters for intents: turns of phrase and pairs of them, how kind the words are, how
/// long it is, how it ends.</summary>
internal sealed class IntentSigns : IMoreFeatures
{
    private const int MostForPairs = 12;

    private static readonly ConceptLexicon Lexicon = new(EmbeddedLines.Of("Intentions.Signs.txt"));
    private static readonly uint Sign = FeatureKey.Of("sign"),
        Pair = FeatureKey.Of("sign&"),
        First = FeatureKey.Of("sign^"),
        Count = FeatureKey.Of("sign#"),
        Size = FeatureKey.Of("size"),
        End = FeatureKey.Of("end"),
        SizedSign = FeatureKey.Of("sign@");

    private readonly List<int> _found = [];
    private readonly List<int> _distinct = [];

    public void AddTo(ReadOnlySpan<char> foldedText, FeatureList features)
    {
        var size = SizeOf(foldedText);
        features.Add(FeatureKey.Add(Size, size), 2);
        features.Add(FeatureKey.Add(End, EndOf(foldedText)), 1.5f);
        Lexicon.Find(foldedText, _found);
        _distinct.Clear();
        foreach (var sign in _found)
        {
            if (!_distinct.Contains(sign))
                _distinct.Add(sign);
        }
        features.Add(FeatureKey.Add(Count, (uint)Math.Min(_distinct.Count, 4)), 1.5f);
        if (_distinct.Count > 0)
            features.Add(FeatureKey.Add(First, Lexicon.Key(_distinct[0])), 2.5f);
        _distinct.Sort();
        for (var i = 0; i < _distinct.Count; i++)
        {
            var key = Lexicon.Key(_distinct[i]);
            features.Add(FeatureKey.Add(Sign, key), 5);
            features.Add(FeatureKey.Add(FeatureKey.Add(SizedSign, key), size), 2);
            for (var j = i + 1; j < _distinct.Count && _distinct.Count <= MostForPairs; j++)
                features.Add(FeatureKey.Add(FeatureKey.Add(Pair, key), Lexicon.Key(_distinct[j])), 2.5f);
        }
        TextTone.Of(foldedText).AddTo(features);
    }

    // A Chinese character says about as much as four letters.
    private static uint SizeOf(ReadOnlySpan<char> text)
    {
        var size = 0;
        foreach (var c in text)
            size += c >= 0x2E80 ? 4 : 1;
        return size switch
        {
            <= 12 => 0,
            <= 28 => 1,
            <= 60 => 2,
            <= 140 => 3,
            _ => 4,
        };
    }

    private static uint EndOf(ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd(" 。.!~");
        return rest.Length == 0
            ? 0u
            : rest[^1] switch
            {
                '?' or '吗' or '呢' or '么' => 1u,
                '了' => 2u,
                _ => 3u,
            };
    }
}
