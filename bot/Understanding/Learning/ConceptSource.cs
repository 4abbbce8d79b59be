namespace Understanding.Learning;

/// <summary>The concepts that travel with the program.</summary>
internal static class ConceptSource
{
    private static readonly Lazy<ConceptLexicon> Lexicon = new(() => new(EmbeddedLines.Of("Learning.Concepts.txt")));

    public static ConceptLexicon Standard => Lexicon.Value;
}

/// <summary>Text files inside the program.</summary>
internal static class EmbeddedLines
{
    /// <summary>The lines of a file in the Understanding folder; <paramref name="name"/> as in "Seeds.praise.jsonl".</summary>
    public static IEnumerable<string> Of(string name)
    {
        using var stream =
            typeof(EmbeddedLines).Assembly.GetManifestResourceStream($"Understanding.{name}")
            ?? throw new InvalidOperationException($"The file {name} is not inside the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>Names of the files in one folder, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        var start = $"Understanding.{folder}.";
        return
        [
            .. typeof(EmbeddedLines)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(start, StringComparison.Ordinal))
                .Select(n => n["Understanding.".Length..])
                .Order(StringComparer.Ordinal),
        ];
    }
}
