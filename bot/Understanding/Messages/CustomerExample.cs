using Understanding.Facts;
using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>A customer's sentence to learn from.</summary>
/// <param name="Section">What it is: "first complain billing high" or "turn place answer".</param>
/// <param name="Sentence">The sentence with the figures found in it.</param>
/// <param name="Marks">The facts that a linguist marked.</param>
internal sealed record CustomerExample(IReadOnlyList<string> Section, Sentence Sentence, IReadOnlyList<Mark> Marks)
{
    // Examples know no day of their own: any will do, as long as it is always the same.
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly string[] Languages = ["zh-CN", "zh-TW", "en"];

    /// <summary>The files that customers' sentences are learnt from.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. Languages.SelectMany(l => new[] { $"Messages.First.{l}.txt", $"Messages.Turns.{l}.txt" })];

    private static readonly Lazy<IReadOnlyList<CustomerExample>> Every = new(() => [.. Files.SelectMany(Of)]);

    /// <summary>All of them: first messages and later turns in three languages, in the order of the files.</summary>
    public static IReadOnlyList<CustomerExample> All => Every.Value;

    /// <summary>First messages.</summary>
    public static IEnumerable<CustomerExample> First => All.Where(e => e.Section[0] == "first");

    /// <summary>Later turns.</summary>
    public static IEnumerable<CustomerExample> Turns => All.Where(e => e.Section[0] == "turn");

    /// <summary>A sentence as learning sees it.</summary>
    public static (FoundFacts Found, Sentence Sentence) Read(string text, DateTimeOffset now, string? language)
    {
        var found = FoundFacts.Of(text, CharacterFolding.Fold(text), now, language);
        return (found, Sentence.Of(found.Folded, found.Known, hints: CustomerHints.Of(text, found.Folded)));
    }

    /// <summary>The sentences of one of the files.</summary>
    public static IEnumerable<CustomerExample> Of(string file)
    {
        var language = Languages.First(l => file.Contains($".{l}.", StringComparison.Ordinal));
        return MarkedExamples.Of(file).Select(e => new CustomerExample(e.Section, Read(e.Text, Now, language).Sentence, e.Marks));
    }
}
