namespace Workbench.Measuring;

/// <summary>Counts right and wrong answers of one task; gives accuracy and macro-F1.</summary>
internal sealed class Scores
{
    private readonly Dictionary<string, (int Right, int Said, int Meant)> _labels = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public int Right { get; private set; }

    /// <summary>Share of right answers, 0..1.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Right / Count;

    /// <summary>Mean over the labels that occur in the set of 2·precision·recall ÷ (precision + recall).</summary>
    public double MacroF1 =>
        _labels.Values.Where(l => l.Meant > 0).Select(l => 2.0 * l.Right / (l.Said + l.Meant)).DefaultIfEmpty(0).Average();

    /// <summary>True where the answers are classes, false where each is only right or wrong.</summary>
    public bool HasClasses => !_labels.ContainsKey("same");

    /// <summary>Adds one answer; an answer of null is one more wrong answer and no label.</summary>
    public void Add(string meant, string? said)
    {
        Count++;
        Change(meant, l => l with { Meant = l.Meant + 1 });
        if (said is not null)
            Change(said, l => l with { Said = l.Said + 1 });
        if (meant != said)
            return;
        Right++;
        Change(meant, l => l with { Right = l.Right + 1 });
    }

    private void Change(string label, Func<(int Right, int Said, int Meant), (int Right, int Said, int Meant)> change) =>
        _labels[label] = change(_labels.GetValueOrDefault(label));
}
