using Understanding.Learning;

namespace Understanding.Orders;

/// <summary>What was learnt about orders: which verb a sentence is, and which of its words are facts.</summary>
internal sealed record OrderModel(SentenceClassifier Verbs, SpanTagger Facts)
{
    /// <summary>Learnt from the examples inside the program.</summary>
    public static BuiltModel<OrderModel> Standard { get; } =
        new(
            "orders",
            [.. OrderExamples.Files, "Orders.Signs.txt"],
            () => BuiltModels.Probe(OrderExamples.Classed(OrderExamples.All().Take(40)).Select(c => (c.Sentence, c.Facet))),
            () => Learn([.. OrderExamples.All()]),
            (model, writer) =>
            {
                model.Verbs.Write(writer);
                model.Facts.Write(writer);
            },
            reader => new(SentenceClassifier.Read(reader), SpanTagger.Read(reader))
        );

    /// <summary>Learns from examples; all of them take some ten seconds.</summary>
    public static OrderModel Learn(IReadOnlyList<Learning.Examples.MarkedExample> examples) =>
        new(
            SentenceClassifier.Learn([.. OrderExamples.Classed(examples)]),
            SpanTagger.Learn([.. OrderExamples.Tagged(examples)])
        );
}
