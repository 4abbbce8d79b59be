using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;

namespace Understanding.Learning;

/// <summary>The labels of tokens: 0 is outside; each kind of fact has one for its beginning (odd) and one for its inside (even).
/// A fact of a closed list is a kind for each of its values ("severity=high").</summary>
internal sealed class SpanLabels
{
    private static readonly uint StepKey = FeatureKey.Of("step");

    private readonly List<string> _names = [];
    private readonly SortedDictionary<string, List<int>> _byFacet = new(StringComparer.Ordinal);

    /// <summary>The labels that occur in the sentences.</summary>
    public static SpanLabels Of(IEnumerable<TaggedSentence> sentences)
    {
        var labels = new SpanLabels();
        foreach (var sentence in sentences)
        {
            if (!labels._byFacet.TryGetValue(sentence.Facet, out var own))
                labels._byFacet[sentence.Facet] = own = [0];
            foreach (var mark in sentence.Marks)
            {
                var begin = labels.Begin(Name(mark), learn: true);
                if (!own.Contains(begin))
                    own.AddRange([begin, begin + 1]);
            }
        }
        return labels;
    }

    /// <summary>The labels that a facet knows.</summary>
    public IReadOnlyList<int> Of(string facet) => _byFacet.TryGetValue(facet, out var own) ? own : [];

    /// <summary>True when a token with the label may stand behind one with the other.</summary>
    public static bool MayFollow(int before, int label) => label == 0 || label % 2 == 1 || before == label || before == label - 1;

    /// <summary>The feature of the label before.</summary>
    public static uint Step(int before) => FeatureKey.Add(StepKey, (uint)before);

    /// <summary>The labels of a marked sentence, one a token.</summary>
    public int[] Encode(TaggedSentence sentence)
    {
        var tokens = sentence.Sentence.Tokens;
        var labels = new int[tokens.Count];
        foreach (var mark in sentence.Marks)
        {
            var begin = Begin(Name(mark), learn: false);
            for (var (t, isFirst) = (0, true); t < tokens.Count; t++)
            {
                if (tokens[t].Start < mark.Start || tokens[t].End > mark.Start + mark.Length)
                    continue;
                labels[t] = isFirst ? begin : begin + 1;
                isFirst = false;
            }
        }
        return labels;
    }

    /// <summary>The facts that the labels say.</summary>
    public IReadOnlyList<Mark> Decode(Sentence sentence, int[] labels)
    {
        var marks = new List<Mark>();
        for (var t = 0; t < labels.Length; t++)
        {
            if (labels[t] == 0)
                continue;
            var last = t;
            while (last + 1 < labels.Length && labels[last + 1] == labels[t] + 1)
                last++;
            var (start, name) = (sentence.Tokens[t].Start, _names[(labels[t] - 1) / 2].Split('=', 2));
            marks.Add(new(start, sentence.Tokens[last].End - start, name[0], name.Length > 1 ? name[1] : null));
            t = last;
        }
        return marks;
    }

    /// <summary>Writes the labels.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_names.Count);
        _names.ForEach(writer.Write);
        writer.Write(_byFacet.Count);
        foreach (var (facet, labels) in _byFacet)
        {
            writer.Write(facet);
            writer.Write(labels.Count);
            labels.ForEach(writer.Write);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SpanLabels Read(BinaryReader reader)
    {
        var labels = new SpanLabels();
        for (var n = reader.ReadInt32(); n > 0; n--)
            labels._names.Add(reader.ReadString());
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            var facet = reader.ReadString();
            labels._byFacet[facet] = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32())];
        }
        return labels;
    }

    private static string Name(Mark mark) => mark.Value is null ? mark.Name : $"{mark.Name}={mark.Value}";

    private int Begin(string name, bool learn)
    {
        var at = _names.IndexOf(name);
        if (at < 0 && learn)
        {
            at = _names.Count;
            _names.Add(name);
        }
        return at < 0 ? 0 : 1 + 2 * at;
    }
}
