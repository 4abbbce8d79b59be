using System.Collections.Frozen;

namespace Understanding.Writing;

/// <summary>Tells for a text which of many patterns can match in it at all, in one pass: each pattern is filed under a piece of
/// every text that it cannot do without. A pattern that it leaves out has no match; one that it names may have.</summary>
internal sealed class PatternIndex
{
    private const int LongestPiece = 3;

    private readonly FrozenDictionary<long, int[]> _byPiece;
    private readonly int[] _always;
    private readonly int _count;

    /// <summary>An index over <paramref name="patterns"/>, which are answered by their places.</summary>
    public PatternIndex(IReadOnlyList<string> patterns)
    {
        _count = patterns.Count;
        var needs = patterns.Select(PatternNeeds.Of).ToList();
        _always = [.. Enumerable.Range(0, _count).Where(i => needs[i] is null)];
        var usual = needs.OfType<IReadOnlyList<string>>().SelectMany(n => n.SelectMany(Pieces)).CountBy(p => p).ToDictionary();
        var filed = new Dictionary<long, List<int>>();
        for (var i = 0; i < _count; i++)
        {
            foreach (var piece in (needs[i] ?? []).Select(n => Pieces(n).MinBy(p => usual[p])).Distinct())
                (filed.TryGetValue(piece, out var list) ? list : filed[piece] = []).Add(i);
        }
        _byPiece = filed.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray());
    }

    /// <summary>Places of the patterns that may match, set in a bit map.</summary>
    public ulong[] Possible(ReadOnlySpan<char> text)
    {
        var possible = new ulong[(_count + 63) / 64];
        foreach (var i in _always)
            possible[i >> 6] |= 1UL << (i & 63);
        for (var i = 0; i < text.Length; i++)
        {
            var key = 0L;
            for (var n = 0; n < LongestPiece && i + n < text.Length; n++)
            {
                key = (key << 16) | text[i + n];
                if (!_byPiece.TryGetValue(key, out var patterns))
                    continue;
                foreach (var pattern in patterns)
                    possible[pattern >> 6] |= 1UL << (pattern & 63);
            }
        }
        return possible;
    }

    /// <summary>True when the pattern at <paramref name="place"/> is among the possible ones.</summary>
    public static bool Has(ulong[] possible, int place) => (possible[place >> 6] & (1UL << (place & 63))) != 0;

    // Two Chinese characters tell as much as three letters; a short text is its own piece.
    private static IEnumerable<long> Pieces(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = Math.Min(text.Length, text[i] > 0x2E80 ? 2 : LongestPiece);
            if (i + length > text.Length)
                continue;
            var key = 0L;
            foreach (var c in text.AsSpan(i, length))
                key = (key << 16) | c;
            yield return key;
        }
    }
}
