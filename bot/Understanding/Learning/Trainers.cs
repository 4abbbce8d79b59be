using System.Numerics;

namespace Understanding.Learning;

/// <summary>Texts to learn from: vectors, the class of each, how many classes there are.</summary>
internal sealed record TrainingSet(SparseVector[] Vectors, int[] Classes, int ClassCount, int FeatureCount);

/// <summary>Three ways to learn the same kind of weights. Each is deterministic.</summary>
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

    /// <summary>Multinomial logistic regression by adaptive gradients.</summary>
    public static WeightMatrix Logistic(TrainingSet set, float rate = 0.1f, int rounds = 9)
    {
        const float Scale = 3; // vectors have length one; longer ones learn faster
        var weights = new WeightMatrix(set.FeatureCount, set.ClassCount);
        var squares = new WeightMatrix(set.FeatureCount, set.ClassCount);
        var order = Order(set.Vectors.Length);
        var shuffle = new SeededShuffle(2);
        Span<float> scores = new float[weights.Width];
        for (var round = 0; round < rounds; round++)
        {
            shuffle.Shuffle(order);
            var step = rate * (1 - 0.9f * round / rounds);
            foreach (var i in order)
            {
                var text = set.Vectors[i];
                scores.Clear();
                for (var k = 0; k < text.Numbers.Length; k++)
                    WeightMatrix.AddScaled(scores, weights.Row(text.Numbers[k]), text.Values[k] * Scale);
                WeightMatrix.AddScaled(scores, weights.Bias, 1);
                Softmax(scores[..set.ClassCount]);
                scores[set.Classes[i]] -= 1;
                Descend(weights.Bias, squares.Bias, scores, 1, step);
                for (var k = 0; k < text.Numbers.Length; k++)
                    Descend(weights.Row(text.Numbers[k]), squares.Row(text.Numbers[k]), scores, text.Values[k] * Scale, step);
            }
        }
        for (var f = 0; f < set.FeatureCount; f++)
            WeightMatrix.AddScaled(weights.Row(f), weights.Row(f), Scale - 1);
        return weights;
    }

    /// <summary>Complement naive Bayes: what speaks against the other classes.</summary>
    public static WeightMatrix ComplementBayes(TrainingSet set, float smoothing = 0.1f)
    {
        var sums = new WeightMatrix(set.FeatureCount, set.ClassCount);
        var totals = new double[set.ClassCount];
        for (var i = 0; i < set.Vectors.Length; i++)
        {
            var (numbers, values) = (set.Vectors[i].Numbers, set.Vectors[i].Values);
            for (var k = 0; k < numbers.Length; k++)
            {
                sums.Row(numbers[k])[set.Classes[i]] += values[k];
                totals[set.Classes[i]] += values[k];
            }
        }
        var all = totals.Sum();
        for (var f = 0; f < set.FeatureCount; f++)
        {
            var row = sums.Row(f);
            var sum = 0f;
            for (var c = 0; c < set.ClassCount; c++)
                sum += row[c];
            for (var c = 0; c < set.ClassCount; c++)
                row[c] = (float)-Math.Log((sum - row[c] + smoothing) / (all - totals[c] + smoothing * set.FeatureCount));
        }
        return sums;
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

    private static void Descend(Span<float> weights, Span<float> squares, ReadOnlySpan<float> error, float value, float step)
    {
        var (factor, rate, floor) = (new Vector<float>(value), new Vector<float>(step), new Vector<float>(1e-2f));
        for (var c = 0; c < weights.Length; c += Vector<float>.Count)
        {
            var gradient = new Vector<float>(error[c..]) * factor;
            var square = new Vector<float>(squares[c..]) + gradient * gradient;
            square.CopyTo(squares[c..]);
            (new Vector<float>(weights[c..]) - rate * gradient / (Vector.SquareRoot(square) + floor)).CopyTo(weights[c..]);
        }
    }

    private static int[] Order(int count) => [.. Enumerable.Range(0, count)];
}
