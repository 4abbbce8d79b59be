namespace Understanding.Writing;

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

    /// <summary>The lines of a file beside a type, embedded in its assembly.</summary>
    /// <exception cref="InvalidOperationException">The file is not inside the program.</exception>
    public static IEnumerable<string> Beside(Type type, string file)
    {
        using var stream =
            type.Assembly.GetManifestResourceStream(type, file)
            ?? throw new InvalidOperationException($"The file {file} beside {type.Name} is not inside the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
