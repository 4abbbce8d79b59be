using System.Numerics;

namespace Understanding.Learning;

/// <summary>Weights by feature and class. Rows are padded to whole machine vectors; every step works class by class, so that the
/// result does not depend on how wide the machine's vectors are.</summary>
internal sealed class WeightMatrix(int features, int classes)
{
    private readonly float[] _weights = new float[features * Padded(classes)];

    public int Classes => classes;

    public int Width { get; } = Padded(classes);

    public float[] Bias { get; } = new float[Padded(classes)];

    public static int Padded(int classes) => (classes + 15) / 16 * 16;

    public Span<float> Row(int feature) => _weights.AsSpan(feature * Width, Width);

    /// <summary>scores = bias + Σ value × row.</summary>
    public void Scores(SparseVector text, Span<float> scores)
    {
        Bias.CopyTo(scores);
        for (var i = 0; i < text.Numbers.Length; i++)
            AddScaled(scores, Row(text.Numbers[i]), text.Values[i]);
    }

    /// <summary>row += value × change for every feature of a text.</summary>
    public void Update(SparseVector text, ReadOnlySpan<float> change)
    {
        for (var i = 0; i < text.Numbers.Length; i++)
            AddScaled(Row(text.Numbers[i]), change, text.Values[i]);
    }

    /// <summary>Adds another matrix, scaled.</summary>
    public void Add(WeightMatrix other, float scale)
    {
        AddScaled(_weights, other._weights, scale);
        AddScaled(Bias, other.Bias, scale);
    }

    /// <summary>Writes the weights in half precision: they are sums of evidence, not measurements.</summary>
    public void Write(BinaryWriter writer)
    {
        Write(writer, Bias);
        for (var f = 0; f < features; f++)
            Write(writer, Row(f));
    }

    /// <summary>Reads what <see cref="Write(BinaryWriter)"/> wrote.</summary>
    public static WeightMatrix Read(BinaryReader reader, int features, int classes)
    {
        var weights = new WeightMatrix(features, classes);
        weights.Read(reader, weights.Bias);
        for (var f = 0; f < features; f++)
            weights.Read(reader, weights.Row(f));
        return weights;
    }

    private void Write(BinaryWriter writer, ReadOnlySpan<float> row)
    {
        foreach (var weight in row[..classes])
            writer.Write((Half)weight);
    }

    private void Read(BinaryReader reader, Span<float> row)
    {
        for (var c = 0; c < classes; c++)
            row[c] = (float)reader.ReadHalf();
    }

    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale)
    {
        var factor = new Vector<float>(scale);
        for (var c = 0; c < target.Length; c += Vector<float>.Count)
        {
            var sum = new Vector<float>(target[c..]) + new Vector<float>(source[c..]) * factor;
            sum.CopyTo(target[c..]);
        }
    }
}
