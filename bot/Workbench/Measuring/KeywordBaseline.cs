using Understanding.Learning;
using Understanding.Writing;

namespace Workbench.Measuring;

/// <summary>The simplest thing that could work, to be measured against: each text gets the label of its one most telling word
/// (Chinese: pair of characters).</summary>
internal sealed class KeywordBaseline
{
    private const int SeenEnough = 3;

    private readonly Dictionary<string, (string Label, double Share)> _telling = new(StringComparer.Ordinal);
    private readonly string _usual;

    public KeywordBaseline(IReadOnlyList<LabelledText> texts)
    {
        var words = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in Words(text.Text).Distinct(StringComparer.Ordinal))
            {
                var labels = words.TryGetValue(word, out var known) ? known : words[word] = new(StringComparer.Ordinal);
                labels[text.Label] = labels.GetValueOrDefault(text.Label) + 1;
            }
        }
        foreach (var (word, labels) in words)
        {
            var (label, count) = labels.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First();
            var all = labels.Values.Sum();
            if (all >= SeenEnough)
                _telling[word] = (label, count / (all + 1.0));
        }
        _usual = texts.GroupBy(t => t.Label).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>The label of the most telling word; the commonest one when no word is known.</summary>
    public string Classify(string text)
    {
        var best = (Label: _usual, Share: 0.0);
        foreach (var word in Words(text))
        {
            if (_telling.TryGetValue(word, out var known) && known.Share > best.Share)
                best = known;
        }
        return best.Label;
    }

    private static IEnumerable<string> Words(string text)
    {
        var folded = CharacterFolding.Fold(text);
        for (var i = 0; i < folded.Length;)
        {
            if (char.IsAsciiLetterOrDigit(folded[i]))
            {
                var start = i;
                while (i < folded.Length && char.IsAsciiLetterOrDigit(folded[i]))
                    i++;
                yield return folded[start..i];
                continue;
            }
            if (i + 1 < folded.Length && folded[i] >= 0x2E80 && folded[i + 1] >= 0x2E80)
                yield return folded.Substring(i, 2);
            i++;
        }
    }
}
