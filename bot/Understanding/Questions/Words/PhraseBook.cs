using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Questions.Reading;
using Understanding.Writing;

namespace Understanding.Questions.Words;

/// <summary>Phrases with what they mean, from word files. A file holds
/// <list type="bullet">
/// <item><c>&lt;name&gt; = a|b</c>: a list that phrases name;</item>
/// <item><c>= part value weight=2 check=surname if=part</c>: what the phrases below mean. In the value, <c>{N}</c>, <c>{N*7}</c>,
/// <c>{N-1}</c> stand for the number that was said. <c>if</c>: only where the text also speaks of another part;</item>
/// <item><c>= part zh.*</c>: the same for every list <c>zh.…</c>, which <c>&lt;*&gt;</c> names and which gives the value;</item>
/// <item>phrases, with <c> / </c> between them; a line that begins with two spaces goes on with the line before; <c># </c> a
/// remark.</item>
/// </list></summary>
internal sealed partial class PhraseBook
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, List<int>> _byBeginning = [];

    /// <summary>Reads word files of this folder.</summary>
    public static PhraseBook Read(IEnumerable<string> files)
    {
        var book = new PhraseBook();
        foreach (var file in files)
            book.AddFile(Lines(file));
        return book;
    }

    /// <summary>The lists of a word file by name.</summary>
    public static IReadOnlyDictionary<string, string> Lists(string file) =>
        Lines(file)
            .Select(l => Definition().Match(l))
            .Where(m => m.Success)
            .ToDictionary(m => m.Groups["n"].Value, m => m.Groups["t"].Value);

    /// <summary>The words of a file that is only a list of them, with blanks between.</summary>
    public static IEnumerable<string> WordsOf(string file) => Lines(file).SelectMany(l => l.Split(' '));

    /// <summary>Every word of letters that stands in a phrase.</summary>
    public IEnumerable<string> Words => _entries.SelectMany(e => Letters().Matches(e.Notation).Select(m => m.Value));

    /// <summary>Adds a phrase.</summary>
    public void Add(Entry entry)
    {
        foreach (var begin in entry.Phrase.Beginnings)
        {
            var key = Key(begin.Length > 0 ? begin[0] : Phrase.Any, begin.Length > 1 ? begin[1] : Phrase.None);
            (_byBeginning.TryGetValue(key, out var list) ? list : _byBeginning[key] = []).Add(_entries.Count);
        }
        _entries.Add(entry);
    }

    /// <summary>Where the phrases stand; those of one notation do not overlap.</summary>
    public List<Mention> In(string folded, string original)
    {
        var (found, ends) = (new List<Mention>(), new int[_entries.Count]);
        for (var at = 0; at < folded.Length; at++)
        {
            if (at > 0 && char.IsAsciiLetterOrDigit(folded[at]) && char.IsAsciiLetterOrDigit(folded[at - 1]))
                continue;
            Try(Key(Phrase.Any, Phrase.None));
            Try(Key(folded[at] >= '\u4e00' ? Phrase.Han : Phrase.Letter, Phrase.None));
            Try(Key(folded[at], Phrase.None));
            Try(Key(folded[at], Phrase.Any));
            if (at + 1 < folded.Length)
                Try(Key(folded[at], folded[at + 1]));

            void Try(int key)
            {
                foreach (var i in _byBeginning.TryGetValue(key, out var entries) ? entries : [])
                {
                    if (at < ends[i] || _entries[i].Phrase.At(folded, at) is not { Length: > 0 } match)
                        continue;
                    ends[i] = at + match.Length;
                    if (_entries[i].Of(match, folded, original) is { } mention)
                        found.Add(mention);
                }
            }
        }
        return found;
    }

    private static int Key(char first, char second) => first << 16 | second;

    private void AddFile(IEnumerable<string> lines)
    {
        var lists = new Dictionary<string, string>();
        Match heading = Match.Empty;
        foreach (var line in lines)
        {
            if (Definition().Match(line) is { Success: true } list)
                lists[list.Groups["n"].Value] = list.Groups["t"].Value;
            else if (Heading().Match(line) is { Success: true } next)
                heading = next;
            else
            {
                foreach (var notation in line.Split(" / ", StringSplitOptions.TrimEntries))
                    Add(heading, notation, lists);
            }
        }
    }

    private void Add(Match heading, string notation, IReadOnlyDictionary<string, string> lists)
    {
        var options = heading.Groups["k"].Captures.Zip(heading.Groups["o"].Captures).ToDictionary(o => o.First.Value, o => o.Second.Value);
        var value = heading.Groups["v"].Value;
        foreach (
            var name in value.EndsWith(".*", StringComparison.Ordinal)
                ? lists.Keys.Where(k => k.StartsWith(value[..^1], StringComparison.Ordinal))
                : [""]
        )
        {
            var written = notation.Replace("<*>", $"<{name}>", StringComparison.Ordinal);
            Add(
                new(
                    Enum.Parse<Part>(heading.Groups["p"].Value, ignoreCase: true),
                    name.Length > 0 ? name[(value.Length - 1)..] : value,
                    written,
                    Phrase.Of(written, lists)
                )
                {
                    Weight = int.Parse(options.GetValueOrDefault("weight", "0"), CultureInfo.InvariantCulture),
                    Check = options.GetValueOrDefault("check"),
                    If = options.TryGetValue("if", out var part) ? Enum.Parse<Part>(part, ignoreCase: true) : null,
                }
            );
        }
    }

    private static List<string> Lines(string file)
    {
        var lines = new List<string>();
        foreach (
            var line in EmbeddedLines
                .Of($"Questions.Words.{file}.txt")
                .Where(l => l.Trim().Length > 0 && l != "#" && !l.StartsWith("# ", StringComparison.Ordinal))
        )
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
                lines[^1] += line[2..];
            else
                lines.Add(line);
        }
        return lines;
    }

    [GeneratedRegex(@"^<(?<n>[a-zA-Z.-]+)> = (?<t>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^= (?<p>[a-zA-Z]+)( (?<v>[^ =]+)(?= |$))?( (?<k>[a-z]+)=(?<o>[^ ]+))*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("[a-z]{4,}")]
    private static partial Regex Letters();
}
