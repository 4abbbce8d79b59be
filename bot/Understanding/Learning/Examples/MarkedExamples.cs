using System.Text;
using Understanding.Writing;

namespace Understanding.Learning.Examples;

/// <summary>Reads files of marked examples: "[word word]" begins a section, every other line is one sentence, facts are marked as
/// {name:words} or {name=value:words}, "# " begins a comment line.</summary>
internal static class MarkedExamples
{
    /// <summary>All sentences of a file inside the program; <paramref name="file"/> as in "Orders.Examples.en.txt".</summary>
    public static IEnumerable<MarkedExample> Of(string file) => Read(EmbeddedLines.Of(file), file);

    /// <summary>All sentences of the lines.</summary>
    /// <exception cref="FormatException">A mark is not closed, or a sentence stands before the first section.</exception>
    public static IEnumerable<MarkedExample> Read(IEnumerable<string> lines, string file)
    {
        string[]? section = null;
        var number = 0;
        foreach (var line in lines.Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            if (line[0] == '[' && line[^1] == ']' && !line.Contains('{', StringComparison.Ordinal))
                section = line[1..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            else
                yield return Sentence(section ?? throw Wrong(file, number, "a sentence before the first section"), line, file, number);
        }
    }

    private static MarkedExample Sentence(string[] section, string line, string file, int number)
    {
        var (text, marks) = (new StringBuilder(line.Length), new List<Mark>());
        for (var i = 0; i < line.Length;)
        {
            if (line[i] != '{')
            {
                text.Append(line[i++]);
                continue;
            }
            var colon = line.IndexOf(':', i);
            var close = line.IndexOf('}', i);
            if (close < 0 || colon < 0 || colon > close)
                throw Wrong(file, number, "a mark that is not closed or has no colon");
            var name = line[(i + 1)..colon].Split('=', 2);
            marks.Add(new(text.Length, close - colon - 1, name[0], name.Length > 1 ? name[1] : null));
            text.Append(line, colon + 1, close - colon - 1);
            i = close + 1;
        }
        return new(section, text.ToString(), marks);
    }

    private static FormatException Wrong(string file, int line, string what) => new($"{file}, line {line}: {what}.");
}
