using System.Text.Json;

namespace Workbench.Measuring;

/// <summary>Texts with the answers that people gave, from a file of JSON lines, and the history that belongs to it
/// (<c>x.dev.jsonl</c> and <c>x.history.jsonl</c>).</summary>
internal sealed record LabelledSet(string Name, IReadOnlyList<LabelledLine> Lines, string? HistoryPath)
{
    /// <summary>All sets of a folder, in ordinal order; histories are no sets.</summary>
    public static IEnumerable<LabelledSet> In(string folder, Organisations organisations, TimeProvider time)
    {
        foreach (
            var path in Directory
                .GetFiles(folder, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .Where(p => !p.EndsWith(".history.jsonl", StringComparison.Ordinal))
        )
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var history = Path.Combine(folder, name[..(name.LastIndexOf('.') is > 0 and var dot ? dot : name.Length)] + ".history.jsonl");
            yield return new(
                name,
                [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => LabelledLine.Read(l, organisations, time))],
                File.Exists(history) ? history : null
            );
        }
    }
}

/// <summary>One text with its answers.</summary>
internal sealed record LabelledLine(QuestionLine Question, JsonElement Answers)
{
    /// <summary>Reads a line; a wrong one is a mistake in the set and stops the evaluation.</summary>
    public static LabelledLine Read(string line, Organisations organisations, TimeProvider time)
    {
        using var document = JsonDocument.Parse(line);
        var answers = document.RootElement.Clone();
        return new(
            QuestionLine.Read(answers, organisations, time, out var problem) ?? throw new InvalidDataException($"{problem}: {line}"),
            answers
        );
    }

    /// <summary>An answer that is a word, or null.</summary>
    public string? Text(string name) =>
        Answers.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>An answer that is an object, or null.</summary>
    public JsonElement? Object(string name) =>
        Answers.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
