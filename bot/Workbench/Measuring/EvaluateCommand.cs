using System.Diagnostics;
using System.Globalization;
using ComplaintBot.People;
using Understanding.Categories;
using Understanding.Intentions;
using Understanding.Learning;
using Understanding.Local;
using Understanding.Questions;

namespace Workbench.Measuring;

/// <summary><c>evaluate FOLDER [--organisation FILE]</c>: measures the understanding on every labelled set of a folder, beside a
/// majority and a keyword baseline, and
/// how many texts a second one core does. A set with a history beside it learns from that history first, and from nothing else.</summary>
public static class EvaluateCommand
{
    /// <summary>Prints the report; 0, or 2 for wrong arguments or files.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (
            !CommandFiles.Read(arguments, ["--organisation"], out var files, out var problem)
            || files.GetValueOrDefault("") is not { } folder
            || !Directory.Exists(folder)
        )
        {
            errors.WriteLine(problem ?? "Use: evaluate FOLDER [--organisation FILE]");
            return 2;
        }
        var organisations = new Organisations(files.GetValueOrDefault("--organisation") ?? OrganisationFile.ExamplePath);
        if (organisations.Of(null) is not { } organisation)
        {
            errors.WriteLine(organisations.Problem);
            return 2;
        }
        var intents = new KeywordBaseline([.. IntentModel.Files.SelectMany(SeedTexts.Of)]);
        output.WriteLine(ReportLine.Header);
        foreach (var set in LabelledSet.In(folder, organisations, time))
        {
            var learned = new LearnedCategories();
            KeywordBaseline? categories = null;
            var learning = "";
            if (set.HistoryPath is { } path)
            {
                if (HistoryFile.Read(path, out problem) is not { Count: > 0 } history)
                {
                    errors.WriteLine(problem ?? $"{path} is empty.");
                    return 2;
                }
                var since = Stopwatch.GetTimestamp();
                learned.Replace(LearnedModel.Learn(history, organisation));
                learning = string.Create(
                    CultureInfo.InvariantCulture,
                    $"; learnt {history.Count} complaints in {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s"
                );
                categories = new([.. history.Select(h => new LabelledText(h.Text, h.Category))]);
            }
            var understanding = new LocalUnderstanding(learned, new QuestionParser());
            foreach (var line in new SetEvaluation(understanding, intents, categories).Of(set))
                output.WriteLine(line);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set.Name,-28} {Speed(understanding, set):N0} texts a second on one core{learning}"
                )
            );
        }
        return 0;
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
