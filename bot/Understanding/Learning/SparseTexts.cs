namespace Understanding.Learning;

/// <summary>One text as feature numbers (ascending) and values.</summary>
internal readonly record struct SparseVector(int[] Numbers, float[] Values);

/// <summary>Weighs features: log counts times rarity, length one.</summary>
internal sealed class Weighting
{
    private readonly Vocabulary _vocabulary;
    private readonly TextFeatures _features;
    private readonly FeatureList _list = new();
    private float[] _rarity = [];
    private float[] _sums = [];
    private int[] _numbers = new int[256];

    private Weighting(Vocabulary vocabulary, TextFeatures features) => (_vocabulary, _features) = (vocabulary, features);

    public int Count => _vocabulary.Count;

    /// <summary>Learns the vocabulary and rarities of texts, and gives the texts as vectors.</summary>
    public static (Weighting Weighting, SparseVector[] Vectors) Learn(
        IReadOnlyList<string> foldedTexts,
        ConceptLexicon concepts,
        IMoreFeatures? more
    )
    {
        var weighting = new Weighting(new(), new(concepts, more));
        var vectors = new SparseVector[foldedTexts.Count];
        var texts = new List<int>();
        for (var t = 0; t < vectors.Length; t++)
        {
            vectors[t] = weighting.Collect(foldedTexts[t], learn: true);
            foreach (var number in vectors[t].Numbers)
            {
                while (texts.Count <= number)
                    texts.Add(0);
                texts[number]++;
            }
        }
        weighting._rarity = [.. texts.Select(n => (float)(Math.Log((1.0 + vectors.Length) / (1.0 + n)) + 1))];
        foreach (var vector in vectors)
            weighting.Weigh(vector.Numbers, vector.Values, vector.Numbers.Length);
        return (weighting, vectors);
    }

    /// <summary>A text as vector; features that training did not see are left out. Not for two threads at once.</summary>
    public SparseVector Vector(ReadOnlySpan<char> foldedText)
    {
        var vector = Collect(foldedText, learn: false);
        Weigh(vector.Numbers, vector.Values, vector.Numbers.Length);
        return vector;
    }

    private SparseVector Collect(ReadOnlySpan<char> text, bool learn)
    {
        _features.Extract(text, _list);
        var count = 0;
        for (var i = 0; i < _list.Count; i++)
        {
            var number = learn ? _vocabulary.Number(_list.Key(i)) : _vocabulary.Find(_list.Key(i));
            if (number < 0)
                continue;
            if (number >= _sums.Length)
                Array.Resize(ref _sums, Math.Max(number + 1, _sums.Length * 2));
            if (_sums[number] == 0)
            {
                if (count == _numbers.Length)
                    Array.Resize(ref _numbers, count * 2);
                _numbers[count++] = number;
            }
            _sums[number] += _list.Weight(i);
        }
        var numbers = _numbers.AsSpan(0, count).ToArray();
        Array.Sort(numbers);
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = _sums[numbers[i]];
            _sums[numbers[i]] = 0;
        }
        return new(numbers, values);
    }

    private void Weigh(int[] numbers, float[] values, int count)
    {
        var squares = 0.0;
        for (var i = 0; i < count; i++)
        {
            values[i] = (values[i] <= 1 ? values[i] : 1 + MathF.Log(values[i])) * _rarity[numbers[i]];
            squares += values[i] * values[i];
        }
        var scale = (float)(1 / Math.Sqrt(squares + 1e-9));
        for (var i = 0; i < count; i++)
            values[i] *= scale;
    }
}
