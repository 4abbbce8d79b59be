namespace Understanding.Learning;

/// <summary>Reads the texts that the starting models learn from. "== label" begins a group; {a|b|c} are alternatives, each of which
/// is used at least once.</summary>
internal static class SeedTexts
{
    private const int Most = 12;

    /// <summary>All texts of a file inside the program, alternatives written out.</summary>
    public static IEnumerable<LabelledText> Of(string file) => Read(EmbeddedLines.Of(file));

    /// <summary>All texts of the lines, alternatives written out.</summary>
    public static IEnumerable<LabelledText> Read(IEnumerable<string> lines)
    {
        var label = "";
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
                label = line[3..];
            else
            {
                foreach (var text in Expand(line))
                    yield return new(text, label);
            }
        }
    }

    /// <summary>As many texts as the longest list of alternatives is long (two more when several lists meet, at most twelve unless
    /// one list is longer).</summary>
    public static IEnumerable<string> Expand(string line)
    {
        var parts = Parts(line);
        var longest = parts.Max(p => p.Length);
        var lists = parts.Count(p => p.Length > 1);
        var count = lists > 1 ? Math.Max(longest, Math.Min(Most, longest * 2)) : longest;
        for (var n = 0; n < count; n++)
        {
            var list = 0;
            var text = string.Concat(parts.Select(p => p.Length == 1 ? p[0] : p[Choice(n, list++, p.Length, longest)]));
            yield return text.Trim();
        }
    }

    // The first round goes straight through every list; later rounds shift the lists against each other.
    private static int Choice(int n, int list, int length, int longest) => (n + n / longest * (list + 1) + list * (n / longest)) % length;

    private static List<string[]> Parts(string line)
    {
        var parts = new List<string[]>();
        for (var i = 0; i < line.Length;)
        {
            var open = line.IndexOf('{', i);
            if (open < 0)
            {
                parts.Add([line[i..]]);
                break;
            }
            if (open > i)
                parts.Add([line[i..open]]);
            var close = line.IndexOf('}', open);
            parts.Add(line[(open + 1)..close].Split('|'));
            i = close + 1;
        }
        return parts;
    }
}
