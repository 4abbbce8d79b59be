using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Operation;
using ComplaintBot.People;
using Spectre.Console;
using Spectre.Console.Cli;
using Understanding.Categories;
using Understanding.Learning;
using Understanding.Local;
using Understanding.Questions;

namespace Workbench.Measuring;

/// <summary>The command <c>evaluate</c>: measures the understanding on every labelled set of some folders, and on the tenth of the
/// example sentences that is left out of learning for it; says how long loading and learning take and how many texts a second one
/// core does. A set with a history beside it learns categories from that history first.</summary>
internal sealed class EvaluateCommand : AsyncCommand<EvaluateCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<folder>")]
        [Description("The folders with the labelled sets.")]
        public string[] Folders { get; init; } = [];

        [CommandOption("--examples")]
        [Description("Measures on a left-out tenth of the examples, too: learns anew, which takes some twenty seconds.")]
        public bool Examples { get; init; }

        [CommandOption("--organisation <FILE>")]
        [Description("The organisation file; else the example.")]
        public string? Organisation { get; init; }

        public override ValidationResult Validate() =>
            Array.Find(Folders, f => !Directory.Exists(f)) is { } missing
                ? ValidationResult.Error($"There is no folder {missing}.")
                : Files.Exist(Organisation);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => Task.Run(() => Run(settings, output, TimeProvider.System, progress)));

    /// <summary>Writes the report; 0, or 2 for wrong files.</summary>
    public static int Run(Settings settings, TextWriter output, TimeProvider time, IProgress<WorkStep>? progress = null)
    {
        var organisations = new Organisations(settings.Organisation ?? OrganisationFile.ExamplePath);
        if (organisations.Of(null) is not { } organisation)
        {
            output.WriteLine(organisations.Problem);
            return 2;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"models loaded in {Loading().TotalSeconds:F2} s"));
        output.WriteLine(ReportLine.Header);
        foreach (var set in settings.Folders.SelectMany(f => LabelledSet.In(f, organisations, time)))
        {
            progress?.Report(new(set.Name, 0));
            var learned = new LearnedCategories();
            var learning = "";
            if (set.HistoryPath is { } path)
            {
                if (HistoryFile.Read(path, out var problem) is not { Count: > 0 } history)
                {
                    output.WriteLine(problem ?? $"{path} is empty.");
                    return 2;
                }
                var since = Stopwatch.GetTimestamp();
                learned.Replace(LearnedModel.Learn(history, organisation));
                learning = string.Create(
                    CultureInfo.InvariantCulture,
                    $"; learnt {history.Count} complaints in {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s"
                );
            }
            var understanding = new LocalUnderstanding(learned, new QuestionParser());
            foreach (var line in GoldSet.Is(set) ? new GoldSet(understanding).Of(set) : new SetEvaluation(understanding).Of(set))
                output.WriteLine(line);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set.Name,-28} {Speed(understanding, set):N0} texts a second on one core{learning}"
                )
            );
            progress?.Report(new(set.Name, 1));
        }
        if (settings.Examples)
            Examples(output);
        return 0;
    }

    private static TimeSpan Loading()
    {
        var since = Stopwatch.GetTimestamp();
        BuiltModels.Load();
        return Stopwatch.GetElapsedTime(since);
    }

    private static void Examples(TextWriter output)
    {
        var (lines, learning) = ExamplesEvaluation.Of();
        foreach (var line in lines)
            output.WriteLine(line);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"learnt from nine tenths of the examples in {learning.TotalSeconds:F1} s")
        );
    }

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // Counted in processor time, so that a busy machine does not blur it; the best of several rounds, because the first ones also
    // compile the program.
    private static double Speed(LocalUnderstanding understanding, LabelledSet set)
    {
        var best = 0.0;
        var start = Environment.CpuUsage.TotalTime;
        for (var texts = 0; texts < 60_000 && Environment.CpuUsage.TotalTime - start < Longest; texts += set.Lines.Count)
        {
            var since = Environment.CpuUsage.TotalTime;
            foreach (var line in set.Lines)
                understanding.Read(line.Question.Text, line.Question.Context);
            best = Math.Max(best, set.Lines.Count / Math.Max((Environment.CpuUsage.TotalTime - since).TotalSeconds, 1e-6));
        }
        return best;
    }
}
