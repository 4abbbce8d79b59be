using Understanding.Learning;
using Understanding.Learning.Examples;

namespace Understanding.Orders;

/// <summary>What was learnt about orders.</summary>
/// <param name="Verbs">Tells which verb a sentence is.</param>
/// <param name="Facts">Tells which of its words are facts.</param>
/// <param name="WithFacts">The verbs that are hardly ever said without a fact.</param>
internal sealed record OrderModel(SentenceClassifier Verbs, SpanTagger Facts, IReadOnlyList<string> WithFacts)
{
    // Of a hundred examples of a verb so many must have a fact, that one without is doubtful.
    private const double HardlyEver = 0.9;

    private static readonly string[] OfTickets = ["ticket", "select"];

    /// <summary>Learnt from the examples inside the program.</summary>
    public static BuiltModel<OrderModel> Standard { get; } =
        new(
            "orders",
            [.. OrderExamples.Files, OrderExamples.SignsFile],
            () => BuiltModels.Probe(OrderExamples.Classed(OrderExamples.All().Take(40)).Select(c => (c.Sentence, c.Facet))),
            () => Learn([.. OrderExamples.All()]),
            Write,
            Read
        );

    /// <summary>Learns from examples; all of them take some ten seconds.</summary>
    public static OrderModel Learn(IReadOnlyList<MarkedExample> examples) =>
        new(
            SentenceClassifier.Learn([.. OrderExamples.Classed(examples)]),
            SpanTagger.Learn([.. OrderExamples.Tagged(examples)]),
            [
                .. examples
                    .GroupBy(e => e.Section[0])
                    .Where(g => g.Count(HasFact) >= HardlyEver * g.Count())
                    .Select(g => g.Key)
                    .Order(StringComparer.Ordinal),
            ]
        );

    /// <summary>True when the facts found are among those that the verb needs.</summary>
    public static bool IsFact(Mark mark) => !OfTickets.Contains(mark.Name);

    private static bool HasFact(MarkedExample example) => example.Marks.Any(IsFact);

    private static void Write(OrderModel model, BinaryWriter writer)
    {
        model.Verbs.Write(writer);
        model.Facts.Write(writer);
        writer.Write(string.Join(' ', model.WithFacts));
    }

    private static OrderModel Read(BinaryReader reader) =>
        new(SentenceClassifier.Read(reader), SpanTagger.Read(reader), reader.ReadString().Split(' '));
}
