using System.Text;
using System.Text.RegularExpressions;

namespace Understanding.Writing;

/// <summary>Named lists of patterns from a text file, for whoever knows the language better than the program. A line is
/// <c>name: pattern</c>; one that begins with a space goes on with the line before; # begins a remark. A pattern stands for folded
/// text: <c>^</c> begins and <c>$</c> ends the message, <c>(a|b)</c> is one of them, <c>[a|b]</c> one or none, <c>[a|b]*</c> any
/// number, <c>…</c> up to six characters, <c>…*</c> any number of them. It never begins or ends inside a Latin word.</summary>
internal sealed class PhraseForms
{
    private const string NotInsideWord = "((?<![a-z0-9])|(?![a-z0-9]))";

    private readonly Dictionary<string, Regex> _lists;

    public PhraseForms(IEnumerable<string> lines)
    {
        _lists = Patterns(lines)
            .GroupBy(p => p.Name, p => p.Pattern)
            .ToDictionary(
                g => g.Key,
                g => new Regex(
                    string.Join('|', g.Select(p => NotInsideWord + Expression(p) + NotInsideWord)),
                    RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
                    TimeSpan.FromSeconds(1)
                )
            );
    }

    /// <summary>The lists of a file beside a type, embedded in its assembly.</summary>
    /// <exception cref="InvalidOperationException">The file is not inside the program.</exception>
    public static PhraseForms Beside(Type type, string file)
    {
        using var stream =
            type.Assembly.GetManifestResourceStream(type, file)
            ?? throw new InvalidOperationException($"The file {file} beside {type.Name} is not inside the program.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n'));
    }

    /// <summary>One list; it matches a folded text that holds any of its patterns.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such list.</exception>
    public Regex this[string name] => _lists[name];

    private static IEnumerable<(string Name, string Pattern)> Patterns(IEnumerable<string> lines)
    {
        var joined = new List<string>();
        foreach (var line in lines.Where(l => l.Trim().Length > 0 && l[0] != '#'))
        {
            if (line[0] == ' ')
                joined[^1] += line.Trim();
            else
                joined.Add(line.TrimEnd());
        }
        return joined.Select(l => l.Split(':', 2)).Select(l => (l[0], l[1].Trim()));
    }

    private static string Expression(string pattern)
    {
        var text = new StringBuilder();
        foreach (var c in pattern)
        {
            text.Append(
                c switch
                {
                    '[' => "(",
                    ']' => ")?",
                    '…' => ".{0,6}",
                    '^' or '$' or '(' or ')' or '|' or '*' => c.ToString(),
                    _ => Regex.Escape(c.ToString()),
                }
            );
        }
        return text.Replace(")?*", ")*").Replace(".{0,6}*", ".*").ToString();
    }
}
