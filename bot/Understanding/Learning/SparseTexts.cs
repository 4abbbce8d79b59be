namespace Understanding.Learning;

/// <summary>One text as feature numbers (ascending) and values.</summary>
internal readonly record struct SparseVector(int[] Numbers, float[] Values);

/// <summary>Weighs features: log counts times rarity, length one. Not for two threads at once.</summary>
internal sealed class Weighting
{
    private readonly FeatureList _list = new();
    private Vocabulary _vocabulary = new();
    private float[] _rarity = [];
    private float[] _sums = [];
    private int[] _numbers = new int[256];

    /// <summary>How many features are known.</summary>
    public int Count => _vocabulary.Count;

    /// <summary>Learns the vocabulary and rarities of texts, and gives the texts as vectors.</summary>
    /// <param name="texts">How many texts there are.</param>
    /// <param name="extract">Lists the features of a text by its number.</param>
    /// <param name="leastTexts">Features of fewer texts are left out: what stands in one text tells little about others.</param>
    public static (Weighting Weighting, SparseVector[] Vectors) Learn(int texts, Action<int, FeatureList> extract, int leastTexts = 1)
    {
        var weighting = new Weighting();
        var vectors = new SparseVector[texts];
        var counts = new List<int>();
        for (var t = 0; t < texts; t++)
        {
            vectors[t] = weighting.Collect(list => extract(t, list), learn: true);
            foreach (var number in vectors[t].Numbers)
            {
                while (counts.Count <= number)
                    counts.Add(0);
                counts[number]++;
            }
        }
        if (leastTexts > 1)
            (vectors, counts) = weighting.LeaveOut(vectors, counts, leastTexts);
        weighting._rarity = [.. counts.Select(n => (float)(Math.Log((1.0 + texts) / (1.0 + n)) + 1))];
        foreach (var vector in vectors)
            weighting.Weigh(vector.Numbers, vector.Values, vector.Numbers.Length);
        return (weighting, vectors);
    }

    /// <summary>A text as vector; features that training did not see are left out.</summary>
    public SparseVector Vector(Action<FeatureList> extract)
    {
        var vector = Collect(extract, learn: false);
        Weigh(vector.Numbers, vector.Values, vector.Numbers.Length);
        return vector;
    }

    /// <summary>Writes the features with their rarities.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        for (var n = 0; n < Count; n++)
        {
            writer.Write(_vocabulary.Key(n));
            writer.Write((Half)_rarity[n]);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Weighting Read(BinaryReader reader)
    {
        var weighting = new Weighting { _rarity = new float[reader.ReadInt32()] };
        weighting._sums = new float[weighting._rarity.Length];
        for (var n = 0; n < weighting._rarity.Length; n++)
        {
            weighting._vocabulary.Number(reader.ReadUInt32());
            weighting._rarity[n] = (float)reader.ReadHalf();
        }
        return weighting;
    }

    private (SparseVector[] Vectors, List<int> Counts) LeaveOut(SparseVector[] vectors, List<int> counts, int least)
    {
        var (kept, numbers) = (new Vocabulary(), new int[counts.Count]);
        for (var n = 0; n < numbers.Length; n++)
            numbers[n] = counts[n] >= least ? kept.Number(_vocabulary.Key(n)) : -1;
        _vocabulary = kept;
        return (
            [
                .. vectors.Select(v => new SparseVector(
                    [.. v.Numbers.Where(n => numbers[n] >= 0).Select(n => numbers[n])],
                    [.. v.Values.Where((_, i) => numbers[v.Numbers[i]] >= 0)]
                )),
            ],
            [.. counts.Where(c => c >= least)]
        );
    }

    private SparseVector Collect(Action<FeatureList> extract, bool learn)
    {
        extract(_list);
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
