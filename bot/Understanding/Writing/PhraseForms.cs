using System.Text.RegularExpressions;

namespace Understanding.Writing;

/// <summary>Named lists of phrases from a text file, for whoever knows the language better than the program. A line is
/// <c>name: phrase</c>; one that begins with a space goes on with the line before; # begins a remark. Phrases are written as
/// <see cref="Phrase"/> tells; <c>&lt;name&gt;</c> stands for another list of the file.</summary>
internal sealed class PhraseForms
{
    private readonly Dictionary<string, Regex> _lists;

    /// <summary>Reads lines; <paramref name="more"/> are further lists that the phrases may name.</summary>
    public PhraseForms(IEnumerable<string> lines, params IEnumerable<(string Name, string Notation)> more)
    {
        var phrases = Lines(lines).ToLookup(l => l.Name, l => l.Notation, StringComparer.Ordinal);
        var lists = phrases.ToDictionary(l => l.Key, l => string.Join('|', l), StringComparer.Ordinal);
        foreach (var (name, notation) in more)
            lists[name] = notation;
        _lists = phrases.ToDictionary(l => l.Key, l => Phrase.AnyOf(l.Select(n => Phrase.Of(n, lists))), StringComparer.Ordinal);
    }

    /// <summary>The lists of a file beside a type, embedded in its assembly.</summary>
    /// <exception cref="InvalidOperationException">The file is not inside the program.</exception>
    public static PhraseForms Beside(Type type, string file) => new(EmbeddedLines.Beside(type, file));

    /// <summary>One list; it matches a folded text that holds any of its patterns.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such list.</exception>
    public Regex this[string name] => _lists[name];

    /// <summary>True when there is such a list.</summary>
    public bool Has(string name) => _lists.ContainsKey(name);

    /// <summary>True when a text, folded here, holds any phrase of a list.</summary>
    public bool Say(string name, string text) => this[name].IsMatch(CharacterFolding.Fold(text).Trim());

    private static IEnumerable<(string Name, string Notation)> Lines(IEnumerable<string> lines)
    {
        var joined = new List<string>();
        foreach (var line in lines.Where(l => l.Trim().Length > 0 && l[0] != '#'))
        {
            if (line[0] == ' ')
                joined[^1] += line[2..];
            else
                joined.Add(line);
        }
        return joined.Select(l => l.Split(':', 2)).Select(l => (l[0], l[1].TrimStart()));
    }
}
