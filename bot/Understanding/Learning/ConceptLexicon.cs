using System.Collections.Frozen;
using Understanding.Writing;

namespace Understanding.Learning;

/// <summary>Words of all languages that stand for the same thing. A line of the source is <c>NAME: phrase|phrase|…</c>; phrases are
/// folded; Latin ones match whole words, Chinese ones anywhere.</summary>
internal sealed class ConceptLexicon
{
    private readonly FrozenDictionary<string, Starting> _byFirstWord;
    private readonly FrozenDictionary<string, Starting>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly FrozenDictionary<int, (string Phrase, int Concept)[]> _byFirstPair;
    private readonly uint[] _keys;

    /// <summary>The concepts that travel with the program.</summary>
    public static ConceptLexicon Standard { get; } = new(EmbeddedLines.Of("Learning.Concepts.txt"));

    public ConceptLexicon(IEnumerable<string> lines)
    {
        var names = new List<string>();
        var phrases = new List<(string Phrase, int Concept)>();
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..colon];
            if (!names.Contains(name))
                names.Add(name);
            phrases.AddRange(
                line[(colon + 1)..]
                    .Split('|')
                    .Select(p => (CharacterFolding.Fold(p.Trim()), names.IndexOf(name)))
                    .Where(p => p.Item1.Length > 0)
            );
        }
        Names = names;
        _keys = [.. names.Select(FeatureKey.Of)];
        var latin = phrases.Where(p => p.Phrase[0] < 0x2E80).Distinct();
        var chinese = phrases.Where(p => p.Phrase[0] >= 0x2E80).Distinct();
        _byFirstWord = latin
            .GroupBy(p => p.Phrase.Split(' ')[0])
            .ToFrozenDictionary(g => g.Key, g => new Starting(g.Select(p => (p.Phrase[g.Key.Length..].TrimStart(), p.Concept))));
        _byWord = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _byFirstPair = chinese.GroupBy(p => PairOf(p.Phrase)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Names of the concepts, by number.</summary>
    public IReadOnlyList<string> Names { get; }

    public uint Key(int concept) => _keys[concept];

    /// <summary>The concepts of a folded text in the order in which they occur, one entry for every occurrence.</summary>
    public void Find(ReadOnlySpan<char> text, List<int> found)
    {
        found.Clear();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                i = Latin(text, i, found);
                continue;
            }
            if (text[i] >= 0x2E80)
            {
                var pair = i + 1 < text.Length ? text[i] << 16 | text[i + 1] : 0;
                if (_byFirstPair.TryGetValue(pair, out var phrases))
                    Matching(text[i..], phrases, found);
                if (_byFirstPair.TryGetValue(text[i] << 16, out var single))
                    Matching(text[i..], single, found);
            }
            i++;
        }
    }

    private static void Matching(ReadOnlySpan<char> rest, (string Phrase, int Concept)[] phrases, List<int> found)
    {
        foreach (var (phrase, concept) in phrases)
        {
            if (rest.StartsWith(phrase, StringComparison.Ordinal))
                found.Add(concept);
        }
    }

    private int Latin(ReadOnlySpan<char> text, int start, List<int> found)
    {
        var end = WordEnd(text, start);
        if (!_byWord.TryGetValue(text[start..end], out var starting))
            return end;
        found.AddRange(starting.Alone);
        if (starting.More is not { } more || end + 1 >= text.Length || text[end] is not (' ' or '-'))
            return end;
        var secondEnd = WordEnd(text, end + 1);
        if (more.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[(end + 1)..secondEnd], out var entries))
        {
            foreach (var (tail, concept) in entries)
            {
                if (tail.Length == 0 || Follows(text, secondEnd, tail))
                    found.Add(concept);
            }
        }
        return end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (
            end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '\'' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))
        )
            end++;
        return end;
    }

    /// <summary>True when the remaining words of a phrase follow; hyphens count as spaces.</summary>
    private static bool Follows(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> rest)
    {
        foreach (var range in rest.Split(' '))
        {
            if (at >= text.Length || text[at] is not (' ' or '-'))
                return false;
            var end = WordEnd(text, at + 1);
            if (!text[(at + 1)..end].SequenceEqual(rest[range]))
                return false;
            at = end;
        }
        return true;
    }

    private static int PairOf(string phrase) => phrase.Length > 1 ? phrase[0] << 16 | phrase[1] : phrase[0] << 16;

    /// <summary>What the phrases that begin with one word say: alone, or with a second word and what follows that.</summary>
    private sealed class Starting
    {
        public Starting(IEnumerable<(string Tail, int Concept)> phrases)
        {
            var all = phrases.ToList();
            Alone = [.. all.Where(p => p.Tail.Length == 0).Select(p => p.Concept)];
            var longer = all.Where(p => p.Tail.Length > 0).Select(p => (Words: p.Tail.Split(' ', 2), p.Concept)).ToList();
            if (longer.Count > 0)
                More = longer
                    .GroupBy(p => p.Words[0])
                    .ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Words.Length > 1 ? p.Words[1] : "", p.Concept)).ToArray());
        }

        public int[] Alone { get; }

        public FrozenDictionary<string, (string Tail, int Concept)[]>? More { get; }
    }
}
