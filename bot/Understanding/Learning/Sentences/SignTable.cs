using System.Collections.Frozen;
using Understanding.Writing;

namespace Understanding.Learning.Sentences;

/// <summary>Turns of phrase of all languages that mean the same. A line of its file is <c>NAME: phrase|phrase|…</c>; Latin words are
/// met in all their endings.</summary>
internal sealed class SignTable
{
    private readonly FrozenDictionary<uint, (uint[] Tokens, uint Sign)[]> _byFirst;

    /// <summary>Reads the lines of a file.</summary>
    public SignTable(IEnumerable<string> lines) =>
        _byFirst = lines
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(':', 2))
            .SelectMany(l => l[1].Split('|'), (l, phrase) => (Tokens: Keys(phrase), Sign: FeatureKey.Of(l[0])))
            .Where(p => p.Tokens.Length > 0)
            .GroupBy(p => p.Tokens[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Tokens.Length).ToArray());

    /// <summary>Adds the signs of the longest phrases that begin at a token; tells how many tokens they are long, 0 for none.</summary>
    public int Find(IReadOnlyList<Token> tokens, int at, List<uint> signs)
    {
        if (!_byFirst.TryGetValue(tokens[at].Key, out var phrases))
            return 0;
        var length = 0;
        foreach (var (phrase, sign) in phrases)
        {
            if (phrase.Length < length)
                break;
            if (!Matches(tokens, at, phrase))
                continue;
            length = phrase.Length;
            signs.Add(sign);
        }
        return length;
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int at, uint[] phrase)
    {
        if (at + phrase.Length > tokens.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (tokens[at + i].Key != phrase[i])
                return false;
        }
        return true;
    }

    private static uint[] Keys(string phrase) => [.. Sentence.Of(CharacterFolding.Fold(phrase.Trim()), []).Tokens.Select(t => t.Key)];
}
