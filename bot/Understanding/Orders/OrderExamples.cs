using Understanding.Learning;
using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>The example sentences of orders, made ready for learning.</summary>
internal static class OrderExamples
{
    /// <summary>The file of the turns of phrase.</summary>
    public const string SignsFile = "Orders.Signs.txt";

    /// <summary>The files inside the program.</summary>
    public static readonly string[] Files =
    [
        "Orders.Examples.zh-CN.txt",
        "Orders.Examples.zh-TW.txt",
        "Orders.Examples.en.txt",
    ];

    // Facts in anybody's words: what they say tells little about the verb.
    private static readonly string[] Free =
    [
        "reason",
        "text",
        "answer",
        "comment",
        "measure",
        "requirement",
        "evidence",
        "question",
        "offer",
        "prevention",
        "why",
    ];

    private static readonly string[] Parties = ["to", "from", "owner", "who", "department", "person"];

    private static readonly Lazy<SignTable> Table = new(() => new(EmbeddedLines.Of(SignsFile)));

    // Relative days are only found, not counted, here: any day will do.
    private static readonly DateTimeOffset AnyDay = new(2026, 6, 10, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The turns of phrase of staff.</summary>
    public static SignTable Signs => Table.Value;

    /// <summary>All examples.</summary>
    public static IEnumerable<MarkedExample> All() => Files.SelectMany(MarkedExamples.Of);

    /// <summary>What the classifier learns from: each sentence as it is, with its parties as if they were known, and with what it says
    /// in free words left out, so that the words of the verb count.</summary>
    public static IEnumerable<ClassedSentence> Classed(IEnumerable<MarkedExample> examples) =>
        examples.SelectMany(e =>
            new[] { Of(e.Text, []), Of(e.Text, Known(e, Parties)), Of(e.Text, Known(e, [.. Parties, .. Free])) }
                .DistinctBy(s => string.Join(' ', s.Tokens))
                .Select(s => new ClassedSentence(s, e.Section[0]))
        );

    /// <summary>What the tagger learns from: each sentence as it is, and with its parties as if they were known.</summary>
    public static IEnumerable<TaggedSentence> Tagged(IEnumerable<MarkedExample> examples) =>
        examples.SelectMany(e =>
            (Known(e, Parties) is { Count: > 0 } parties ? new[] { Of(e.Text, []), Of(e.Text, parties) } : [Of(e.Text, [])]).Select(
                s => new TaggedSentence(s, e.Section[0], e.Marks)
            )
        );

    private static List<Known> Known(MarkedExample example, string[] names) =>
        [
            .. example
                .Marks.Where(m => m.Value is null && names.Contains(m.Name) && !Pronouns.IsMe(example.Text.Substring(m.Start, m.Length)))
                .Select(m => new Known(m.Start, m.Length, Parties.Contains(m.Name) ? KnownParts.Party : "said")),
        ];

    private static Sentence Of(string text, List<Known> known)
    {
        var folded = CharacterFolding.Fold(text);
        return Sentence.Of(folded, [.. known, .. KnownParts.Of(text, folded, AnyDay, null)], Signs);
    }
}
