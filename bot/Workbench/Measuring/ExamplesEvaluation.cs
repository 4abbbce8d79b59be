using System.Diagnostics;
using Understanding.Learning;
using Understanding.Learning.Examples;
using Understanding.Messages;
using Understanding.Orders;

namespace Workbench.Measuring;

/// <summary>Learns from nine tenths of the example sentences and measures on the tenth that was left out: always the same one, told by
/// the letters of a sentence.</summary>
internal static class ExamplesEvaluation
{
    private const uint Part = 10;

    /// <summary>The figures by language, and how long learning took.</summary>
    public static (IReadOnlyList<ReportLine> Lines, TimeSpan Learning) Of()
    {
        var since = Stopwatch.GetTimestamp();
        var lines = new List<ReportLine>();
        var orders = OrderExamples.Files.SelectMany(f => MarkedExamples.Of(f).Select(e => (Language: Language(f), Example: e))).ToList();
        var model = OrderModel.Learn([.. orders.Where(o => !IsLeftOut(o.Example.Text)).Select(o => o.Example)]);
        Add(
            "orders: verb",
            orders
                .Where(o => IsLeftOut(o.Example.Text))
                .Select(o =>
                    (o.Language, o.Example.Section[0], model.Verbs.Rank(OrderExamples.Classed([o.Example]).First().Sentence)[0].Label)
                )
        );
        var customers = CustomerExample
            .Files.SelectMany(f => CustomerExample.Of(f).Select(e => (Language: Language(f), Example: e)))
            .ToList();
        Classified("first: intent", "first", e => e.Section[1], _ => null, 0.5f);
        Classified("first: topic", "first", e => e.Section[2], _ => null, 0);
        Classified("turns: meaning", "turn", e => e.Section[2], e => e.Section[1], 0);
        return (lines, Stopwatch.GetElapsedTime(since));

        void Classified(string task, string kind, Func<CustomerExample, string> label, Func<CustomerExample, string?> facet, float balance)
        {
            var own = customers.FindAll(c => c.Example.Section[0] == kind && label(c.Example) != "-");
            var learnt = SentenceClassifier.Learn(
                [
                    .. own.Where(c => !IsLeftOut(c.Example))
                        .Select(c => new ClassedSentence(c.Example.Sentence, label(c.Example), facet(c.Example))),
                ],
                new CustomerFeatures(),
                balance
            );
            Add(
                task,
                own.Where(c => IsLeftOut(c.Example))
                    .Select(c => (c.Language, label(c.Example), learnt.Rank(c.Example.Sentence, facet(c.Example))[0].Label))
            );
        }

        void Add(string task, IEnumerable<(string Language, string Meant, string Said)> answers)
        {
            foreach (var language in answers.GroupBy(a => a.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var scores = new Scores();
                foreach (var (_, meant, said) in language)
                    scores.Add(meant, said);
                lines.Add(new("examples", language.Key, task, scores));
            }
        }
    }

    private static string Language(string file) => file.Split('.')[^2];

    private static bool IsLeftOut(CustomerExample example) => IsLeftOut(example.Sentence.Folded);

    private static bool IsLeftOut(string text) => FeatureKey.Of(FeatureKey.Seed, text) % Part == 0;
}
