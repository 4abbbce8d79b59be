using System.Text.RegularExpressions;

namespace Understanding.Staff.Inputs;

/// <summary>The root cause with its classes, whys, and who is responsible: "原因：设备、方法：光猫老化；为什么：没有巡检；责任部门：网络部".</summary>
internal static partial class CauseInputs
{
    private static readonly (string Class, string[] Words)[] Classes =
    [
        ("people", ["人员", "人", "people", "person", "staff"]),
        ("equipment", ["设备", "机器", "机", "equipment", "machine"]),
        ("material", ["物料", "材料", "料", "material"]),
        ("method", ["方法", "流程", "法", "method", "process"]),
        ("environment", ["环境", "环", "environment"]),
        ("measurement", ["测量", "量测", "检测", "测", "measurement"]),
    ];

    /// <summary>Inputs of <c>cause</c>. Each why stands on a line of its own in <c>text</c>, as the domain counts them.</summary>
    public static Dictionary<string, string> Read(Phrase rest, CommandText text)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var (classes, said) = ClassesOf(rest);
        inputs["category"] = string.Join(',', classes);
        var lines = new List<string>();
        foreach (var piece in Parts().Split(said.Folded).Length == 1 ? [said] : Split(said))
        {
            if (Responsible().Match(piece.Folded) is { Success: true } responsible)
            {
                var name = piece.From(responsible.Length);
                var department = responsible.Groups["department"].Success || NamedColleague.Id(name, text.Organisation) is null;
                inputs[department ? "department" : "person"] = department
                    ? NamedColleague.Department(name, text.Organisation) ?? name.Text
                    : NamedColleague.IdOrName(name, text.Organisation);
                continue;
            }
            var why = Why().Match(piece.Folded);
            if (piece.From(why.Length).Text is { Length: > 0 } line)
                lines.Add(line);
        }
        inputs["text"] = string.Join('\n', lines);
        return inputs;
    }

    private static (List<string> Classes, Phrase Said) ClassesOf(Phrase rest)
    {
        var classes = new List<string>();
        while (true)
        {
            var here = rest.From(Between().Match(rest.Folded).Length);
            var found = Classes
                .SelectMany(c => c.Words, (c, word) => (c.Class, Word: word))
                .Where(c => here.Folded.StartsWith(c.Word, StringComparison.Ordinal) && Ends(here.Folded, c.Word))
                .OrderByDescending(c => c.Word.Length)
                .FirstOrDefault();
            if (found.Class is null || classes.Contains(found.Class))
                return (classes, here);
            classes.Add(found.Class);
            rest = here.From(found.Word.Length);
            if (!Joined().IsMatch(rest.Folded))
                return (classes, rest.From(rest.Folded.Length - rest.Folded.TrimStart(' ', ':', '-').Length));
        }
    }

    // "机" names a class only when it stands alone: "机柜进水" is a story.
    private static bool Ends(string text, string word) =>
        (word.Length > 1 && !char.IsAsciiLetter(word[0])) || text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]);

    private static List<Phrase> Split(Phrase said)
    {
        var (parts, start) = (new List<Phrase>(), 0);
        foreach (Match match in Parts().Matches(said.Folded))
        {
            parts.Add(said.Part(start, match.Index - start));
            start = match.Index + match.Length;
        }
        parts.Add(said.From(start));
        return parts;
    }

    [GeneratedRegex(@"^[\s:,、&和与-]*(and\s+)?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*([,、和与&]|and\s)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"[;\n]+|[,。](?=\s*(为什么|why|责任|responsible))", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[\s,]*(为什么|why)\s*\d?[\s:?]*|^\s*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Why();

    [GeneratedRegex(
        @"^[\s,]*((?<department>责任部门|responsible department|department)|责任人|responsible( person)?)[\s:是]*",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Responsible();
}
