using System.Text.RegularExpressions;
using Understanding.Questions.Words;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>Mends the usual slips of a question before it is read: characters that sound or look alike ("逾其", "末结"), letters
/// swapped, doubled or left out in the words that questions are made of ("overdu", "netwrok"). Names and words in quotes stay as
/// typed.</summary>
internal sealed partial class Spelling
{
    private const int ShortestWord = 5;
    private const int LongWord = 9;

    private static readonly string[][] Characters = [.. PhraseBook.WordsOf("Slips").Select(p => p.Split('>'))];
    private static readonly string[] Usual = [.. PhraseBook.WordsOf("UsualWords")];

    private readonly Dictionary<char, List<string>> _words = [];
    private readonly HashSet<string> _known;

    /// <summary>With the words of an organisation's own names, folded.</summary>
    public Spelling(IEnumerable<string> names)
    {
        var own = names.SelectMany(n => Words().Matches(n).Select(m => m.Value)).Where(w => w.Length >= ShortestWord).Distinct().ToList();
        foreach (var word in Usual.Concat(own).Distinct())
            (_words.TryGetValue(word[0], out var list) ? list : _words[word[0]] = []).Add(word);
        _known = [.. Mentions.KnownWords, .. Usual, .. own];
    }

    /// <summary>The text with its slips mended; the same text when there are none.</summary>
    public string Mend(string text)
    {
        var folded = CharacterFolding.Fold(text);
        foreach (var slip in Characters)
        {
            for (var at = folded.IndexOf(slip[0], StringComparison.Ordinal); at >= 0; at = Next(folded, slip[0], at))
            {
                if (slip.Length < 3 || at == 0 || folded[at - 1] != slip[2][0])
                    text = string.Concat(text.AsSpan(0, at), slip[1], text.AsSpan(at + slip[0].Length));
            }
        }
        if (!text.AsSpan().ContainsAnyInRange('a', 'z') || text.AsSpan().ContainsAny("\"“”「『"))
            return text;
        return Words().Replace(text, m => m.Length < ShortestWord || _known.Contains(m.Value) ? m.Value : Nearest(m.Value) ?? m.Value);
    }

    private static int Next(string text, string slip, int at) => text.IndexOf(slip, at + 1, StringComparison.Ordinal);

    private string? Nearest(string word)
    {
        // Another form of a known word is no slip.
        if (!_words.TryGetValue(word[0], out var candidates) || candidates.Exists(c => word.StartsWith(c, StringComparison.Ordinal)))
            return null;
        var most = word.Length >= LongWord ? 2 : 1;
        var (best, distance) = candidates
            .Where(c => Math.Abs(c.Length - word.Length) <= most)
            .Select(c => (c, Distance(word, c)))
            .DefaultIfEmpty((word, most + 1))
            .MinBy(c => c.Item2);
        return distance <= most ? best : null;
    }

    /// <summary>How many letters are wrong, missing, too many or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    // Words in small letters; a capital begins a name.
    [GeneratedRegex("(?<![A-Za-z0-9'’])[a-z]+(?![A-Za-z0-9'’])")]
    private static partial Regex Words();
}
