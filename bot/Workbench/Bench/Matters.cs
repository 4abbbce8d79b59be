namespace Workbench.Bench;

/// <summary>What a customer of the bench says, one line after the other.</summary>
internal sealed record BenchLine(string Language, string Text);

/// <summary>The matters that the bench's customers bring, read from <c>Matters.txt</c>.</summary>
internal static class Matters
{
    public static IReadOnlyList<IReadOnlyList<BenchLine>> Read()
    {
        using var file = new StreamReader(typeof(Matters).Assembly.GetManifestResourceStream("Workbench.Bench.Matters.txt")!);
        return
        [
            .. file.ReadToEnd()
                .ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(matter =>
                    (IReadOnlyList<BenchLine>)
                        [
                            .. matter
                                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                                .Where(l => !l.StartsWith('#'))
                                .Select(l => l.Split(' ', 2))
                                .Select(l => new BenchLine(l[0], l[1])),
                        ]
                ),
        ];
    }
}
