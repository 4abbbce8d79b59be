using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Microsoft.Extensions.Logging.Abstractions;
using Understanding.Questions;

namespace Workbench.Bench;

/// <summary><c>bench queries</c>: how long each kind of question takes at 10,000, 100,000 and 1,000,000 complaints on SQLite and
/// PostgreSQL. From the words to
/// the answer: understanding, rights, SQL, reading.</summary>
internal static class QueriesBench
{
    private const int UsualRuns = 400;

    // As many rounds as it takes until everything that is called often has been compiled well.
    private const int WarmingUp = 40;

    /// <summary>Runs the bench and prints a table and one JSON line per figure; 0 every limit is met, 1 one is not, 2 a database
    /// cannot be had. Options: <c>--sizes
    /// 10000,100000</c>, <c>--engines sqlite,postgres</c>, <c>--postgres CONNECTION</c> (else a server of its own is started),
    /// <c>--runs 400</c>, <c>--folder FOLDER</c>
    /// (where the databases stay for the next run).</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TimeProvider time)
    {
        string Option(string name, string usual) =>
            Array.IndexOf(arguments, name) is >= 0 and var i && i + 1 < arguments.Length ? arguments[i + 1] : usual;
        var sizes = Option("--sizes", "10000,100000,1000000")
            .Split(',')
            .Select(s => int.Parse(s, CultureInfo.InvariantCulture))
            .Order()
            .ToList();
        var engines = Option("--engines", "sqlite,postgres").Split(',');
        var runs = int.Parse(Option("--runs", UsualRuns.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        var root = Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
        var folder = Path.GetFullPath(Option("--folder", Path.Combine(root, "artifacts", "bench")));
        Directory.CreateDirectory(folder);
        var results = new List<BenchResult>();
        try
        {
            foreach (var engine in engines)
                results.AddRange(await EngineAsync(engine, Option("--postgres", ""), folder, sizes, runs, output, time));
        }
        catch (InvalidOperationException e)
        {
            await output.WriteLineAsync(e.Message);
            return 2;
        }
        return await BenchTable.PrintAsync(results, output) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<BenchResult>> EngineAsync(
        string engine,
        string given,
        string folder,
        List<int> sizes,
        int runs,
        TextWriter output,
        TimeProvider time
    )
    {
        await using var server = engine == "postgres" && given.Length == 0 ? BenchServer.Start(Path.Combine(folder, "postgres")) : null;
        var stores = new List<BenchStore>();
        try
        {
            foreach (var size in sizes)
            {
                var store =
                    engine == "postgres"
                        ? await BenchStore.OnServerAsync(server?.ConnectionString ?? given, size)
                        : BenchStore.InFile(folder, size);
                stores.Add(store);
                await FillAsync(store, output, time);
            }
            return await MeasureAsync(stores, runs, output);
        }
        finally
        {
            foreach (var store in stores)
                await store.DisposeAsync();
        }
    }

    private static async Task FillAsync(BenchStore store, TextWriter output, TimeProvider time)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"# {store.Database.Dialect.Name}, {store.Size:N0} complaints");
        await store.Database.MigrateAsync(time);
        if (await store.IsFilledAsync())
        {
            await output.WriteLineAsync($"{name}: as filled before");
            return;
        }
        await output.WriteLineAsync($"{name}: filling …");
        var watch = Stopwatch.StartNew();
        await store.EmptyAsync();
        await BenchData.FillAsync(store.Database, BenchOrganisation.Make(), store.Size, BenchData.Now);
        await store.SettleAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: filled in {watch.Elapsed.TotalSeconds:F0} s"));
    }

    /// <summary>Every question on every size in turn, again and again, in another order each time: what else the machine does
    /// meanwhile, and what is cleared away of memory, falls on all alike.</summary>
    private static async Task<IReadOnlyList<BenchResult>> MeasureAsync(List<BenchStore> stores, int runs, TextWriter output)
    {
        var (parser, organisation) = (new QuestionParser(), BenchOrganisation.Make());
        var answering = stores.Select(s => new Answering(s.Database, NullLogger<Answering>.Instance)).ToList();
        var times = BenchQuestions.All.Select(_ => stores.Select(_ => new List<double>(runs)).ToList()).ToList();
        var (order, random) = (Enumerable.Range(0, BenchQuestions.All.Count).ToArray(), new Random(20261121));
        for (var run = -WarmingUp; run < runs; run++)
        {
            random.Shuffle(order);
            foreach (var q in order)
            {
                // What no limit was set for may take long and is asked in every twentieth round.
                if (BenchQuestions.All[q].Limit is null && run % 20 != 0)
                    continue;
                for (var s = 0; s < stores.Count; s++)
                {
                    var took = await AskAsync(BenchQuestions.All[q], parser, answering[s], organisation);
                    if (run >= 0)
                        times[q][s].Add(took.TotalMilliseconds);
                }
            }
            if (run >= 0 && run % 20 == 0)
                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"# {stores[0].Database.Dialect.Name}: round {run} of {runs}")
                );
        }
        return
        [
            .. BenchQuestions.All.SelectMany(
                (question, q) => stores.Select((store, s) => BenchResult.Of(store.Database.Dialect.Name, store.Size, question, times[q][s]))
            ),
        ];
    }

    private static async Task<TimeSpan> AskAsync(
        BenchQuestion question,
        QuestionParser parser,
        Answering answering,
        Organisation organisation
    )
    {
        var start = Stopwatch.GetTimestamp();
        var query =
            parser.Parse(question.Words, Languages.ZhCn, organisation, BenchData.Now).Query
            ?? throw new InvalidOperationException($"\"{question.Words}\" is not understood.");
        var answer = await answering.AnswerAsync(query, new Asker(organisation.FindStaff(question.Asker)!, organisation), BenchData.Now);
        return answer is Refused
            ? throw new InvalidOperationException($"\"{question.Words}\" was refused to {question.Asker}.")
            : Stopwatch.GetElapsedTime(start);
    }
}
