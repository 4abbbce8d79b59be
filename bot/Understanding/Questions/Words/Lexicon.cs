using Understanding.Questions.Reading;
using Understanding.Writing;

namespace Understanding.Questions.Words;

/// <summary>One meaning and the pattern of the words for it, over folded text (simplified characters, lower case, half width).</summary>
internal sealed class Entry
{
    private readonly TieredPattern _pattern;

    private Entry(Part part, string value, string pattern, int weight)
    {
        (Part, Value, Weight) = (part, value, weight);
        _pattern = new(pattern);
    }

    public Part Part { get; }

    public string Value { get; }

    public int Weight { get; }

    /// <summary>The pattern as written.</summary>
    public string Pattern => _pattern.Text;

    /// <summary>Chinese words: a pattern that may stand anywhere.</summary>
    public static Entry Zh(Part part, string value, string pattern, int weight = 0) => new(part, value, pattern, weight);

    /// <summary>English words: a pattern that begins and ends at a word's edge.</summary>
    public static Entry En(Part part, string value, string pattern, int weight = 0) =>
        new(part, value, $@"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])", weight);

    /// <summary>Adds where the words stand.</summary>
    public void AddTo(List<Mention> found, string folded)
    {
        for (var match = _pattern.Regex.Match(folded); match.Success; match = match.NextMatch())
        {
            if (match.Length == 0)
                continue;
            // 的 at an edge belongs to nobody, so that neighbours do not quarrel over it.
            var (start, end) = (match.Index, match.Index + match.Length);
            while (start < end - 1 && folded[start] == '的')
                start++;
            while (end - 1 > start && folded[end - 1] == '的')
                end--;
            found.Add(new(start, end - start, Part, Value) { Weight = Weight });
        }
    }
}
