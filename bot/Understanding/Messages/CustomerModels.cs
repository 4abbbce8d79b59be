using Understanding.Learning;
using Understanding.Learning.Examples;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>What is learnt from customers' sentences.</summary>
internal static class CustomerModels
{
    /// <summary>The facet of a first message for the tagger; a later turn's is the question that waits.</summary>
    public const string FirstFacet = "first";

    // Rare classes are helped half: chosen on examples kept back from learning.
    private const float Balance = 0.5f;

    // Relative days are only found, not counted, where an intent is learnt: any day will do.
    private static readonly DateTimeOffset AnyDay = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero);

    /// <summary>What a first message wants.</summary>
    public static BuiltModel<SentenceClassifier> Intent { get; } = Classifier("customer-intent", IntentExamples, Balance);

    /// <summary>The same from the examples and from what customers said they meant.</summary>
    internal static SentenceClassifier LearnIntent(IEnumerable<(string Text, string? Language, string Intent)> picked) =>
        SentenceClassifier.Learn(
            [
                .. IntentExamples(),
                .. picked.Select(p => new ClassedSentence(CustomerExample.Read(p.Text, AnyDay, p.Language).Sentence, p.Intent)),
            ],
            new CustomerFeatures(),
            Balance
        );

    /// <summary>What a complaint is about.</summary>
    public static BuiltModel<SentenceClassifier> Topic { get; } =
        Classifier(
            "customer-topic",
            () => CustomerExample.First.Where(e => e.Section[2] != "-").Select(e => new ClassedSentence(e.Sentence, e.Section[2])),
            balance: 0
        );

    /// <summary>How grave a message is.</summary>
    public static BuiltModel<SentenceClassifier> Severity { get; } =
        Classifier("customer-severity", () => CustomerExample.First.Select(e => new ClassedSentence(e.Sentence, e.Section[3])), Balance);

    /// <summary>What a later message does, by the question that waits.</summary>
    public static BuiltModel<SentenceClassifier> Turn { get; } =
        Classifier(
            "customer-turn",
            () => CustomerExample.Turns.Select(e => new ClassedSentence(e.Sentence, e.Section[2], e.Section[1])),
            balance: 0
        );

    /// <summary>Which words are facts.</summary>
    public static BuiltModel<SpanTagger> Tagger { get; } =
        new(
            "customer-facts",
            CustomerExample.Files,
            Probe,
            () => SpanTagger.Learn([.. CustomerExample.All.Select(e => new TaggedSentence(e.Sentence, Facet(e), Names(e.Marks)))]),
            (tagger, writer) => tagger.Write(writer),
            SpanTagger.Read
        );

    /// <summary>All of them, for the build.</summary>
    public static IReadOnlyList<IBuiltModel> All { get; } = [Intent, Topic, Severity, Turn, Tagger];

    // Later turns say some of the same things, and say them shorter.
    private static IEnumerable<ClassedSentence> IntentExamples() =>
        CustomerExample
            .First.Select(e => new ClassedSentence(e.Sentence, e.Section[1]))
            .Concat(
                CustomerExample
                    .Turns.Select(e => (e.Sentence, Intent: TurnIntents.Of(e.Section[1], e.Section[2])))
                    .Where(e => e.Intent is not null)
                    .Select(e => new ClassedSentence(e.Sentence, e.Intent!))
            );

    // Which of a closed list a fact is, its words tell.
    private static IReadOnlyList<Mark> Names(IReadOnlyList<Mark> marks) => [.. marks.Select(m => m with { Value = null })];

    private static string Facet(CustomerExample example) => example.Section[0] == "first" ? FirstFacet : example.Section[1];

    private static BuiltModel<SentenceClassifier> Classifier(string name, Func<IEnumerable<ClassedSentence>> examples, float balance) =>
        new(
            name,
            CustomerExample.Files,
            Probe,
            () => SentenceClassifier.Learn([.. examples()], new CustomerFeatures(), balance),
            (model, writer) => model.Write(writer),
            reader => SentenceClassifier.Read(reader, new CustomerFeatures())
        );

    // What the figures, the word lists and the code make of some sentences: models of others do not fit.
    private static uint Probe()
    {
        var sentences = Probes.Select(text => CustomerExample.Read(text, AnyDay, "zh-CN").Sentence).ToList();
        var list = new FeatureList();
        var more = new CustomerFeatures();
        sentences.ForEach(s => more.AddTo(s.Folded, list));
        var key = BuiltModels.Probe(sentences.Select(s => (s, (string?)FirstFacet)));
        for (var i = 0; i < list.Count; i++)
            key = FeatureKey.Add(FeatureKey.Add(key, list.Key(i)), (uint)(list.Weight(i) * 100));
        return key;
    }

    private static readonly string[] Probes = [.. EmbeddedLines.Of("Messages.Probes.txt")];
}
