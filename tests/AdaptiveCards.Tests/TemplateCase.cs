using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Tests;

/// <summary>A row of cases.json: a template with its data and what it becomes, or that it is refused; <see cref="Differs"/> says why the
/// reference engine does something else.</summary>
internal sealed record TemplateCase(string Name, JsonNode Template, JsonNode Data, JsonNode? Expect, bool Throws, string? Differs)
{
    public static readonly IReadOnlyList<TemplateCase> All = Load();

    private static List<TemplateCase> Load([CallerFilePath] string here = "") =>
        [
            .. JsonNode
                .Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "cases.json")))!
                .AsArray()
                .Select(c => new TemplateCase(
                    (string)c!["name"]!,
                    c["template"]!,
                    c["data"]!,
                    c["expect"],
                    c["throws"] is not null,
                    (string?)c["differs"]
                )),
        ];
}
