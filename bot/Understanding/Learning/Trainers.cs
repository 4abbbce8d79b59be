namespace Understanding.Learning;

/// <summary>Texts to learn from: vectors, the class of each, how many classes there are.</summary>
internal sealed record TrainingSet(SparseVector[] Vectors, int[] Classes, int ClassCount, int FeatureCount);

/// <summary>How weights are learnt from texts and read as probabilities; deterministic.</summary>
internal static class Trainers
{
    /// <summary>One-against-rest support vector machines with squared hinge loss, by dual coordinate descent. With a
    /// <paramref name="balance"/> above 0 the texts of rare classes cost more: at 1 each class weighs as much as any other.</summary>
    public static WeightMatrix SupportVectors(TrainingSet set, float cost = 1, int rounds = 10, float balance = 0)
    {
        var weights = new WeightMatrix(set.FeatureCount, set.ClassCount);
        var width = weights.Width;
        var alpha = new float[set.Vectors.Length * width];
        var (diagonal, counts) = (0.5f / cost, new int[set.ClassCount]);
        foreach (var c in set.Classes)
            counts[c]++;
        var mean = (float)set.Vectors.Length / set.ClassCount;
        var ownDiagonal = counts.Select(n => diagonal / MathF.Pow(mean / Math.Max(n, 1), balance)).ToArray();
        var order = Order(set.Vectors.Length);
        var shuffle = new SeededShuffle(1);
        Span<float> scores = new float[width];
        for (var round = 0; round < rounds; round++)
        {
            shuffle.Shuffle(order);
            foreach (var i in order)
            {
                var text = set.Vectors[i];
                weights.Scores(text, scores);
                var own = alpha.AsSpan(i * width, width);
                for (var c = 0; c < set.ClassCount; c++)
                {
                    var sign = c == set.Classes[i] ? 1f : -1f;
                    var slack = sign > 0 ? ownDiagonal[c] : diagonal;
                    // length one, plus one for the bias
                    var next = Math.Max(0, own[c] - (sign * scores[c] - 1 + slack * own[c]) / (2 + slack));
                    scores[c] = (next - own[c]) * sign;
                    own[c] = next;
                    weights.Bias[c] += scores[c];
                }
                scores[set.ClassCount..].Clear();
                weights.Update(text, scores);
            }
        }
        return weights;
    }

    /// <summary>Scores to probabilities, in place.</summary>
    public static void Softmax(Span<float> scores)
    {
        var max = float.MinValue;
        foreach (var score in scores)
            max = Math.Max(max, score);
        var sum = 0f;
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = MathF.Exp(scores[c] - max);
            sum += scores[c];
        }
        for (var c = 0; c < scores.Length; c++)
            scores[c] /= sum;
    }

    private static int[] Order(int count) => [.. Enumerable.Range(0, count)];
}
