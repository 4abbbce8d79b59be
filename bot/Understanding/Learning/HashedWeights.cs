namespace Understanding.Learning;

/// <summary>Weights of features and labels of a tagger, found by hashing: features may share a place, which costs less than knowing
/// their names. Learns as an averaged perceptron does.</summary>
internal sealed class HashedWeights
{
    private const int Size = 1 << 20;

    private readonly float[] _weights = new float[Size];
    private float[]? _sums;
    private int _steps = 1;

    /// <summary>The weight of a feature for a label.</summary>
    public float Of(uint key, int label) => _weights[Place(key, label)];

    /// <summary>Adds the weights of a feature for some labels to their scores.</summary>
    public void AddTo(Span<float> scores, uint key, ReadOnlySpan<int> labels)
    {
        var place = Place(key, 0);
        for (var l = 0; l < labels.Length; l++)
            scores[l] += _weights[place + labels[l] & Size - 1];
    }

    /// <summary>One more sentence was looked at.</summary>
    public void Tick() => _steps++;

    /// <summary>Adds to a weight.</summary>
    public void Change(uint key, int label, float by)
    {
        var place = Place(key, label);
        _weights[place] += by;
        (_sums ??= new float[Size])[place] += by * _steps;
    }

    /// <summary>Replaces each weight by its mean over all steps; learning is over then.</summary>
    public void Average()
    {
        for (var i = 0; _sums is not null && i < Size; i++)
            _weights[i] -= _sums[i] / _steps;
        _sums = null;
    }

    /// <summary>Writes the weights that are not 0, in half precision.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_weights.Count(w => (Half)w != Half.Zero));
        var last = 0;
        for (var i = 0; i < Size; i++)
        {
            if ((Half)_weights[i] == Half.Zero)
                continue;
            writer.Write7BitEncodedInt(i - last);
            writer.Write((Half)_weights[i]);
            last = i;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static HashedWeights Read(BinaryReader reader)
    {
        var (weights, place) = (new HashedWeights(), 0);
        for (var n = reader.ReadInt32(); n > 0; n--)
            weights._weights[place += reader.Read7BitEncodedInt()] = (float)reader.ReadHalf();
        return weights;
    }

    // The labels of a feature lie side by side, so that they come with one look at the memory.
    private static int Place(uint key, int label) => (int)((key * 2654435769u >> 4 ^ key) + (uint)label & Size - 1);
}
