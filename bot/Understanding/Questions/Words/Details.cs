using Understanding.Writing;

namespace Understanding.Questions.Words;

/// <summary>Short words that decide how a question is read, from Details.txt.</summary>
internal static class Details
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(Details), "Details.txt");

    private static readonly System.Buffers.SearchValues<char> Edges = PhraseFiles.Signs("Questions.Words.Details.txt", "edge");

    /// <summary>True when folded words hold a phrase of a list.</summary>
    public static bool Say(string list, ReadOnlySpan<char> folded) => Forms[list].IsMatch(folded);

    /// <summary>True when folded words are a phrase of a list and nothing else.</summary>
    public static bool Are(string list, string folded) => Forms[list].Match(folded).Length == folded.Length;

    /// <summary>Where the next phrase of a list begins at or after a place of a folded text; its end where there is none.</summary>
    public static int Next(string list, string folded, int from) =>
        Forms[list].Match(folded, from) is { Success: true } match ? match.Index : folded.Length;

    /// <summary>True for a sign at the edge of a phrase that belongs to neither neighbour.</summary>
    public static bool IsEdge(char c) => c == ' ' || Edges.Contains(c);
}
