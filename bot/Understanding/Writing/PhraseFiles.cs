using System.Buffers;

namespace Understanding.Writing;

/// <summary>Word lists inside the program. A line is <c>name: phrase|phrase|…</c>, or only phrases; # begins a remark.</summary>
internal static class PhraseFiles
{
    /// <summary>The phrases of one name of a file, folded.</summary>
    public static IReadOnlyList<string> Of(string file, string name) =>
        [.. Of(file).Where(p => p.Name == name).Select(p => CharacterFolding.Fold(p.Phrase))];

    /// <summary>The signs of one name of a file, folded, for looking up a character.</summary>
    public static SearchValues<char> Signs(string file, string name) => SearchValues.Create(string.Concat(Of(file, name)));

    /// <summary>Every phrase of a file with the name of its line ("" when the line has none).</summary>
    public static IEnumerable<(string Phrase, string Name)> Of(string file)
    {
        foreach (var line in EmbeddedLines.Of(file).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var isNamed = colon > 0 && (bar < 0 || colon < bar);
            foreach (
                var phrase in (isNamed ? line[(colon + 1)..] : line).Split(
                    '|',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            )
                yield return (phrase, isNamed ? line[..colon] : "");
        }
    }
}
