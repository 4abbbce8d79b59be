using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Operation;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;
using Spectre.Console.Cli;
using Understanding.Questions;

namespace Workbench.Bench;

/// <summary><c>bench queries</c>: how long each kind of question takes at 10,000, 100,000 and 1,000,000 complaints on SQLite and
/// PostgreSQL. From the words to the answer: understanding, rights, SQL, reading.</summary>
internal sealed class QueriesBench : AsyncCommand<QueriesBench.Settings>
{
    private const int UsualRuns = 400;

    // As many rounds as it takes until everything that is called often has been compiled well.
    private const int WarmingUp = 40;

    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--sizes <NUMBERS>")]
        [Description("How many complaints, separated by commas.")]
        [DefaultValue("10000,100000,1000000")]
        public string Sizes { get; init; } = "";

        [CommandOption("--engines <ENGINES>")]
        [Description("sqlite, postgres or both, separated by a comma.")]
        [DefaultValue("sqlite,postgres")]
        public string Engines { get; init; } = "";

        [CommandOption("--postgres <CONNECTION>")]
        [Description("The PostgreSQL to measure on; else a server of its own is started.")]
        public string? Postgres { get; init; }

        [CommandOption("--runs <NUMBER>")]
        [Description("How often each question is asked.")]
        [DefaultValue(UsualRuns)]
        public int Runs { get; init; }

        [CommandOption("--folder <FOLDER>")]
        [Description("Where the databases (some 5 GB) stay for the next run; else artifacts/bench.")]
        public string? Folder { get; init; }

        public List<int> Complaints =>
            [.. Sizes.Split(',').Select(s => int.TryParse(s, CultureInfo.InvariantCulture, out var n) ? n : 0).Order()];

        public override ValidationResult Validate() =>
            Complaints.Any(n => n < 1) ? ValidationResult.Error("--sizes are numbers, separated by commas.")
            : Engines.Split(',').Any(e => e is not ("sqlite" or "postgres")) ? ValidationResult.Error("--engines are sqlite and postgres.")
            : Runs < 1 ? ValidationResult.Error("--runs is a number from 1.")
            : ValidationResult.Success();
    }

    /// <summary>Prints a table and one JSON line per figure; 0 every limit is met, 1 one is not, 2 a database cannot be had.</summary>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(settings, output, progress));

    private static async Task<int> RunAsync(Settings settings, TextWriter output, IProgress<WorkStep> progress)
    {
        var root = Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
        var folder = Path.GetFullPath(settings.Folder ?? Path.Combine(root, "artifacts", "bench"));
        Directory.CreateDirectory(folder);
        var results = new List<BenchResult>();
        try
        {
            foreach (var engine in settings.Engines.Split(','))
                results.AddRange(await EngineAsync(engine, settings, folder, progress));
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
        Settings settings,
        string folder,
        IProgress<WorkStep> progress
    )
    {
        var given = settings.Postgres;
        await using var server = engine == "postgres" && given is null ? BenchServer.Start(Path.Combine(folder, "postgres")) : null;
        var stores = new List<BenchStore>();
        try
        {
            foreach (var size in settings.Complaints)
            {
                var store =
                    engine == "postgres"
                        ? await BenchStore.OnServerAsync(server?.ConnectionString ?? given!, size)
                        : BenchStore.InFile(folder, size);
                stores.Add(store);
                await FillAsync(store, progress);
            }
            return await MeasureAsync(stores, settings.Runs, progress);
        }
        finally
        {
            foreach (var store in stores)
                await store.DisposeAsync();
        }
    }

    private static async Task FillAsync(BenchStore store, IProgress<WorkStep> progress)
    {
        var filling = string.Create(CultureInfo.InvariantCulture, $"{store.Database.Dialect.Name}: filling {store.Size:N0} complaints");
        progress.Report(new(filling, 0));
        await store.Database.MigrateAsync(TimeProvider.System);
        if (!await store.IsFilledAsync())
        {
            await store.EmptyAsync();
            await BenchData.FillAsync(store.Database, BenchOrganisation.Make(), store.Size, BenchData.Now);
            await store.SettleAsync();
        }
        progress.Report(new(filling, 1));
    }

    /// <summary>Every question on every size in turn, again and again, in another order each time: what else the machine does
    /// meanwhile, and what is cleared away of memory, falls on all alike.</summary>
    private static async Task<IReadOnlyList<BenchResult>> MeasureAsync(List<BenchStore> stores, int runs, IProgress<WorkStep> progress)
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
            progress.Report(new($"{stores[0].Database.Dialect.Name}: asking", (run + 1.0 + WarmingUp) / (runs + WarmingUp)));
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
